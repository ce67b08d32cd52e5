"""Sending a paper out, and its receipt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import transaction

from lvzhi.access import Actor, Refusal
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.papers import rules
from lvzhi.papers.models import NAME_MOST, Dispatch, Paper
from lvzhi.papers.vocabulary import NAMES, Receiver
from lvzhi.workflow.declare import Taking
from lvzhi.workflow.registry import ensue

PARTED = ("units", "committees", "organs")


def check_send(taking: Taking) -> None:
    """Somebody is named, and the day lies between the document's own and today."""
    paper, answers = taking.record, taking.answers
    if not any(answers.get(name) for name in (*PARTED, "leaders", "bodies")):
        raise Refusal("papers.nobody", field="units")
    day: date = answers["sent_on"]
    if paper.dated_on is not None and day < paper.dated_on:
        raise Refusal("papers.sent_early", field="sent_on", sent=day, dated=paper.dated_on)
    if day > clock.as_day(taking.at):
        raise Refusal("papers.sent_ahead", field="sent_on", day=day)


def send_out(taking: Taking) -> None:
    """Effect of 登记发送: a line for each receiver; one that has the document already is not named again."""
    paper: Paper = taking.record
    known = set(Dispatch.objects.live().filter(paper=paper).values_list("receiver", "name"))
    made = []
    for row in _rows(taking):
        if (row.receiver, row.name) not in known:
            row.save()
            made.append(row)
    paper.sent_on = paper.sent_on or taking.answers["sent_on"]
    taking.facts["count"] = len(made)
    taking.facts["names"] = NAMES.join(row.name for row in made if row.receiver != Receiver.LEADER)


def _rows(taking: Taking) -> Iterator[Dispatch]:
    answers = taking.answers
    shared: dict[str, Any] = {
        "paper": taking.record,
        "committee_id": taking.record.committee_id,
        "sent_on": answers["sent_on"],
        "how": answers["how"],
        "created_at": taking.at,
    }
    for unit in answers.get("units", ()):
        yield Dispatch(receiver=Receiver.UNIT, unit=unit, name=unit.name, **shared)
    for place in answers.get("committees", ()):
        yield Dispatch(receiver=Receiver.COMMITTEE, to_committee=place, name=place.name, **shared)
    for organ in answers.get("organs", ()):
        yield Dispatch(receiver=Receiver.ORGAN, organ=organ, name=organ.name, **shared)
    for kind, names in ((Receiver.LEADER, "leaders"), (Receiver.BODY, "bodies")):
        for name in answers.get(names, ()):
            yield Dispatch(receiver=kind, name=name, **shared)


def receive(dispatch: Dispatch, actor: Actor, *, on: date, by: str) -> Dispatch:
    """Sign for a document, or note when it was signed for on paper.

    Raises:
        NotAllowed: neither the receiver nor the office that sent it.
        Refusal: signed for already, or on a day that cannot be.
    """
    with transaction.atomic():
        locked = _locked(dispatch)
        rules.receives.check(actor, locked)
        if on > clock.as_day(actor.at):
            raise Refusal("papers.receipt_ahead", field="on", day=on)
        return _sign(locked, actor, on, by.strip() or actor.name)


def receipt_known(dispatch: Dispatch, actor: Actor, *, on: date, by: str) -> Dispatch:
    """Note that it was signed for where it lives on, as the receiver's own system told; whose word that is was checked.

    Raises:
        Refusal: signed for already, or before it was sent.
    """
    with transaction.atomic():
        return _sign(_locked(dispatch), actor, on, by)


def _locked(dispatch: Dispatch) -> Dispatch:
    rows = Dispatch.objects.select_for_update(of=("self",)).select_related("paper")
    found: Dispatch = rows.get(pk=dispatch.pk)
    return found


def _sign(locked: Dispatch, actor: Actor, on: date, by: str) -> Dispatch:
    if locked.receipt_on is not None:
        raise Refusal("papers.receipt_again", name=locked.name, day=locked.receipt_on)
    if on < locked.sent_on:
        raise Refusal("papers.receipt_early", field="on", received=on, sent=locked.sent_on)
    with line(actor, "papers.received", subject=locked.paper, name=locked.name):
        locked.receipt_on, locked.receipt_by = on, by[:NAME_MOST]
        locked.version += 1
        locked.save()
    ensue("papers.received", locked, actor)
    return locked
