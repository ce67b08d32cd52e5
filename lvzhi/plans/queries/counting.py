"""Rows of figures: a task belongs to the period in which it is due."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.metrics.periods import Period
from lvzhi.plans.models import Plan, Task
from lvzhi.plans.queries.progress import aiming, by_records, reached, unreached, without_records
from lvzhi.plans.queries.reading import Rows, live_tasks
from lvzhi.plans.vocabulary import IN_FORCE, TaskState


def plans_made(scope: Scope, period: Period) -> Rows:
    """Plans approved in the period."""
    rows = Plan.objects.live().within(scope).filter(state__in=sorted(IN_FORCE))
    rows = rows if scope.organ is None else rows.filter(organ=scope.organ)
    found: Rows = rows.filter(approved_on__range=(period.start, period.end))
    return found


def tasks_due(scope: Scope, period: Period) -> Rows:
    """Tasks of approved plans that are due in the period; those dropped or carried over are none any more."""
    return live_tasks(scope).filter(state=TaskState.OPEN, due__range=(period.start, period.end))


def tasks_done(scope: Scope, period: Period) -> Rows:
    """Of those, the ones whose aim is reached."""
    return reached(tasks_due(scope, period))


def tasks_proved(scope: Scope, period: Period) -> Rows:
    """Of those, the ones that have as many records as are wanted and aim at no figure."""
    return by_records(tasks_due(scope, period))


def tasks_aiming(scope: Scope, period: Period) -> Rows:
    """Of those, the ones that aim at a figure: it decides."""
    return aiming(tasks_due(scope, period))


def _past(scope: Scope, period: Period) -> Rows:
    return tasks_due(scope, period).filter(due__lt=clock.today())


def tasks_late(scope: Scope, period: Period) -> Rows:
    """Of those, the ones whose day has passed without their aim being reached."""
    return unreached(_past(scope, period))


def late_unproved(scope: Scope, period: Period) -> Rows:
    """Of those, the ones that aim at no figure."""
    return without_records(_past(scope, period))


def late_aiming(scope: Scope, period: Period) -> Rows:
    """Tasks past their day that aim at a figure: it decides."""
    return aiming(_past(scope, period))


def joint_topics(scope: Scope, period: Period) -> Rows:
    """Topics with tasks of several levels, one of the scope's due in the period: each once, by its first task.

    Two committees that share a topic count it once each, and once together.
    """
    lower: QuerySet[Any] = Task.objects.live().filter(
        upper=OuterRef("pk"), plan__state__in=sorted(IN_FORCE), plan__voided_at=None
    )
    shared = tasks_due(scope, period).filter(Q(upper__isnull=False) | Exists(lower)).order_by()
    roots = shared.annotate(root=Coalesce("upper__upper_id", "upper_id", "pk")).values("root")
    rows = Task.objects.live().filter(pk__in=roots).select_related("plan", "organ", "committee")
    return rows.order_by("due", "id")
