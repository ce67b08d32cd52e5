"""Mis-entries: out of every figure, kept in the journal, restorable (误录作废)."""

from __future__ import annotations

import datetime as dt

from lvzhi.access import Actor, Refusal
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.people import rules
from lvzhi.people.actions import checks, memberships, posts, tenure
from lvzhi.people.models import Member, Membership, Person, Post, Staff

GROUND_LENGTH = 200
Mistaken = Member | Membership | Post | Staff


def void(actor: Actor, record: Mistaken, ground: str) -> Mistaken:
    """Take a mis-entry out of every list and figure; a voided tenure takes its places in organs out of sight with it.

    Raises:
        NotAllowed: no keeper.
        Refusal: no ground given, voided before.
    """
    rules.KEEP.check(actor, record)
    ground = checks.words("ground", ground, GROUND_LENGTH)
    if not ground:
        raise Refusal("people.ground_missing", field="ground")
    with line(actor, "people.void", subject=record, name=_person(record).name, what=record._meta.verbose_name):
        row = _locked(record)
        if row.voided_at is not None:
            raise Refusal("people.voided_before", at=clock.as_day(row.voided_at))
        row.voided_at, row.void_ground = actor.at, ground
        row.version += 1
        row.save()
    return row


def restore(actor: Actor, record: Mistaken) -> Mistaken:
    """Bring a voided record back, under the same checks as a new one. Raises `NotAllowed`, `Refusal`."""
    rules.KEEP.check(actor, record)
    with line(actor, "people.restore", subject=record, name=_person(record).name, what=record._meta.verbose_name):
        checks.lock(record.committee_id)
        row = _locked(record)
        if row.voided_at is None:
            raise Refusal("people.not_voided")
        row.voided_at, row.void_ground = None, ""
        _check(row)
        row.version += 1
        row.save()
    return row


def reopen(actor: Actor, record: Mistaken, ends: dt.date | None) -> Mistaken:
    """Give something that was ended its earlier last day again, under the same checks as a new one.

    Args:
        ends: the last day it had before; None where it had none.

    Raises:
        NotAllowed: no keeper.
        Refusal: it has no end, something else stands in its place by now.
    """
    rules.KEEP.check(actor, record)
    with line(actor, "people.reopen", subject=record, name=_person(record).name, what=record._meta.verbose_name):
        checks.lock(record.committee_id)
        row = _locked(record)
        if row.ends is None:
            raise Refusal("people.not_over")
        row.ends = ends
        if isinstance(row, Member):
            row.how_left = row.left_by = ""
        _check(row)
        row.version += 1
        row.save()
    return row


def _locked(record: Mistaken) -> Mistaken:
    return type(record).objects.select_for_update().get(pk=record.pk)


def _person(record: Mistaken) -> Person:
    return record.member.person if isinstance(record, Membership) else record.person


def _check(row: Mistaken) -> None:
    if isinstance(row, Member):
        tenure.check_tenure(row)
    elif isinstance(row, Membership):
        memberships.check(row)
    elif isinstance(row, Post):
        posts.check_post(row)
    else:
        posts.check_staff(row)
