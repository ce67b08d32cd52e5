"""From rows to numbers: one value, a whole book of values in three queries, and the evidence behind each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db.models import Count, IntegerField, Max, Min, QuerySet, Value
from django.db.models import Sum as SqlSum

from lvzhi.access import Actor, Refusal
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.metrics.declare import Cut, Distinct, Each, Figure, Metric, Share, Sum
from lvzhi.metrics.periods import Period
from lvzhi.metrics.vocabulary import HIDDEN_CELL

CutValue = tuple[Cut, str]
TWO_PLACES = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Result:
    """A figure's value for a scope and period.

    Args:
        value: the number; for a share, per cent to two decimals; None where a share has an empty base or nothing was recorded to compare.
        numerator, denominator: of a share.
        low, high: of a figure per event.
        as_of: the moment of reckoning.
    """

    figure: Figure
    value: Decimal | None
    as_of: datetime
    numerator: int | None = None
    denominator: int | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    cut: CutValue | None = None

    def as_json(self) -> dict[str, object]:
        """The stable form of ``lvzhi figures --json``."""
        body: dict[str, object] = {
            "key": self.figure.key,
            "name": self.figure.name,
            "aliases": list(self.figure.aliases),
            "kind": self.figure.shape,
            "value": plain(self.value),
            "unit": self.figure.unit,
            "numerator": self.numerator,
            "denominator": self.denominator,
        }
        if self.low is not None or self.high is not None:
            body |= {"low": plain(self.low), "high": plain(self.high)}
        return body


def plain(value: Decimal | None) -> int | float | None:
    """A number for JSON: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def rate(numerator: int, denominator: int) -> Decimal | None:
    """Per cent to two decimals, plain rounding (R1.122); None over an empty base."""
    if denominator == 0:
        return None
    return (Decimal(numerator) * 100 / Decimal(denominator)).quantize(TWO_PLACES, ROUND_HALF_UP)


def rows_of(metric: Metric, scope: Scope, period: Period, cut: CutValue | None = None) -> QuerySet[Any]:
    """The rows behind a metric, narrowed to one value of a cut where asked.

    Raises:
        Refusal: ``metrics.unknown_cut``, where the metric is not split that way.
    """
    rows = metric.rows(scope, period)
    if cut is None:
        return rows
    dimension, value = cut
    own = next((one for one in metric.cuts if one.key == dimension.key), None)
    if own is None:
        raise Refusal("metrics.unknown_cut", figure=metric.name, cut=dimension.name)
    return rows.filter(own.where(value))


def _counted(figure: Figure) -> Iterator[tuple[str, Metric, Any]]:
    """The whole-number aggregates a figure needs, each with the name under which its answer comes back."""
    if isinstance(figure, Metric):
        yield figure.key, figure, Count("pk")
    elif isinstance(figure, Share):
        yield figure.key + "#part", figure.part, Count("pk")
        yield figure.key + "#whole", figure.whole, Count("pk")
    elif isinstance(figure, Distinct):
        yield figure.key, figure.metric, Count(figure.field, distinct=True)


def _one_query(wanted: Sequence[tuple[str, QuerySet[Any], Any]]) -> dict[str, int]:
    """Many counts in one statement: a UNION ALL of grouped constants; a name without rows is absent."""
    parts = [
        rows.order_by()
        .annotate(figure_name=Value(index, IntegerField()))
        .values("figure_name")
        .annotate(figure_count=aggregate)
        .values_list("figure_name", "figure_count")
        for index, (_, rows, aggregate) in enumerate(wanted)
    ]
    if not parts:
        return {}
    found = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    return {wanted[index][0]: count for index, count in found}


def book(
    wanted: Iterable[Figure], scope: Scope, period: Period, cut: CutValue | None = None
) -> dict[str, Result]:
    """Many figures at once: all counts in one statement, sums and per-event figures in one statement each."""
    listed = tuple(wanted)
    counts = _one_query(
        [
            (name, rows_of(metric, scope, period, cut), aggregate)
            for figure in listed
            for name, metric, aggregate in _counted(figure)
        ]
    )
    return {figure.key: _result(figure, scope, period, cut, counts) for figure in listed}


def _result(
    figure: Figure, scope: Scope, period: Period, cut: CutValue | None, counts: dict[str, int]
) -> Result:
    as_of = clock.now()
    if isinstance(figure, Share):
        part, whole = counts.get(figure.key + "#part", 0), counts.get(figure.key + "#whole", 0)
        return Result(figure, rate(part, whole), as_of, numerator=part, denominator=whole, cut=cut)
    if isinstance(figure, Sum):
        rows = rows_of(figure.metric, scope, period, cut)
        total = rows.order_by().aggregate(total=SqlSum(figure.field))["total"]
        return Result(figure, Decimal(total or 0), as_of, cut=cut)
    if isinstance(figure, Each):
        ends = rows_of(figure.metric, scope, period, cut).aggregate(low=Min(figure.field), high=Max(figure.field))
        low, high = (None if end is None else Decimal(end) for end in (ends["low"], ends["high"]))
        return Result(figure, low, as_of, low=low, high=high, cut=cut)
    return Result(figure, Decimal(counts.get(figure.key, 0)), as_of, cut=cut)


def compute(figure: Figure, scope: Scope, period: Period, cut: CutValue | None = None) -> Result:
    """One figure's value for a scope and period, or for one value of a cut."""
    return book([figure], scope, period, cut)[figure.key]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The rows behind one metric as a table.

    Args:
        side: "" for a plain figure, "part" or "whole" for the two lists of a share.
        lines: (row, cells); the row is None where the actor may only know that it is counted.
    """

    metric: Metric
    side: str
    rows: QuerySet[Any]

    def lines(self, actor: Actor | None, start: int = 0, size: int | None = None) -> Iterator[tuple[Any, list[object]]]:
        """Cells row by row; rows the actor may not read come as a hidden line."""
        rows = self.rows if size is None else self.rows[start : start + size]
        allowed: set[Any] | None = None
        if actor is not None and self.metric.visible is not None:
            listed = list(rows)
            keys = [row.pk for row in listed]
            allowed = set(self.rows.model._default_manager.filter(self.metric.visible(actor), pk__in=keys).values_list("pk", flat=True))
            rows_iter: Iterable[Any] = listed
        else:
            rows_iter = rows.iterator(chunk_size=2000) if size is None else rows
        for row in rows_iter:
            if allowed is not None and row.pk not in allowed:
                yield None, [HIDDEN_CELL, *[""] * (len(self.metric.columns) - 1)]
            else:
                yield row, [column.of(row) for column in self.metric.columns]


def evidence(figure: Figure, scope: Scope, period: Period, cut: CutValue | None = None) -> tuple[Evidence, ...]:
    """The rows behind a figure: one list, or for a share the part's and the whole's."""
    sides = ("part", "whole") if isinstance(figure, Share) else ("",)
    return tuple(
        Evidence(metric, side, rows_of(metric, scope, period, cut))
        for side, metric in zip(sides, figure.sources, strict=True)
    )
