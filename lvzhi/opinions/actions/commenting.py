"""A leader comments on an issue, a unit has it in hand and answers: turns of the items that it speaks of (R2.10)."""

from __future__ import annotations

from typing import Any

from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.journal.lines import line
from lvzhi.opinions.actions.levels import News
from lvzhi.opinions.actions.turning import again, tell
from lvzhi.opinions.models import Trace
from lvzhi.opinions.queries import turns
from lvzhi.opinions.vocabulary.states import Turn
from lvzhi.papers.models import Comment, Paper
from lvzhi.workflow.declare import Taking

ABOVE = "above"  # rank of a leader of a higher level
OF_COMMENTS = (Turn.COMMENTED, Turn.HANDED, Turn.ANSWERED)


def when_commented(taking: Taking) -> None:
    """What follows 登记批示."""
    paper: Paper = taking.record
    comment = Comment.objects.live().filter(paper=paper).select_related("unit").order_by("-id").first()
    items = turns.items(paper)
    if comment is not None:
        for concern in items:
            tell(taking.actor, concern, commented(taking.actor, comment, paper), paper=paper, comment=comment)


def when_handed(taking: Taking) -> None:
    """What follows 转办."""
    _of_comment(taking.actor, taking.record, handed(taking.actor, taking.record))


def when_answered(taking: Taking) -> None:
    """What follows 反馈办理情况."""
    _of_comment(taking.actor, taking.record, answered(taking.actor, taking.record))


def when_returned(taking: Taking) -> None:
    """What follows 退回补充: the answer is none."""
    _of_comment(taking.actor, taking.record, answered(taking.actor, taking.record, withdrawn=True))


def _of_comment(actor: Actor, comment: Comment, news: News) -> None:
    """A turn of each item that the comment speaks of."""
    meant = set(
        Trace.objects.live().filter(turn=Turn.COMMENTED, event=comment.uid, committee=comment.committee_id)
        .values_list("concern", flat=True)
    )  # fmt: skip
    for concern in turns.items(comment.paper):
        if concern.pk in meant:
            tell(actor, concern, news, paper=comment.paper, comment=comment)


def commented(actor: Actor, comment: Comment, paper: Paper, *, withdrawn: bool = False) -> News:
    """A leader's comment; the level is read off his post, else off his rank."""
    return _comment_news(
        actor, comment, Turn.COMMENTED, body=comment.post + comment.leader, on=comment.commented_on,
        words=comment.words, withdrawn=withdrawn,
        level=_level(paper.committee, comment.post, comment.rank, comment.commented_on),
    )  # fmt: skip


def _level(place: Committee, post: str, rank: str, day: Any) -> str:
    found = turns.level_of(place, post, day)
    if found == place.level and rank == ABOVE:
        codes = [one.code for one in turns.levels(place, day)]
        if found in codes and codes.index(found) + 1 < len(codes):
            return codes[codes.index(found) + 1]
    return found


def handed(actor: Actor, comment: Comment, *, withdrawn: bool = False) -> News:
    """That a unit has it in hand, until when."""
    return _comment_news(
        actor, comment, Turn.HANDED, body=str(comment.unit), on=comment.handed_on or comment.commented_on,
        until=comment.until or comment.due_on, level=comment.committee.level, withdrawn=withdrawn,
    )  # fmt: skip


def answered(actor: Actor, comment: Comment, *, withdrawn: bool = False) -> News:
    """What the unit did."""
    return _comment_news(
        actor, comment, Turn.ANSWERED, body=str(comment.unit), on=comment.answered_on or comment.commented_on,
        words=comment.answer, level=comment.committee.level, withdrawn=withdrawn,
    )  # fmt: skip


def _comment_news(actor: Actor, comment: Comment, turn: str, *, body: str, **more: Any) -> News:
    return News(
        turn=turn, body=body, event=comment.uid, by=comment.committee.code, at=actor.at,
        document=comment.paper.called, **more,
    )  # fmt: skip


def apart(actor: Actor, trace: Trace) -> None:
    """A leader's comment on an issue that does not speak of this item: it and what followed are no turns of it."""
    with line(actor, "opinions.comment_apart", subject=trace.concern, committee=trace.committee_id):
        rows = Trace.objects.live().filter(concern=trace.concern, event=trace.event, turn__in=OF_COMMENTS)
        for row in rows.select_related("concern__committee", "concern__origin_committee", "by_committee"):
            tell(actor, row.concern, again(row, actor, withdrawn=True))


def all_of(actor: Actor, comment: Comment, *, withdrawn: bool = False) -> list[News]:
    """All that is told of a comment, the latest first."""
    found = [commented(actor, comment, comment.paper, withdrawn=withdrawn)]
    if comment.handed_on is not None:
        found.append(handed(actor, comment, withdrawn=withdrawn))
    if comment.answered_on is not None:
        found.append(answered(actor, comment, withdrawn=withdrawn))
    return found[::-1]
