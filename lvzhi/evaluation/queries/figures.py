"""The rows behind the room's figures: results that a meeting has decided, and talks about low ones."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from lvzhi.committee.scope import Scope
from lvzhi.evaluation.models import LowResult, Result
from lvzhi.evaluation.vocabulary.states import DECIDED, Subject
from lvzhi.metrics.periods import Period

Rows = QuerySet[Any]
LAST = (12, 31)


def _years(period: Period) -> tuple[int, int]:
    """The first and last year that ended within the period: an evaluation is of a whole year."""
    whole = (period.end.month, period.end.day) >= LAST
    return period.start.year, period.end.year if whole else period.end.year - 1


def assessed(scope: Scope, period: Period) -> Rows:
    """Members' results in years that ended within the period, once they are decided."""
    rows = Result.objects.live().within(scope).filter(
        evaluation__subject=Subject.MEMBER, evaluation__state__in=DECIDED, evaluation__voided_at=None,
        evaluation__year__range=_years(period),
    )  # fmt: skip
    found: Rows = rows.select_related("evaluation", "committee").order_by("evaluation__year", "spelled", "id")
    return found


def interviewed(scope: Scope, period: Period) -> Rows:
    """Talks about a low result, held within the period."""
    rows = LowResult.objects.live().within(scope).filter(talked_on__range=(period.start, period.end))
    found: Rows = rows.select_related("result__evaluation", "committee").order_by("talked_on", "id")
    return found


def grades(scope: Scope, period: Period) -> list[str]:
    """The grades given in the years of the period, the best first."""
    rows = assessed(scope, period).exclude(grade="").order_by("grade_number", "grade")
    return list(dict.fromkeys(rows.values_list("grade", flat=True)))


def of_grade(value: str) -> Q:
    """Results of a grade."""
    return Q(grade=value)
