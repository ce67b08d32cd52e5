"""Logging a contact in one tap, and what is added after it (R6.18)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from lvzhi.access import Actor, Refusal
from lvzhi.contacts import rules
from lvzhi.contacts.models import Contact, Pair
from lvzhi.contacts.vocabulary.codes import MODES
from lvzhi.contacts.vocabulary.sentences import UNDO_GROUND
from lvzhi.contacts.vocabulary.states import ContactState
from lvzhi.contacts.vocabulary.words import OPEN_END
from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def log(
    actor: Actor, pair: Pair, mode: str, *, on: dt.date | None = None, more: Mapping[str, Any] | None = None,
    once: str | None = None,
) -> Contact:  # fmt: skip
    """Log a contact: one's own, or on behalf where the actor keeps the network or heads the organ.

    Args:
        on: the day, that of acting unless given.
        more: ``topic``, ``problem``, ``follow_on``, where they are known at once.
        once: key of the request; the same again gives the same contact.

    Raises:
        NotAllowed: of somebody else's pair.
        Refusal: an unknown mode, a day to come or one on which the pair did not hold.
    """
    known = engine.begun(Contact, actor, once)
    if known is not None:
        return known
    rules.logs.check(actor, pair)
    day = on or clock.as_day(actor.at)
    _check_day(pair, day, clock.as_day(actor.at))
    names = dict(codes.choices(MODES, pair.committee_id, day))
    if mode not in names:
        raise Refusal("contacts.mode", field="mode")
    contact = Contact(
        pair=pair, committee_id=pair.committee_id, met_on=day, mode=mode, entered_by=actor.name,
        for_other=not rules.own(actor, pair), created_at=actor.at,
    )  # fmt: skip
    told = {name: value for name, value in (more or {}).items() if value}
    with transaction.atomic():
        engine.begin(contact, actor, once=once, mode=names[mode], day=day)
        if told:
            contact = engine.take(contact, "add", actor, {"met_on": day, "mode": mode, **told})
    return contact


def _check_day(pair: Pair, day: dt.date, today: dt.date) -> None:
    if day > today:
        raise Refusal("contacts.ahead", field="met_on", day=day)
    if pair.voided_at is not None or not pair.holds_on(day):
        facts = {"near": pair.near_name, "far": pair.far_name, "starts": pair.starts, "ends": pair.ends or OPEN_END}
        raise Refusal("contacts.outside_pair", field="met_on", day=day, **facts)


def check_more(taking: Taking) -> None:
    """What is added fits the pair, and what follows does not lie before the contact."""
    contact, given = taking.record, taking.answers
    _check_day(contact.pair, given["met_on"], clock.as_day(taking.at))
    follow = given.get("follow_on")
    if follow is not None and follow < given["met_on"]:
        raise Refusal("contacts.follow_early", field="follow_on", follow=follow, day=given["met_on"])


def add(taking: Taking) -> None:
    """Effect of 补充: what was talked about; a problem or a day to follow up keeps the contact open."""
    contact, given = taking.record, taking.answers
    for name in ("met_on", "mode", "topic", "problem", "follow_on"):
        setattr(contact, name, given[name])
    taking.goes_to = ContactState.OPEN if contact.problem or contact.follow_on else ContactState.NOTED


def check_followed(taking: Taking) -> None:
    """Not in the future, not before the contact."""
    day = taking.answers["followed_on"]
    if day > clock.as_day(taking.at):
        raise Refusal("contacts.ahead", field="followed_on", day=day)
    if day < taking.record.met_on:
        raise Refusal("contacts.follow_early", field="followed_on", follow=day, day=taking.record.met_on)


def follow(taking: Taking) -> None:
    """Effect of 跟进完成."""
    taking.record.followed_on = taking.answers["followed_on"]
    taking.record.result = taking.answers["result"]
    taking.facts["day"] = taking.record.followed_on


def undo(actor: Actor, contact: Contact) -> Contact:
    """Take back a contact just logged, without asking why; a second time changes nothing.

    Raises:
        NotAllowed: another's.
        Refusal: logged too long ago.
    """
    rules.contact_logged.check(actor, contact)
    if contact.voided_at is not None:
        return contact
    if not rules.still_back(actor, contact):
        raise Refusal("contacts.undo_late", hours=rules.hours_back(contact))
    return engine.void(contact, actor, UNDO_GROUND)
