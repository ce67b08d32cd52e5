"""Leaders' comments: noted, handed to a unit, answered, closed with a result (R3.11)."""

from __future__ import annotations

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.papers.models import Comment, Paper
from lvzhi.papers.vocabulary import NOTED_RESULT, RANKS, RESULTS
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def check_comment(taking: Taking) -> None:
    """A comment follows the document it is written on."""
    paper, day = taking.record, taking.answers["commented_on"]
    if paper.dated_on is not None and day < paper.dated_on:
        raise Refusal("papers.comment_early", field="commented_on", day=day, dated=paper.dated_on)
    if day > clock.as_day(taking.at):
        raise Refusal("papers.comment_ahead", field="commented_on", day=day)


def note_comment(taking: Taking) -> None:
    """Effect of 登记批示: a comment of its own begins."""
    paper: Paper = taking.record
    answers = taking.answers
    rank = codes.code(RANKS, paper.committee_id, answers["rank"], answers["commented_on"])
    comment = Comment(
        paper=paper,
        committee_id=paper.committee_id,
        leader=answers["leader"],
        post=answers["post"],
        rank=rank.code,
        commented_on=answers["commented_on"],
        words=answers["words"],
        created_at=taking.at,
    )
    engine.begin(comment, taking.actor, rank=rank.name)
    taking.facts["rank"] = rank.name


def check_hand_over(taking: Taking) -> None:
    """A day asked for lies after the hand-over."""
    day, today = taking.answers.get("until"), clock.as_day(taking.at)
    if day is not None and day <= today:
        raise Refusal("papers.until_early", field="until", day=day, handed=today)


def hand_over(taking: Taking) -> None:
    """Effect of 转办."""
    comment: Comment = taking.record
    comment.unit = taking.answers["unit"]
    comment.handed_on = clock.as_day(taking.at)
    comment.until = taking.answers.get("until")
    taking.facts["unit"] = str(comment.unit)


def check_answer(taking: Taking) -> None:
    """An answer follows the hand-over and does not lie ahead."""
    comment, day = taking.record, taking.answers["answered_on"]
    if comment.handed_on is not None and day < comment.handed_on:
        raise Refusal("papers.answer_early", field="answered_on", day=day, handed=comment.handed_on)
    if day > clock.as_day(taking.at):
        raise Refusal("papers.comment_ahead", field="answered_on", day=day)


def answer_comment(taking: Taking) -> None:
    """Effect of 反馈."""
    comment: Comment = taking.record
    comment.answer = taking.answers["answer"]
    comment.answered_on = taking.answers["answered_on"]
    taking.facts["unit"] = str(comment.unit)


def return_answer(taking: Taking) -> None:
    """Effect of 退回补充: the unit answers again by the same day."""
    comment: Comment = taking.record
    comment.answered_on = None
    taking.facts["unit"] = str(comment.unit)


def close_comment(taking: Taking) -> None:
    """Effect of 办结."""
    comment: Comment = taking.record
    result = codes.code(RESULTS, comment.committee_id, taking.answers["result"], clock.as_day(taking.at))
    comment.result = result.code
    comment.closed_on = clock.as_day(taking.at)
    taking.facts["result"] = result.name


def close_noted(taking: Taking) -> None:
    """Effect of 阅知: nothing is asked of anybody."""
    comment: Comment = taking.record
    comment.result = NOTED_RESULT
    comment.closed_on = clock.as_day(taking.at)
