"""Calls for materials, and clues: who offers them, who is asked to write (R11.4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.people.queries import person_of_account
from lvzhi.publications import rules
from lvzhi.publications.actions.checks import come, first_person, keep_ground, own_organ, phone, trimmed
from lvzhi.publications.models import Call, Clue
from lvzhi.publications.vocabulary.states import ClueState
from lvzhi.ui.formats import day as written_day
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

__all__ = ["call", "check_extended", "clue", "commission", "decline", "extend", "written"]


def call(actor: Actor, committee: Committee, data: Mapping[str, Any], *, once: str | None = None) -> Call:
    """Ask for materials.

    Args:
        data: ``title, topic, until``; any of ``span, starts_on, organ, contact``.
        once: key of the request, so that a second sending finds what the first one began.

    Raises:
        NotAllowed: the actor does not edit there.
        Refusal: something is missing, or it ends before it begins.
    """
    if not rules.keeps(actor, committee.pk):
        raise NotAllowed("publications.not_keeper", committee=committee.name)
    starts = data.get("starts_on") or clock.as_day(actor.at)
    if data["until"] < starts:
        raise Refusal("publications.ends_early", field="until", ends=data["until"], starts=starts)
    made = Call(
        committee=committee, title=trimmed(data, "title", needed=True), topic=trimmed(data, "topic", needed=True),
        span=trimmed(data, "span"), starts_on=starts, until=data["until"], contact=trimmed(data, "contact"),
        organ=own_organ(data.get("organ"), committee), entered_by=actor.name, created_at=actor.at,
    )  # fmt: skip
    return engine.begin(made, actor, once=once, until=written_day(made.until))


def check_extended(taking: Taking) -> None:
    """A call is extended, never cut short before it began."""
    if taking.answers["until"] < taking.record.starts_on:
        raise Refusal(
            "publications.ends_early", field="until", ends=taking.answers["until"], starts=taking.record.starts_on
        )  # fmt: skip


def extend(taking: Taking) -> None:
    """Effect of 延期."""
    taking.record.until = taking.answers["until"]
    taking.facts["until"] = written_day(taking.record.until)


def clue(actor: Actor, committee: Committee, data: Mapping[str, Any], *, once: str | None = None) -> Clue:
    """Offer a clue; a member offers in his own name, staff also for somebody outside.

    Args:
        data: ``topic, text, span, knows, suggested``; staff for others ``person`` or ``provider, unit, phone``;
            ``call`` where it answers one, ``offered_on`` where it came earlier.

    Raises:
        NotAllowed: the actor neither sits nor works there.
        Refusal: something is missing (R11.4 asks for all of it), or the telephone number is none.
    """
    if not rules.belongs(actor, committee.pk):
        raise NotAllowed("publications.not_provider", committee=committee.name)
    today = clock.as_day(actor.at)
    made = Clue(
        committee=committee, call=data.get("call"), created_at=actor.at,
        offered_on=come(data.get("offered_on") or today, today, "offered_on"),
        **{name: trimmed(data, name, needed=True) for name in ("topic", "text", "span", "knows", "suggested")},
    )  # fmt: skip
    _provider(made, actor, data)
    return engine.begin(made, actor, once=once)


def _provider(made: Clue, actor: Actor, data: Mapping[str, Any]) -> None:
    """Who offers it: somebody on the rosters, of whom nothing more is asked, or an outsider with unit and phone."""
    others = rules.keeps(actor, made.committee_id)
    made.person = first_person(data) if others else person_of_account(actor.account_id)
    name = trimmed(data, "name") if others else ""
    if made.person is None and not name:
        made.person = person_of_account(actor.account_id)
    if made.person is not None:
        made.provider, made.unit = made.person.name, made.person.work[: Clue._meta.get_field("unit").max_length]
        return
    made.provider = name or actor.name
    if name:
        made.unit = trimmed(data, "unit", needed=True)
        made.phone = phone(trimmed(data, "phone", needed=True))


def commission(taking: Taking) -> None:
    """Effect of 约稿: whom, until when.

    Raises:
        Refusal: nobody is named, or the day is past.
    """
    clue, answers = taking.record, taking.answers
    clue.writer_person = first_person(answers)
    clue.writer = clue.writer_person.name if clue.writer_person else trimmed(answers, "writer", needed=True)
    if answers["write_by"] < clock.as_day(taking.at):
        raise Refusal(
            "publications.ends_early", field="write_by", ends=answers["write_by"], starts=clock.as_day(taking.at)
        )  # fmt: skip
    clue.write_by = answers["write_by"]
    taking.facts["until"] = written_day(clue.write_by)
    taking.personal["writer"] = clue.writer


def decline(taking: Taking) -> None:
    """Effect of 不采用."""
    keep_ground(taking)


def written(cause: Taking) -> None:
    """What handing in a manuscript does to the clue it came of."""
    found: Clue | None = cause.record.clue
    if found is not None and found.voided_at is None and found.state in (ClueState.OFFERED, ClueState.COMMISSIONED):
        engine.follow(found, "written", cause)
