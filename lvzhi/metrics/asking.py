"""A question: a figure for a scope and period, narrowed to values of its dimensions, and the rows it asks of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, QuerySet

from lvzhi.access import Refusal
from lvzhi.committee.scope import Scope
from lvzhi.metrics.declare import Cut, Distinct, Figure, Metric, RowsOf, Share
from lvzhi.metrics.others import condition
from lvzhi.metrics.periods import Period

CutValue = tuple[Cut, str]


def rows_of(
    metric: Metric, scope: Scope, period: Period, *cuts: CutValue, among: RowsOf | None = None
) -> QuerySet[Any]:
    """The rows behind a metric, narrowed where asked: values of one dimension add up, dimensions narrow each other.

    Args:
        among: other rows of the metric than those that belong to it: its ``plain`` or its ``waits``.

    Raises:
        Refusal: ``metrics.unknown_cut``, where the metric is not split that way.
    """
    base = rows = (among or metric.rows)(scope, period)
    for key in dict.fromkeys(dimension.key for dimension, _ in cuts):
        own = next((one for one in metric.cuts if one.key == key), None)
        if own is None:
            name = next(dimension.name for dimension, _ in cuts if dimension.key == key)
            raise Refusal("metrics.unknown_cut", figure=metric.name, cut=name)
        wanted = (condition(own, value, scope, base) for dimension, value in cuts if dimension.key == key)
        rows = rows.filter(reduce(or_, wanted))
    return rows


@dataclass(frozen=True, slots=True)
class Ask:
    """One question: a figure for a scope and period, narrowed to values of its dimensions or not."""

    figure: Figure
    scope: Scope
    period: Period
    cuts: tuple[CutValue, ...] = ()

    def of(self, scope: Scope) -> Ask:
        """The same question of another scope."""
        return replace(self, scope=scope)

    def rows(self, metric: Metric, among: RowsOf | None = None) -> QuerySet[Any]:
        """The rows of one of the figure's metrics."""
        return rows_of(metric, self.scope, self.period, *self.cuts, among=among)

    def counted(self) -> Iterator[tuple[str, Metric, Any]]:
        """The whole-number aggregates needed, each with a name by which equal ones are recognised."""
        figure = self.figure
        if isinstance(figure, Metric):
            yield figure.key, figure, Count("pk")
        elif isinstance(figure, Share):
            yield figure.part.key, figure.part, Count("pk")
            yield figure.whole.key, figure.whole, Count("pk")
        elif isinstance(figure, Distinct):
            yield f"{figure.metric.key}#{figure.field}", figure.metric, Count(figure.field, distinct=True)

    def place(self) -> tuple[Any, ...]:
        """What makes two aggregates of one name the same."""
        scope, cuts = self.scope, tuple((cut.key, value) for cut, value in self.cuts)
        organ = scope.organ.pk if scope.organ else None
        return scope.committee.pk, scope.below, organ, self.period.key, cuts
