"""Handing what is known of units to another supervising body, and noting its receipt (R4.2)."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.db.models import Max

from lvzhi.access import Actor, Refusal
from lvzhi.activities import rules
from lvzhi.activities.models import Exchange, ExchangeUnit
from lvzhi.activities.vocabulary import supervision as words
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.directory.models import Unit
from lvzhi.files.actions import attach
from lvzhi.norms import codes
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What goes to whom.

    Args:
        body: code of the table `activities.exchange_body`; ``receiver`` is its name.
        since, until: the days that the records are taken from, both counted.
    """

    body: str
    receiver: str
    units: Sequence[Unit]
    since: dt.date
    until: dt.date


Package = tuple[bytes, int]  # the file, and how many records it holds
Build = Callable[[Exchange, Sequence[Unit]], Package]


def make_exchange(
    actor: Actor, committee: Committee, asked: Asked, build: Build, *, once: str | None = None
) -> Exchange:
    """Make a package, keep it as it went out, and wait for its receipt.

    Args:
        build: writes the file.

    Raises:
        NotAllowed: not the office.
        Refusal: no unit, days in the wrong order, or nothing to hand over.
    """
    done = engine.begun(Exchange, actor, once)
    if done is not None:
        return done
    if not asked.units:
        raise Refusal("activities.exchange_units", field="units")
    if asked.since > asked.until:
        raise Refusal("activities.exchange_days", field="until", since=asked.since, until=asked.until)

    def belongings(saved: Exchange) -> None:
        for unit in asked.units:
            ExchangeUnit(exchange=saved, unit=unit).save()
        name = words.PACKAGE["file"].format(number=saved.number)
        attach(actor, saved._meta.label_lower, saved.uid, SimpleUploadedFile(name, data))

    with transaction.atomic():
        made = _numbered(actor, committee, asked)
        rules.office.check(actor, made)
        data, made.records = build(made, asked.units)
        if not made.records:
            raise Refusal("activities.exchange_empty", field="units")
        made.digest = hashlib.sha256(data).hexdigest()
        return engine.begin(made, actor, once=once, does=belongings, units=len(asked.units), records=made.records)


def _numbered(actor: Actor, committee: Committee, asked: Asked) -> Exchange:
    day = clock.as_day(actor.at)
    place = Committee.objects.select_for_update().get(pk=committee.pk)
    codes.code(words.BODIES, place, asked.body, day)
    serial = (Exchange.objects.filter(committee=place, year=day.year).aggregate(last=Max("serial"))["last"] or 0) + 1
    return Exchange(
        committee=place, body=asked.body, receiver=asked.receiver.strip(), year=day.year, serial=serial,
        number=words.PACKAGE["number"].format(year=day.year, seq=serial), since=asked.since, until=asked.until,
        made_on=day, made_by=actor.name, created_at=actor.at,
    )  # fmt: skip


def check_receipt(taking: Taking) -> None:
    """Not before it was made, nor to come."""
    day, exchange = taking.answers["on"], taking.record
    if day < exchange.made_on:
        raise Refusal("activities.receipt_order", field="on", day=day, made=exchange.made_on)
    if day > clock.as_day(taking.at):
        raise Refusal("activities.sent_later", field="on", day=day)


def receive(taking: Taking) -> None:
    """Effect of 登记回执."""
    exchange: Exchange = taking.record
    exchange.receipt_on, exchange.receipt_by = taking.answers["on"], taking.answers["by"]
    exchange.note = taking.answers.get("received_note", "")
    taking.facts |= {"by": exchange.receipt_by, "day": exchange.receipt_on}
