"""Figures of honours by level, bearer and kind of work (M21)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Q

from lvzhi.committee.queries import organs_of
from lvzhi.committee.scope import Scope
from lvzhi.honours import queries, rules
from lvzhi.honours import vocabulary as words
from lvzhi.metrics import registry
from lvzhi.metrics.declare import Column, Cut, Metric, Says
from lvzhi.metrics.periods import Period
from lvzhi.norms import codes

C = words.COLUMNS
Choices = Sequence[tuple[str, str, tuple[str, ...]]]


def level_name(row: Any) -> str:
    """What its level was called on the day it was given."""
    return codes.name_of(words.LEVELS, row.committee_id, row.level, row.given_on)


def kind_name(row: Any) -> str:
    """What the kind of work was called then; nothing for persons and organs."""
    return codes.name_of(words.WORKS, row.committee_id, row.work_kind, row.given_on) if row.work_kind else ""


def bearer_name(row: Any) -> str:
    """Whether a person, an organ or a work has it."""
    return str(words.Bearer(row.bearer).label)


def _table(key: str) -> Callable[[Scope, Period], Choices]:
    def choices(scope: Scope, period: Period) -> Choices:
        return [
            (one.code, one.name, tuple(word for word in str(one.extra.get("words", "")).split(words.NAMES) if word))
            for one in codes.entries(key, scope.committee, period.end)
        ]

    return choices


def _organs(scope: Scope, period: Period) -> Choices:
    return [(str(one.pk), one.name, ()) for one in organs_of(scope)]


LEVEL_CUT = Cut("level", words.CUTS["level"], _table(words.LEVELS), lambda value: Q(level=value))
KIND_CUT = Cut("kind", words.CUTS["kind"], _table(words.WORKS), lambda value: Q(work_kind=value))
BEARER_CUT = Cut(
    "bearer",
    words.CUTS["bearer"],
    lambda scope, period: [(one.value, str(one.label), ()) for one in words.Bearer],
    lambda value: Q(bearer=value),
)
ORGAN_CUT = Cut("organ", words.CUTS["organ"], _organs, lambda value: Q(organ_id=int(value)))
COLUMNS = (
    Column("given_on", C["given_on"], kind="date"),
    Column("name", C["who"]),
    Column("work", C["work"]),
    Column("title", C["title"]),
    Column("grade", C["grade"]),
    Column("level", C["level"], value=level_name),
    Column("given_by", C["given_by"]),
    Column("number", C["number"]),
)


def _figure(name: str, rows: Any, says: tuple[Says, ...], *cuts: Cut) -> Metric:
    told = words.TOLD[name]
    return Metric(
        key=f"honours.{name}", name=told[0], unit=told[1], meaning=told[2], aliases=told[3], rows=rows, says=says,
        columns=COLUMNS, cuts=(LEVEL_CUT, *cuts, ORGAN_CUT), visible=rules.visible.rows, record_kind=queries.KIND,
        rule="M21",
    )  # fmt: skip


HONOURS = _figure(
    "honours", queries.given, (Says(subjects=words.SUBJECTS, actions=words.GETS, units=words.UNITS),), BEARER_CUT
)
WORKS = _figure(
    "works",
    queries.to_works,
    (
        Says(named_by=("kind",), actions=words.RATED, units=words.WORK_UNITS, needs=(words.PRIZED,)),
        Says(subjects=words.WORK_SUBJECTS, actions=words.RATED, units=words.WORK_UNITS, needs=(words.PRIZED,)),
    ),
    KIND_CUT,
)
PERSONS = _figure("persons", queries.to_persons, ())
FIGURES = (HONOURS, WORKS, PERSONS)


def register() -> None:
    """Register the figures in the order of a report."""
    registry.register(*FIGURES)
