"""Figures: how many of the staff were appraised, by grade, and how many got none (R8.2, R8.3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Q

from lvzhi.appraisal import queries, rules
from lvzhi.appraisal.vocabulary import COLUMNS, EXCLUSIONS, FIGURES, QUARTER_GRADES, YEAR_GRADES
from lvzhi.committee.scope import Scope
from lvzhi.metrics import registry
from lvzhi.metrics.declare import Column, Cut, Metric
from lvzhi.metrics.periods import Period
from lvzhi.norms import codes

KIND = "appraisal.staffline"
Choices = Sequence[tuple[str, str, tuple[str, ...]]]


def _grade(row: Any) -> str:
    return queries.exclusion_name(row) if row.exempt else queries.grade_name(row.round, row.grade)


LINE_COLUMNS = (
    Column("round", COLUMNS["title"], value=lambda row: str(row.round)),
    Column("name", COLUMNS["name"]),
    Column("department", COLUMNS["department"]),
    Column("grade", COLUMNS["grade"], value=_grade),
    Column("round__met_on", COLUMNS["met_on"], kind="date"),
)


def _table(key: str) -> Callable[[Scope, Period], Choices]:
    return lambda scope, period: [(code, name, ()) for code, name in codes.choices(key, scope.committee, period.end)]


QUARTER_CUT = Cut("grade", "等次", _table(QUARTER_GRADES), lambda value: Q(grade=value))
YEAR_CUT = Cut("grade", "等次", _table(YEAR_GRADES), lambda value: Q(grade=value))
REASON_CUT = Cut("reason", "情形", _table(EXCLUSIONS), lambda value: Q(exempt=value))


def _metric(key: str, rows: Any, cut: Cut, rule: str) -> Metric:
    name, unit, meaning = FIGURES[key]
    return Metric(
        key=key, name=name, unit=unit, meaning=meaning, rows=rows, columns=LINE_COLUMNS, cuts=(cut,),
        visible=rules.figures.rows, record_kind=KIND, rule=rule,
    )  # fmt: skip


QUARTERLY = _metric("appraisal.quarterly", queries.quarterly, QUARTER_CUT, "R8.3")
YEARLY = _metric("appraisal.yearly", queries.yearly, YEAR_CUT, "R8.2")
EXEMPTED = _metric("appraisal.exempted", queries.exempted, REASON_CUT, "R8.7")


def register() -> None:
    """Register the figures in the order of a report."""
    registry.register(QUARTERLY, YEARLY, EXEMPTED)
