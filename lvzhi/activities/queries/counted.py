"""Rows of the figures: scope and period first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from lvzhi.activities.models import ActivityPlace, Participant
from lvzhi.activities.queries.reading import counting, live
from lvzhi.activities.vocabulary import PlaceRole, State, Verdict
from lvzhi.committee.scope import Scope
from lvzhi.metrics.periods import Period
from lvzhi.plans.models import Campaign, Task

Rows = QuerySet[Any]


def participations(scope: Scope, period: Period) -> Rows:
    """Those who were there, one row a person and activity."""
    rows = Participant.objects.live().filter(verdict=Verdict.ATTENDED, activity__in=counting(scope, period))
    return rows.order_by("-activity__held_on", "activity_id", "id")


def expected(scope: Scope, period: Period) -> Rows:
    """Those of the frozen lists who were expected; official duty is not counted (R6.13)."""
    rows = Participant.objects.live().filter(counted=True, activity__in=counting(scope, period))
    return rows.exclude(verdict__in=(Verdict.OPEN, Verdict.OFFICIAL)).order_by("-activity__held_on", "id")


def came(scope: Scope, period: Period) -> Rows:
    """Those expected who were there."""
    return expected(scope, period).filter(verdict=Verdict.ATTENDED)


def absences(scope: Scope, period: Period) -> Rows:
    """Those expected who were absent without leave or other excuse (R6.5–R6.7)."""
    return expected(scope, period).filter(verdict=Verdict.ABSENT)


def leaves(scope: Scope, period: Period) -> Rows:
    """Those expected who were on leave."""
    return expected(scope, period).filter(verdict=Verdict.LEAVE)


def official(scope: Scope, period: Period) -> Rows:
    """Those of the frozen lists who were kept by official duty: in neither part of the rate of attendance (R6.6)."""
    rows = Participant.objects.live().filter(counted=True, verdict=Verdict.OFFICIAL)
    return rows.filter(activity__in=counting(scope, period)).order_by("-activity__held_on", "id")


def places(scope: Scope, period: Period) -> Rows:
    """Places seen and bodies visited; the hall where people met is none."""
    rows = ActivityPlace.objects.live().filter(activity__in=counting(scope, period))
    return rows.exclude(role=PlaceRole.VENUE).order_by("-activity__held_on", "activity_id", "number", "id")


def topics(scope: Scope, period: Period) -> list[str]:
    """What activities of the period or the year before it were about, each wording once; the title without a topic.

    What came of an activity (an answer, a problem solved) may fall into a later period than the activity.
    """
    rows = live(Scope(scope.committee, scope.below)).exclude(state=State.CANCELLED)
    rows = rows.filter(held_on__range=(period.before().start, period.end)).order_by()
    found = {topic or title for topic, title in rows.values_list("topic", "title").distinct()}
    return sorted(found)


def about(topic: str, prefix: str = "") -> Q:
    """Activities about that topic, as `topics` names it; `prefix` leads to the activity."""
    return Q(**{f"{prefix}topic": topic}) | Q(**{f"{prefix}topic": "", f"{prefix}title": topic})


def campaigns(scope: Scope, period: Period) -> Iterable[Campaign]:
    """Campaigns that ran at some time of the period."""
    rows = Campaign.objects.live().within(scope).filter(starts__lte=period.end)
    return rows.filter(Q(ends=None) | Q(ends__gte=period.start)).order_by("starts", "id")


def tasks(scope: Scope, period: Period) -> Iterable[Task]:
    """Tasks of plans that activities of the period point at."""
    used = counting(Scope(scope.committee, scope.below), period).exclude(task=None).values("task_id")
    return Task.objects.live().filter(pk__in=used).order_by("plan_id", "number")
