"""Practical deeds of Party members 办实事, with proof (M16)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.party import rules
from lvzhi.party.models import Deed
from lvzhi.party.queries import branch_of, party_member
from lvzhi.party.vocabulary import LEADING
from lvzhi.people.models import Person
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

FIELDS = ("title", "done_on", "beneficiary", "text")


def begin_deed(
    actor: Actor, committee: Committee, person: Person, data: Mapping[str, Any], *, once: str | None = None
) -> Deed:
    """Put down a deed of a Party member: one's own, or another's where the actor keeps or leads.

    Args:
        data: ``title``, ``done_on``, ``text``; ``beneficiary``.
        once: key of the request; the same again gives the same deed.

    Raises:
        NotAllowed: of somebody whose branch the actor does not lead.
        Refusal: no Party member that day, a day to come, no account of what was done.
    """
    known = engine.begun(Deed, actor, once)
    if known is not None:
        return known
    seat = branch_of(person, committee.pk, data["done_on"])
    deed = Deed(
        person=person, committee=committee, name=person.name, body=seat.body if seat else None,
        by_leading=seat is not None and seat.post in LEADING, created_at=actor.at,
    )  # fmt: skip
    if not rules.deed_kept(actor, deed) and not (deed.body is not None and rules.leads(actor, deed.body)):
        raise NotAllowed("access.not_allowed", who=rules.deed_kept.label)
    _fill(deed, data, actor)
    return engine.begin(deed, actor, once=once)


def _fill(deed: Deed, data: Mapping[str, Any], actor: Actor) -> None:
    for name in FIELDS:
        value = data.get(name, "")
        setattr(deed, name, value.strip() if isinstance(value, str) else value)
    if deed.done_on > clock.as_day(actor.at):
        raise Refusal("party.ahead", field="done_on", day=deed.done_on)
    if not party_member(deed.person, deed.done_on):
        raise Refusal("party.deed_not_member", field="done_on", name=deed.name, day=deed.done_on)
    if not deed.text:
        raise Refusal("party.deed_text", field="text")


def check_deed(taking: Taking) -> None:
    """A deed corrected is checked as one begun."""
    _fill(taking.record, taking.answers, taking.actor)


def correct(taking: Taking) -> None:
    """Effect of 补充: the ground of the return is met."""
    taking.record.ground = ""


def note_return(taking: Taking) -> None:
    """Effect of 退回补充."""
    taking.record.ground = taking.answers["ground"]
