"""Whose file: members, organs and committees that the actor may look at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.queries import sessions_of
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.dossier import rules
from lvzhi.metrics.periods import Period
from lvzhi.people.models import Member, Membership
from lvzhi.people.queries import members_of_account, memberships, posts_of, told_apart

LEDGERS = (
    OrganKind.SPECIAL_COMMITTEE,
    OrganKind.SECTOR,
    OrganKind.LIAISON_GROUP,
    OrganKind.STUDY_GROUP,
    OrganKind.PARTY,
    OrganKind.FEDERATION,
)
ONE_DAY = dt.timedelta(days=1)


def member(actor: Actor, uid: UUID) -> Member:
    """The member whose file the actor may read.

    Raises:
        Missing: none such, or not for this actor; the two are told alike.
    """
    rows = Member.objects.live().filter(rules.FILE.rows(actor), uid=uid)
    found: Member | None = rows.select_related("person", "committee", "term").first()
    if found is None:
        raise Missing("dossier.unknown")
    return found


def own(actor: Actor, day: dt.date) -> Member:
    """The actor's own tenure: that of the day, otherwise the last.

    Raises:
        Missing: ``dossier.not_member``.
    """
    tenures = list(members_of_account(actor.account_id))
    found: Member | None = next((row for row in tenures if row.holds_on(day)), tenures[0] if tenures else None)
    if found is None:
        raise Missing("dossier.not_member")
    return found


def organ(actor: Actor, uid: UUID) -> Organ:
    """The organ whose ledger the actor may read.

    Raises:
        Missing: none such, or not for this actor.
    """
    found = Organ.objects.filter(rules.ORGAN.rows(actor), uid=uid).select_related("committee").first()
    if found is None:
        raise Missing("dossier.unknown_organ")
    return found


def organs(actor: Actor, committee: Committee, period: Period) -> QuerySet[Organ]:
    """Organs of a committee that stood in the period and have members, whose ledgers the actor may read."""
    rows = Organ.objects.filter(rules.ORGAN.rows(actor), committee=committee, kind__in=LEDGERS)
    stood = Q(ends=None) | Q(ends__gte=period.start)
    return rows.filter(stood, starts__lte=period.end).order_by("kind", "code", "pk")


def sat_in(place: Organ, period: Period) -> QuerySet[Any]:
    """Tenures of those who sat in the organ at any time of the period."""
    seats = Membership.objects.live().filter(Q(ends=None) | Q(ends__gte=period.start), organ=place)
    seats = seats.filter(starts__lte=period.end)
    rows = Member.objects.live().filter(Q(ends=None) | Q(ends__gte=period.start), committee=place.committee_id)
    found: QuerySet[Any] = rows.filter(starts__lte=period.end, pk__in=seats.values("member_id"))
    return found


def named(rows: QuerySet[Any], day: dt.date) -> list[tuple[Member, str]]:
    """Tenures by name, one a person, each with what to call it; two of a name are told apart. Three queries at most."""
    found: dict[int, Member] = {}
    for row in rows.select_related("person").order_by("person__pinyin", "person_id", "-starts"):
        found.setdefault(row.person_id, row)
    listed = list(found.values())
    called = told_apart(listed, day)
    return [(row, called.get(row.pk, row.person.name)) for row in listed]


def readable(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Of these tenures those whose file the actor may read."""
    found: QuerySet[Any] = rows.filter(rules.FILE.rows(actor))
    return found


def called(persons: Iterable[int], committee: Committee, day: dt.date) -> dict[int, tuple[Member, str]]:
    """Tenures in the committee by person, with what to call each."""
    rows = Member.objects.live().filter(committee=committee, person_id__in=list(persons))
    return {row.person_id: (row, name) for row, name in named(rows, day)}


def spans(committee: Committee, today: dt.date) -> list[tuple[str, str]]:
    """Sessions 会次 that are over, as spans from opening to opening: name and the text of the period. One query."""
    rows = list(sessions_of(committee).filter(opens__lte=today))
    return [
        (row.name, f"{row.opens.isoformat()}..{(later.opens - ONE_DAY).isoformat()}") for later, row in pairwise(rows)
    ]


def offices(one: Member, day: dt.date) -> tuple[list[str], dict[str, list[str]]]:
    """Posts of the day, highest first, and names of the organs sat in by kind. Two queries."""
    posts = [str(post.get_kind_display()) for post in posts_of(one.person, one.committee_id, day)]
    found: dict[str, list[str]] = {}
    for seat in memberships(one, day):
        found.setdefault(seat.organ.kind, []).append(seat.organ.name_on(day))
    return posts, found
