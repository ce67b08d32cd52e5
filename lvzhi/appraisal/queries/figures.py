"""Rows of figures: lines of decided rounds whose period ends within the days looked at."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from lvzhi.appraisal.models import StaffLine
from lvzhi.appraisal.vocabulary import Kind, LineState, State
from lvzhi.committee.scope import Scope
from lvzhi.metrics.periods import Period


def _decided(scope: Scope, period: Period) -> QuerySet[Any]:
    rows = StaffLine.objects.live().within(scope).filter(
        round__voided_at=None, round__state__in=(State.DECIDED, State.ARCHIVED),
        round__ends_on__range=(period.start, period.end),
    )  # fmt: skip
    return rows.select_related("round").order_by("round__ends_on", "department", "id")


def quarterly(scope: Scope, period: Period) -> QuerySet[Any]:
    """Graded in a quarter."""
    return _decided(scope, period).filter(round__kind=Kind.QUARTER).exclude(state=LineState.EXEMPT)


def yearly(scope: Scope, period: Period) -> QuerySet[Any]:
    """Graded for a year."""
    return _decided(scope, period).filter(round__kind=Kind.YEAR).exclude(state=LineState.EXEMPT)


def exempted(scope: Scope, period: Period) -> QuerySet[Any]:
    """Without a grade."""
    return _decided(scope, period).filter(state=LineState.EXEMPT)
