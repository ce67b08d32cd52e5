"""Opinion papers: begun from an activity, sent to the unit, answered, looked back at (R4.8)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from lvzhi.access import Actor, Refusal
from lvzhi.activities import rules
from lvzhi.activities.actions.supervising import check_unit
from lvzhi.activities.models import Activity, SupervisionOpinion
from lvzhi.activities.vocabulary import COUNTING_STATES, Family
from lvzhi.activities.vocabulary import supervision as words
from lvzhi.activities.vocabulary.supervision import OpinionState
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.norms import codes
from lvzhi.papers import actions as papers
from lvzhi.papers.models import Dispatch, Paper
from lvzhi.papers.vocabulary import OUT
from lvzhi.ui.formats import day as written
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

KIND = "supervision_opinion"


def begin_opinion(
    actor: Actor, activity: Activity, data: Mapping[str, Any], *, once: str | None = None
) -> SupervisionOpinion:
    """Begin an opinion paper about a supervision activity that was held; its document is drafted with it.

    Args:
        data: ``unit`` and ``title``; any of ``text, group``.

    Raises:
        NotAllowed: not the activity's keeper.
        Refusal: no supervision activity, not held, a unit that has ended, a group of another unit.
    """
    done = engine.begun(SupervisionOpinion, actor, once)
    if done is not None:
        return done
    rules.keeper.check(actor, activity)
    if activity.family != Family.SUPERVISION or activity.state not in COUNTING_STATES:
        raise Refusal("activities.not_supervision", title=activity.title)
    unit, group = data["unit"], data.get("group")
    check_unit(activity.committee, unit, clock.as_day(actor.at))
    if group is not None and group.unit_id != unit.pk:
        raise Refusal("activities.group_unit", field="group", group=group.name, unit=group.unit.name)
    text = {"kind": KIND, "title": data["title"], "text": data.get("text", ""), "addressee": unit.name}
    if activity.organ is not None:
        text["organ"] = activity.organ
    with line(actor, "activities.opinion_drafted", subject=activity, committee=activity.committee_id):
        about = [(activity._meta.label_lower, activity.uid)]
        paper = papers.begin_draft(actor, activity.committee, text, about=about)
        return engine.begin(
            SupervisionOpinion(
                committee=activity.committee, activity=activity, unit=unit, group=group, paper=paper,
                title=data["title"].strip(), created_at=actor.at,
            ),
            actor, once=once,
        )  # fmt: skip


def check_hand_over(taking: Taking) -> None:
    """The document is signed, and the days are in order."""
    opinion: SupervisionOpinion = taking.record
    paper, sent, until = opinion.paper, taking.answers["sent_on"], taking.answers.get("until")
    if paper.state not in OUT:
        raise Refusal("activities.paper_not_issued", title=paper.title)
    if paper.dated_on is not None and sent < paper.dated_on:
        raise Refusal("activities.sent_before_paper", field="sent_on", sent=sent, dated=paper.dated_on)
    if sent > clock.as_day(taking.at):
        raise Refusal("activities.sent_later", field="sent_on", day=sent)
    _check_until(until, sent)


def _check_until(until: dt.date | None, after: dt.date) -> None:
    if until is not None and until <= after:
        raise Refusal("activities.until_order", field="until", until=until, sent=after)


def hand_over(taking: Taking) -> None:
    """Effect of 发给单位: number and days; the document's register says that it went to the unit."""
    opinion: SupervisionOpinion = taking.record
    paper: Paper = opinion.paper
    opinion.number, opinion.title = paper.called, paper.title
    opinion.sent_on, opinion.until = taking.answers["sent_on"], taking.answers.get("until")
    known = Dispatch.objects.live().filter(paper=paper, unit_id=opinion.unit_id)
    if not known.exists():
        given = {"units": [str(opinion.unit_id)], "how": "exchange", "sent_on": opinion.sent_on.isoformat()}
        engine.take(paper, "send", taking.actor, given)
    taking.facts |= {"number": opinion.number, "unit": opinion.unit.name, "until": _shown(opinion.until)}


def _shown(day: dt.date | None) -> str:
    return written(day) if day is not None else words.USUAL_TERM


def check_answer(taking: Taking) -> None:
    """What is done was done by today."""
    day = taking.answers.get("rectified_on")
    if day is not None and day > clock.as_day(taking.at):
        raise Refusal("activities.rectified_order", field="rectified_on", day=day)


def answer(taking: Taking) -> None:
    """Effect of 反馈整改情况."""
    opinion: SupervisionOpinion = taking.record
    answers = taking.answers
    opinion.answer, opinion.contact = answers["answer"], answers.get("contact", "")
    opinion.rectified_on = answers.get("rectified_on")
    opinion.answered_on, opinion.answered_by = clock.as_day(taking.at), taking.actor.name
    opinion.rounds += 1
    taking.facts["unit"] = opinion.unit.name


def check_again(taking: Taking) -> None:
    """A later day than today."""
    _check_until(taking.answers["until"], clock.as_day(taking.at))


def again(taking: Taking) -> None:
    """Effect of 退回补充."""
    opinion: SupervisionOpinion = taking.record
    opinion.opinion, opinion.until = taking.answers["opinion"], taking.answers["until"]
    taking.facts["until"] = _shown(opinion.until)


def _closes(taking: Taking) -> bool:
    opinion, code = taking.record, taking.answers["result"]
    return bool(codes.code(words.RESULTS, opinion.committee_id, code, taking.answers["looked_on"]).extra.get("closes"))


def check_look_back(taking: Taking) -> None:
    """Between the answer and today; what is not rectified gets a new day."""
    opinion: SupervisionOpinion = taking.record
    day, today = taking.answers["looked_on"], clock.as_day(taking.at)
    if day > today or (opinion.answered_on is not None and day < opinion.answered_on):
        raise Refusal("activities.looked_order", field="looked_on", day=day, answered=opinion.answered_on)
    if not _closes(taking):
        if taking.answers.get("until") is None:
            raise Refusal("activities.until_missing", field="until")
        _check_until(taking.answers["until"], today)


def look_back(taking: Taking) -> None:
    """Effect of 回头看: closed, or back to the unit with a new day."""
    opinion: SupervisionOpinion = taking.record
    answers = taking.answers
    opinion.looked_on, opinion.look_result = answers["looked_on"], answers["result"]
    opinion.finding, opinion.look_activity = answers["finding"], answers.get("look_activity")
    taking.outcome = answers["result"]
    taking.facts["result"] = codes.name_of(words.RESULTS, opinion.committee_id, answers["result"], opinion.looked_on)
    if _closes(taking):
        opinion.closed_on = opinion.looked_on
        taking.goes_to = OpinionState.CLOSED
    else:
        opinion.until = answers["until"]
        taking.goes_to = OpinionState.SENT


def withdraw(taking: Taking) -> None:
    """Effect of 撤销: it leaves the figures; the document is withdrawn in its own room."""
    taking.record.ground = taking.answers["ground"]
    taking.facts["ground"] = taking.record.ground
