"""Donations, community posts and study plans: scope first, then the days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db.models import DateField, Exists, OuterRef, Q, QuerySet, Value

from lvzhi.access import Actor, Missing, Refusal
from lvzhi.activities import rules
from lvzhi.activities.models import CommunityPost, Giving, StudyPlan
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.metrics.periods import Period
from lvzhi.people.models import Member, Person
from lvzhi.people.queries import members_on

Rows = QuerySet[Any]


def givings(scope: Scope, period: Period) -> Rows:
    """Donations of the period, by the day they were given; with an organ, those of its activities."""
    rows = Giving.objects.live().within(scope).filter(given_on__range=(period.start, period.end))
    if scope.organ is not None:
        rows = rows.filter(activity__organ=scope.organ)
    return rows.select_related("committee", "activity").order_by("-given_on", "-id")


def posts_on(scope: Scope, day: dt.date) -> Rows:
    """Reports to communities standing on a day, of members in office."""
    rows = CommunityPost.objects.live().within(scope).filter(Q(ends=None) | Q(ends__gte=day), starts__lte=day)
    rows = rows.filter(member__in=members_on(scope, day).values("pk"))
    rows = rows.select_related("member__person", "unit", "committee")
    return rows.order_by("unit__name", "member__person__pinyin", "id")


def reported(scope: Scope, period: Period) -> Rows:
    """Members in office on the period's last day who have reported to a village or community, carrying that day."""
    day = clock.until(period.end)
    standing = CommunityPost.objects.live().filter(
        Q(ends=None) | Q(ends__gte=day), member=OuterRef("pk"), starts__lte=day
    )
    rows: Rows = members_on(scope, day).filter(Exists(standing)).select_related("person", "committee")
    dated: Rows = rows.annotate(as_of=Value(day, DateField()))  # which the dimensions of members ask for
    return dated.order_by("committee_id", "person__pinyin", "pk")


def study_plans(scope: Scope, period: Period) -> Rows:
    """Personal study plans that came in within the period."""
    rows = StudyPlan.objects.live().within(scope).filter(handed_in_on__range=(period.start, period.end))
    return rows.select_related("person", "committee", "campaign").order_by("-handed_in_on", "person__pinyin", "id")


def seen(rows: Rows, actor: Actor) -> Rows:
    """Of these rows, those the actor may read."""
    return rows.filter(rules.note_visible(actor, rows.model))


def one_noted(model: Any, actor: Actor, uid: Any) -> Any:
    """The row of that uid, if the actor may read it.

    Raises:
        Missing: none such, or not visible; the two are told alike.
    """
    found = model.objects.filter(rules.note_visible(actor, model), uid=uid).select_related("committee").first()
    if found is None:
        raise Missing("activities.unknown_note")
    return found


def readable(model: Any, actor: Actor, committee: Committee) -> Rows:
    """Rows of one sort in a committee that the actor reads, with what a list shows of them."""
    beside = {"CommunityPost": ("member__person", "unit"), "StudyPlan": ("person",)}.get(model.__name__, ())
    rows: Rows = model.objects.live().filter(rules.note_visible(actor, model), committee=committee)
    return rows.select_related(*beside) if beside else rows


def tenures(committee: Committee, persons: Sequence[Person], day: dt.date) -> list[Member]:
    """The tenures of these persons on a day, in the order given.

    Raises:
        Refusal: one of them is no member in office that day.
    """
    found = {row.person_id: row for row in members_on(Scope(committee), day).filter(person__in=persons)}
    for person in persons:
        if person.pk not in found:
            raise Refusal("activities.not_seated", field="people", member=person.name, day=day)
    return [found[person.pk] for person in persons]
