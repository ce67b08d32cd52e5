"""A draft checked and adopted; a rule revised, given up, repealed."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.journal.lines import Subject
from lvzhi.links.actions import tie
from lvzhi.links.kinds import kind_of
from lvzhi.regulations import queries
from lvzhi.regulations.actions.asking import lapse_open
from lvzhi.regulations.actions.writing import new_version
from lvzhi.regulations.models import Opinion, Regulation, Version
from lvzhi.regulations.vocabulary.states import OpinionState, RegulationState, RepealWay
from lvzhi.regulations.vocabulary.words import ADOPTED_AT
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def check_hand_in(taking: Taking) -> None:
    """Every opinion given has its answer; where nobody was asked, it is said why."""
    rows = Opinion.objects.live().filter(draft=taking.record)
    open_ones = rows.filter(state=OpinionState.GIVEN).count()
    if open_ones:
        raise Refusal("regulations.unanswered", count=open_ones)
    if not taking.answers["unasked"].strip() and not rows.exists():
        raise Refusal("regulations.unasked", field="unasked")


def hand_in(taking: Taking) -> None:
    """Effect of 送审核."""
    taking.record.unasked = taking.answers["unasked"].strip()


def check_check(taking: Taking) -> None:
    """It was checked on a day that has come."""
    _not_ahead(taking, "on")


def check(taking: Taking) -> None:
    """Effect of 审核同意."""
    version: Version = taking.record
    version.checker, version.checked_on = taking.actor.name, taking.answers["on"]
    version.opinion = taking.answers["opinion"].strip()


def note_return(taking: Taking) -> None:
    """Effect of 退回修改."""
    taking.record.opinion = taking.answers["ground"].strip()


def _not_ahead(taking: Taking, field: str) -> dt.date:
    day: dt.date = taking.answers[field]
    if day > clock.as_day(taking.at):
        raise Refusal("regulations.day_ahead", field=field, day=day)
    return day


def about(taking: Taking) -> tuple[Subject, UUID] | None:
    """The record that the form names, if the actor may see it. Raises `Refusal`."""
    text = str(taking.answers.get("about") or "")
    if not text:
        return None
    name, _, key = text.partition(":")
    kind = kind_of(name)
    try:
        uid = UUID(key)
    except ValueError:
        raise Refusal("regulations.about_unknown") from None
    if kind is None or not kind.visible(taking.actor, uid):
        raise Refusal("regulations.about_unknown")
    return Subject(name, uid, kind.title(uid)), uid


def check_adopt(taking: Taking) -> None:
    """On a day that has come, not before it was checked; the meeting is one that the actor may see."""
    day, before = _not_ahead(taking, "on"), taking.record.checked_on
    if before is not None and day < before:
        raise Refusal("regulations.adopted_early", field="on", day=day, before=before)
    about(taking)


def adopt(taking: Taking) -> None:
    """Effect of 审议通过."""
    version: Version = taking.record
    version.adopted_on, version.adopted_by = taking.answers["on"], taking.answers["meeting"].strip()
    taking.facts["meeting"] = version.adopted_by


def tie_meeting(taking: Taking) -> None:
    """What follows it: the version is tied to the activity at which it was adopted."""
    found = about(taking)
    if found is not None:
        tie(taking.actor, ADOPTED_AT, taking.record, found[0])


def drop(taking: Taking) -> None:
    """Effect of 终止."""
    taking.record.ground = taking.answers["ground"].strip()


def drop_rule(taking: Taking) -> None:
    """What follows it: whoever was asked need not answer; a rule without an earlier version is given up too."""
    lapse_open(taking)
    version: Version = taking.record
    if version.regulation.state == RegulationState.PREPARING:
        version.regulation = engine.follow(version.regulation, "drop", taking)


def check_revise(taking: Taking) -> None:
    """One version is in the making at a time."""
    ahead = queries.ahead_of(taking.record)
    if ahead is not None:
        raise Refusal("regulations.revised_already", number=ahead.number, state=ahead.get_state_display())


def revise(taking: Taking) -> None:
    """Effect of 修订: why."""
    taking.facts["note"] = taking.answers["note"].strip()


def begin_revision(taking: Taking) -> None:
    """What follows it: a next version, which begins with the words of the latest."""
    regulation: Regulation = taking.record
    latest = queries.issued_of(regulation).first()
    rows: Any = Version.objects.filter(regulation=regulation)
    number = rows.order_by("-number").values_list("number", flat=True).first() or 0
    data = {"text": latest.text if latest else "", "note": taking.answers["note"], "title": regulation.title}
    version = new_version(taking.actor, regulation, data, number + 1)
    engine.begin(version, taking.actor, number=version.number)


def check_repeal(taking: Taking) -> None:
    """No version is in the making, and the rule came into force before."""
    regulation: Regulation = taking.record
    ahead, day = queries.ahead_of(regulation), taking.answers["day"]
    if ahead is not None:
        raise Refusal("regulations.being_revised", number=ahead.number, state=ahead.get_state_display())
    latest = queries.issued_of(regulation).first()
    if latest is not None and day <= latest.starts_on:
        raise Refusal(
            "regulations.repealed_early", field="day", day=day, number=latest.number, before=latest.starts_on
        )  # fmt: skip


def repeal(taking: Taking) -> None:
    """Effect of 废止: from that day on nothing of it is in force."""
    regulation: Regulation = taking.record
    answers = taking.answers
    regulation.repealed_from, regulation.repeal_way = answers["day"], answers["way"]
    regulation.repeal_ground, regulation.repeal_by = answers["ground"].strip(), answers["by"].strip()
    taking.facts |= {"way": str(RepealWay(regulation.repeal_way).label), "day": regulation.repealed_from}


def note_ground(taking: Taking) -> None:
    """Effect of a step that asks for its ground alone."""
    taking.record.ground = taking.answers["ground"].strip()
