"""Rows of the figures: scope and period first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Q, QuerySet

from lvzhi.activities.models import Activity, ActivityPlace, Participant
from lvzhi.activities.queries.reading import KIND, counting, held_here, joined_here, led, live, ours
from lvzhi.activities.vocabulary import PlaceRole, Relation, State, Verdict
from lvzhi.committee.scope import Scope
from lvzhi.joint import queries as joint
from lvzhi.joint.vocabulary import Role as PartRole
from lvzhi.metrics.periods import Period
from lvzhi.plans.models import Campaign, Task

Rows = QuerySet[Any]
Taken = Callable[[Scope, str], Q]
PART_ROLES = {Relation.ASSIST.value: PartRole.ASSIST.value, Relation.JOINT.value: PartRole.JOINT.value}


def on_lists(scope: Scope, period: Period) -> Rows:
    """Lines of lists: everybody's of activities led by the scope's committees; of those joined, their own people's."""
    rows: Rows = Participant.objects.live()
    return rows.filter(Q(activity__in=own_and_joined(scope, period)[0]) | joined_lines(scope, period))


def own_and_joined(scope: Scope, period: Period) -> tuple[Rows, Rows]:
    """Activities that count, apart: led by the scope's committees, and joined by them."""
    rows: Rows = Activity.objects.live().order_by()
    return rows.filter(held_here(scope, period)).values("pk"), rows.filter(joined_here(scope, period)).values("pk")


def joined_lines(scope: Scope, period: Period) -> Q:
    """Lines of the scope's own people on lists of what its committees have joined."""
    return Q(activity__in=own_and_joined(scope, period)[1]) & ours(scope)


def participations(scope: Scope, period: Period) -> Rows:
    """Those who were there, one row a person and activity."""
    rows = on_lists(scope, period).filter(verdict=Verdict.ATTENDED)
    return rows.order_by("-activity__held_on", "activity_id", "id")


def expected(scope: Scope, period: Period) -> Rows:
    """Those of the frozen lists who were expected; official duty is not counted (R6.13)."""
    rows = on_lists(scope, period).filter(counted=True)
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
    rows = on_lists(scope, period).filter(counted=True, verdict=Verdict.OFFICIAL)
    return rows.order_by("-activity__held_on", "id")


def related(value: str, scope: Scope, prefix: str = "", taken: Taken | None = None) -> Q:
    """Activities that the scope's committees held in one way: their own by what they say, others' by their part.

    One that others joined as equals is a joint one for its own committee too, whatever was said of it.

    Args:
        taken: of rows that belong to one committee alone (a line of a list), which count as joined in a role.
    """
    place = Scope(scope.committee, scope.below)
    equals = Q(**{f"{prefix}uid__in": joint.joined_by(KIND, role=PartRole.JOINT)})
    theirs = led(place, prefix) & Q(**{f"{prefix}relation": value})
    if value == Relation.OWN:
        return theirs & ~equals
    role = PART_ROLES[value]
    joined = taken(place, role) if taken else Q(**{f"{prefix}uid__in": joint.taking(place, KIND, role)})
    return theirs | joined | (led(place, prefix) & equals) if value == Relation.JOINT else theirs | joined


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
