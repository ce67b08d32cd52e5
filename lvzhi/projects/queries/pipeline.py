"""Rows of the investment pipeline as of a day, of what is behind its plan, of what members introduced (R11.7)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Q, QuerySet

from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.metrics.periods import Period
from lvzhi.projects.models import Lead, Part, Project
from lvzhi.projects.vocabulary.states import PLANNED, LeadState, Stage, Way

Rows = QuerySet[Any]
ENTERED = {stage: actual for stage, (_, actual) in PLANNED.items()}
"""By stage, the field with the day it was entered."""


def day_of(period: Period) -> dt.date:
    """The day as of which a stock is told."""
    return clock.until(period.end)


def _taken_up(scope: Scope, day: dt.date) -> Rows:
    """Projects in which a committee of the scope had a part by that day, each one once."""
    parts = Part.objects.live().within(scope).filter(since__lte=day)
    rows: Rows = Project.objects.live().filter(pk__in=parts.values("project_id"), taken_on__lte=day)
    rows = rows.select_related("committee")
    return rows if scope.organ is None else rows.filter(organ=scope.organ)


def reached(stage: str, day: dt.date) -> Q:
    """That a stage, or a later one, was entered by that day: a stage passed over was reached with the next."""
    stages = list(ENTERED)
    found = Q(pk__in=())
    for later in stages[stages.index(Stage(stage)) :]:
        found |= Q(**{f"{ENTERED[later]}__lte": day})
    return found


def at_stage(stage: str, day: dt.date) -> Q:
    """That it stood at that stage on that day, and had not been dropped."""
    standing = Q(left_on=None) | Q(left_on__gt=day)
    stages = list(ENTERED)
    if stage == Stage.LEAD:
        return standing & ~reached(stages[0], day)
    place = stages.index(Stage(stage))
    here = standing & reached(stage, day)
    return here & ~reached(stages[place + 1], day) if place + 1 < len(stages) else here


def invested_at(stage: str, scope: Scope, period: Period) -> Rows:
    """Projects brought in that stand at a stage on the period's last day."""
    day = day_of(period)
    return _taken_up(scope, day).filter(at_stage(stage, day), way=Way.INVEST)


def at_lead(scope: Scope, period: Period) -> Rows:
    """Leads on the period's last day."""
    return invested_at(Stage.LEAD, scope, period)


def at_talks(scope: Scope, period: Period) -> Rows:
    """In talks on the period's last day."""
    return invested_at(Stage.TALKS, scope, period)


def at_signed(scope: Scope, period: Period) -> Rows:
    """Signed, not yet begun, on the period's last day."""
    return invested_at(Stage.SIGNED, scope, period)


def at_building(scope: Scope, period: Period) -> Rows:
    """Being built on the period's last day."""
    return invested_at(Stage.BUILDING, scope, period)


def at_done(scope: Scope, period: Period) -> Rows:
    """In operation by the period's last day."""
    return invested_at(Stage.DONE, scope, period)


def lost(scope: Scope, period: Period) -> Rows:
    """Projects brought in that were dropped in the period, each with its ground."""
    rows = _taken_up(scope, period.end).filter(way=Way.INVEST)
    return rows.filter(left_on__range=(period.start, period.end))


def behind(day: dt.date) -> Q:
    """That a day planned for a stage has passed and neither the stage nor a later one was entered."""
    found = Q(pk__in=())
    for stage, (planned, _) in PLANNED.items():
        found |= Q(**{f"{planned}__lt": day}) & ~reached(stage, day)
    return found & ~reached(Stage.DONE, day) & (Q(left_on=None) | Q(left_on__gt=day))


def late(scope: Scope, period: Period) -> Rows:
    """Running projects that are behind their plan on the period's last day."""
    day = day_of(period)
    return _taken_up(scope, day).filter(behind(day))


def introduced(scope: Scope, period: Period) -> Rows:
    """Parts for which a member introduced the project, by the day they began."""
    rows: Rows = Part.objects.live().within(scope).filter(project__voided_at=None).exclude(person=None)
    rows = rows if scope.organ is None else rows.filter(project__organ=scope.organ)
    return rows.filter(since__range=(period.start, period.end)).select_related("project", "person", "committee")


def handed(scope: Scope, period: Period) -> Rows:
    """Leads that members handed in within the period; those taken back do not count."""
    rows: Rows = Lead.objects.live().within(scope).exclude(state=LeadState.WITHDRAWN)
    if scope.organ is not None:
        rows = rows.filter(project__organ=scope.organ)
    return rows.filter(handed_on__range=(period.start, period.end)).select_related("committee", "project")
