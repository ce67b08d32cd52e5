"""Contact points with their visits, lists of duties."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Count, Max, Q, QuerySet

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.party import rules
from lvzhi.party.models import ContactPoint, Duty, PointVisit, Seat
from lvzhi.party.vocabulary import BodyKind
from lvzhi.people.models import Post, holds
from lvzhi.people.queries import posts_on
from lvzhi.people.vocabulary import PostKind

Rows = QuerySet[Any]
LEADERS = (PostKind.CHAIRMAN, PostKind.VICE_CHAIRMAN, PostKind.SECRETARY_GENERAL)


def points(committee: Committee, day: dt.date) -> Rows:
    """Contact points that stand on the day, each with the visits of the day's year and the last of them."""
    first = dt.date(day.year, 1, 1)
    made = Q(visits__voided_at=None, visits__visited_on__range=(first, dt.date(day.year, 12, 31)))
    rows: Rows = ContactPoint.objects.live().filter(holds("", day), committee=committee)
    counted = rows.select_related("body", "person").annotate(
        made=Count("visits", filter=made), last=Max("visits__visited_on", filter=made)
    )
    found: Rows = counted.order_by("person__pinyin", "id")
    return found


def point_of(actor: Actor, uid: Any) -> ContactPoint:
    """A contact point of a committee in which the actor sits or works. Raises `Missing`."""
    rows = ContactPoint.objects.live().filter(rules.inside.rows(actor), uid=uid)
    found: ContactPoint | None = rows.select_related("body__committee", "person", "committee").first()
    if found is None:
        raise Missing("party.unknown")
    return found


def visits_of(point: ContactPoint) -> list[PointVisit]:
    """Visits, the newest first, voided ones too."""
    return list(PointVisit.objects.filter(point=point).order_by("-visited_on", "-id"))


def visit_of(actor: Actor, uid: Any) -> PointVisit:
    """A visit that the actor keeps. Raises `Missing`."""
    rows = PointVisit.objects.filter(rules.leading.visit_kept.rows(actor), uid=uid)
    found: PointVisit | None = rows.select_related("point__body", "point__person").first()
    if found is None:
        raise Missing("party.unknown")
    return found


def is_leader(person_id: int, committee: Committee, day: dt.date) -> bool:
    """Whether somebody is chairman, vice-chairman or secretary-general, or sits in the Party group, on the day."""
    posts = Post.objects.live().filter(holds("", day), committee=committee, person=person_id, kind__in=LEADERS)
    kinds = (BodyKind.PARTY_GROUP, BodyKind.AGENCY_GROUP)
    seats = Seat.objects.live().filter(holds("", day), committee=committee, person=person_id, body__kind__in=kinds)
    return posts.exists() or seats.exists()


def leaders(scope: Scope, day: dt.date) -> Any:
    """Posts of chairmen, vice-chairmen and secretaries-general on the day."""
    return posts_on(scope, day, LEADERS)


def duties_seen(actor: Actor, committee: Committee, year: int) -> Rows:
    """Duties of a year that the actor may read, person by person."""
    rows: Rows = Duty.objects.live().filter(rules.leading.duty_seen.rows(actor), committee=committee, year=year)
    return rows.defer("result").order_by("person__pinyin", "person_id", "finish_by", "id")


def duty_of(actor: Actor, uid: Any) -> Duty:
    """One that the actor may read, a voided one included. Raises `Missing`."""
    rows = Duty.objects.filter(rules.leading.duty_seen.rows(actor), uid=uid)
    found: Duty | None = rows.select_related("person", "committee").first()
    if found is None:
        raise Missing("party.unknown")
    return found


def years_of(actor: Actor, committee: Committee) -> list[int]:
    """Years of which the actor may read duties, the newest first."""
    rows = Duty.objects.live().filter(rules.leading.duty_seen.rows(actor), committee=committee)
    return sorted(set(rows.order_by().values_list("year", flat=True).distinct()), reverse=True)
