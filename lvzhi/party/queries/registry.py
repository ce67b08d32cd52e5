"""Party organisations, who sits in them, what they held."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from lvzhi.access import Actor, Missing, Rule
from lvzhi.committee.scope import Scope
from lvzhi.party import rules
from lvzhi.party.models import Body, Meeting, Minutes, Presence, Quarter, Seat
from lvzhi.party.vocabulary import LEADING, BodyKind, Form, Post
from lvzhi.people.models import Person, holds
from lvzhi.people.queries import affiliations_of
from lvzhi.people.vocabulary import CPC

Rows = QuerySet[Any]


def bodies(scope: Scope, day: dt.date) -> Rows:
    """Organisations that stand on the day, with ``count`` of their people and ``leaders``. Two queries."""
    leading = Seat.objects.live().filter(holds("", day), post__in=LEADING).order_by("-post", "id")
    here = Q(seats__voided_at=None) & holds("seats__", day)
    rows: Rows = Body.objects.live().within(scope).filter(holds("", day)).select_related("organ", "above", "committee")
    if scope.organ is not None:
        rows = rows.filter(organ=scope.organ)
    counted = rows.annotate(count=Count("seats", filter=here))
    found: Rows = counted.prefetch_related(Prefetch("seats", leading, to_attr="leaders")).order_by("id")
    return found


def _one(rows: Any, rule: Rule, actor: Actor, uid: Any) -> Any:
    found = rows.filter(rule.rows(actor), uid=uid).first()
    if found is None:
        raise Missing("party.unknown")
    return found


def body_of(actor: Actor, uid: Any) -> Body:
    """An organisation that the actor may see. Raises `Missing`."""
    rows = Body.objects.live().select_related("organ", "above", "committee")
    found: Body = _one(rows, rules.visible, actor, uid)
    return found


def seat_of(actor: Actor, uid: Any) -> Seat:
    """A place that the actor keeps. Raises `Missing`."""
    rows = Seat.objects.live().select_related("body__committee", "person")
    found: Seat = _one(rows, rules.keeper, actor, uid)
    return found


def meeting_of(actor: Actor, uid: Any) -> Meeting:
    """A meeting that the actor may read, a voided one included. Raises `Missing`."""
    found: Meeting = _one(Meeting.objects.select_related("body__committee"), rules.meeting_seen, actor, uid)
    return found


def quarter_of(actor: Actor, uid: Any) -> Quarter:
    """A quarter that the actor may read. Raises `Missing`."""
    found: Quarter = _one(Quarter.objects.select_related("body__committee"), rules.meeting_seen, actor, uid)
    return found


def seats_on(body: Body, day: dt.date) -> list[Seat]:
    """Who sits in it on the day: the secretary first, then by name. One query."""
    places = {post.value: place for place, post in enumerate(Post)}
    rows = Seat.objects.live().filter(holds("", day), body=body).select_related("person")
    return sorted(rows.order_by("person__pinyin", "id"), key=lambda row: places[row.post])


def leaders_on(body: Body, day: dt.date) -> list[Seat]:
    """Secretary and deputies on the day."""
    rows = Seat.objects.live().filter(holds("", day), body=body, post__in=LEADING)
    return list(rows.order_by("-post", "id"))


def quarter_on(body: Body, first: dt.date) -> Quarter | None:
    """The organisation's quarter that begins on a day; None where none was opened."""
    found: Quarter | None = Quarter.objects.live().filter(body=body, starts_on=first).first()
    if found is not None:
        found.body = body
    return found


def branch_of(person: Person, committee_id: int, day: dt.date) -> Seat | None:
    """Where a Party member belongs on the day: the fixed or temporary branch, else a functional one."""
    rows = Seat.objects.live().filter(
        holds("", day), person=person, body__kind=BodyKind.BRANCH, body__committee_id=committee_id, body__voided_at=None
    )
    found = sorted(rows.select_related("body"), key=lambda row: (row.body.form == Form.FUNCTIONAL, row.pk))
    return found[0] if found else None


def places_of(person_id: int, committee_id: int, day: dt.date) -> list[Seat]:
    """Every organisation of a committee in which somebody sits on the day. One query."""
    rows = Seat.objects.live().filter(
        holds("", day), person=person_id, body__committee=committee_id, body__voided_at=None
    )
    return list(rows.select_related("body").order_by("body__kind", "id"))


def party_member(person: Person, day: dt.date) -> bool:
    """Whether somebody is recorded as a Party member on the day."""
    return affiliations_of(person, day).filter(party=CPC).exists()


def meetings_of(body: Body, start: dt.date, end: dt.date) -> list[Meeting]:
    """What it planned and held between two days, the newest first."""
    rows = Meeting.objects.live().filter(body=body, held_on__range=(start, end))
    return list(rows.order_by("-held_on", "-id"))


def meetings_seen(actor: Actor, uids: Any) -> list[Meeting]:
    """Those of some meetings that the actor may read."""
    rows = Meeting.objects.live().filter(rules.meeting_seen.rows(actor), uid__in=list(uids)).select_related("body")
    return list(rows.order_by("-held_on"))


def presences(meeting: Meeting) -> list[Presence]:
    """Who came."""
    rows = Presence.objects.live().filter(meeting=meeting).select_related("person")
    return list(rows.order_by("person__pinyin", "id"))


def minutes_of(meeting: Meeting) -> Minutes | None:
    """What was said there in criticism; for the organisation itself and the one above it."""
    found: Minutes | None = Minutes.objects.live().filter(meeting=meeting).first()
    return found
