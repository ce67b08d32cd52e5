"""Rows of figures. Dates are stored columns, so that a period is an index range."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from lvzhi.committee.scope import Scope
from lvzhi.ledger.models import Measure
from lvzhi.ledger.queries.reading import advice, kept_by, problems
from lvzhi.ledger.vocabulary.states import Adoption, ProblemState
from lvzhi.metrics.periods import Period

Rows = QuerySet[Any]


def found(scope: Scope, period: Period) -> Rows:
    """Problems found in the period (R9.3)."""
    return problems(scope).filter(found_on__range=(period.start, period.end))


def solved(scope: Scope, period: Period) -> Rows:
    """Problems done with in the period and struck off (R9.5)."""
    return problems(scope).filter(state=ProblemState.CHECKED, done_on__range=(period.start, period.end))


def found_solved(scope: Scope, period: Period) -> Rows:
    """Of those found in the period, the ones done by its end and struck off."""
    return found(scope, period).filter(state=ProblemState.CHECKED, done_on__lte=period.end)


def still_open(scope: Scope, period: Period) -> Rows:
    """Problems found by the end of the period and not struck off by then, long-term ones apart (R9.3, R9.5)."""
    rows = problems(scope).filter(found_on__lte=period.end).exclude(state=ProblemState.LONG_TERM)
    return rows.filter(~Q(state=ProblemState.CHECKED) | Q(done_on__gt=period.end))


def long_term(scope: Scope, period: Period) -> Rows:
    """Problems found by the end of the period that are kept up for a long time (R9.3)."""
    return problems(scope).filter(found_on__lte=period.end, state=ProblemState.LONG_TERM)


def _measures(scope: Scope) -> Rows:
    rows: Rows = Measure.objects.live().within(scope).filter(problem__voided_at=None)
    return rows if scope.organ is None else rows.filter(kept_by(scope.organ, "problem__"))


def measures(scope: Scope, period: Period) -> Rows:
    """Measures against problems, made in the period (R9.3)."""
    return _measures(scope).filter(made_on__range=(period.start, period.end))


def measures_done(scope: Scope, period: Period) -> Rows:
    """Measures carried out in the period."""
    return _measures(scope).filter(done_on__range=(period.start, period.end))


def proposed(scope: Scope, period: Period) -> Rows:
    """Advice given in the period; what was converted from a proposal is counted as a proposal (R1.42)."""
    return advice(scope).filter(proposed_on__range=(period.start, period.end), converted=False)


def submitted(scope: Scope, period: Period) -> Rows:
    """Advice given in the period that went up in a document or to a unit (R3.11)."""
    return proposed(scope, period).exclude(submitted_on=None)


def converted(scope: Scope, period: Period) -> Rows:
    """Advice that a proposal not filed became, by the day of that decision (R1.42)."""
    return advice(scope).filter(proposed_on__range=(period.start, period.end), converted=True)


def answered(scope: Scope, period: Period) -> Rows:
    """Advice answered in the period, whatever the answer (R3.11)."""
    rows = advice(scope).filter(answered_on__range=(period.start, period.end), converted=False)
    return rows.exclude(outcome="")


def adopted(scope: Scope, period: Period) -> Rows:
    """Advice adopted in the period, wholly or in part."""
    return answered(scope, period).filter(outcome__in=[Adoption.WHOLLY, Adoption.PARTLY])


def turned(scope: Scope, period: Period) -> Rows:
    """Advice adopted in the period that became a document, a project, money (R3.11)."""
    return adopted(scope, period).exclude(turned="")


def adopted_partly(scope: Scope, period: Period) -> Rows:
    """Advice adopted in part."""
    return answered(scope, period).filter(outcome=Adoption.PARTLY)


def not_adopted(scope: Scope, period: Period) -> Rows:
    """Advice not adopted; each has its ground."""
    return answered(scope, period).filter(outcome=Adoption.NOT)
