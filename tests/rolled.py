"""The figures of a tree held against those of each of its committees: a record counts for each, and once for all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.db.models import Sum as SqlSum

from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.metrics import compute, registry
from lvzhi.metrics.compute import Ask, CutValue, Result
from lvzhi.metrics.declare import Cut, Distinct, Each, Figure, Metric, Share, Sum
from lvzhi.metrics.periods import Period


class Tree:
    """A committee with all below it over a period: every figure reckoned for the whole, and anew out of the parts."""

    def __init__(self, root: Committee, period: Period) -> None:
        self.period = period
        self.whole = Scope(root, below=True)
        self.parts = [Scope(one) for one in Committee.objects.filter(path__startswith=root.path)]
        self.rows: dict[tuple[str, tuple[tuple[str, str], ...]], frozenset[Any]] = {}
        self.whole_rows: dict[tuple[str, tuple[tuple[str, str], ...]], list[Any]] = {}
        self.shared = 0  # rows that count for more than one committee
        self.compared = 0

    def union(self, metric: Metric, cuts: Sequence[CutValue] = ()) -> frozenset[Any]:
        """Keys of the rows that count for any of the committees, asked committee by committee."""
        key = metric.key, tuple((cut.key, value) for cut, value in cuts)
        if key not in self.rows:
            counted: Counter[Any] = Counter()
            for scope in self.parts:
                rows = compute.rows_of(metric, scope, self.period, *cuts)
                counted.update(rows.order_by().values_list("pk", flat=True))
            self.shared += sum(1 for many in counted.values() if many > 1)
            self.rows[key] = frozenset(counted)
        return self.rows[key]

    def below(self, metric: Metric, cuts: Sequence[CutValue] = ()) -> list[Any]:
        """Keys of the rows of the whole, asked once however many figures are made of the metric."""
        key = metric.key, tuple((cut.key, value) for cut, value in cuts)
        if key not in self.whole_rows:
            rows = compute.rows_of(metric, self.whole, self.period, *cuts)
            self.whole_rows[key] = list(rows.order_by().values_list("pk", flat=True))
        return self.whole_rows[key]

    def differing(self, figures: Sequence[Figure], cuts: Sequence[CutValue] = ()) -> list[str]:
        """What does not agree: rows of the whole that are not the union, values that are not reckoned from it."""
        found = []
        results = compute.answers([Ask(figure, self.whole, self.period, tuple(cuts)) for figure in figures])
        for figure, result in zip(figures, results, strict=True):
            for metric in dict.fromkeys(figure.sources):
                below = self.below(metric, cuts)
                if len(below) != len(set(below)) or set(below) != self.union(metric, cuts):
                    found.append(f"{figure.key}: rows {len(below)}, union {len(self.union(metric, cuts))}")
            expected, said = self._reckoned(figure, cuts), _told(figure, result)
            if expected != said:
                found.append(f"{figure.key}: {said}, of the union {expected}")
            self.compared += 1
        return found

    def _of(self, metric: Metric, cuts: Sequence[CutValue]) -> QuerySet[Any]:
        """Those rows, with whatever the metric's query says of each (a field may be one that it reckons)."""
        rows = compute.rows_of(metric, self.whole, self.period, *cuts).order_by()
        return rows.filter(pk__in=sorted(self.union(metric, cuts)))

    def _reckoned(self, figure: Figure, cuts: Sequence[CutValue]) -> tuple[Any, ...]:
        """The value out of the distinct rows."""
        if isinstance(figure, Share):
            return tuple(len(self.union(one, cuts)) for one in (figure.part, figure.whole))
        if isinstance(figure, Sum):
            total = self._of(figure.metric, cuts).aggregate(total=SqlSum(figure.field))["total"]
            return (Decimal(total or 0),)
        if isinstance(figure, Distinct):
            values = self._of(figure.metric, cuts).exclude(**{figure.field: None}).values_list(figure.field, flat=True)
            return (len(set(values)),)
        if isinstance(figure, Each):
            return self._each(figure, cuts)
        (metric,) = figure.sources
        return (len(self.union(metric, cuts)),)

    def _each(self, figure: Each, cuts: Sequence[CutValue]) -> tuple[Any, ...]:
        rows = self._of(figure.metric, cuts)
        if figure.field:
            counts = sorted(rows.exclude(**{figure.field: None}).values_list(figure.field, flat=True))
            return (Decimal(counts[0]), Decimal(counts[-1])) if counts else (None, None)
        many = Counter(rows.values_list(figure.per, flat=True))
        events = set(many)
        if figure.events is not None:
            own = {cut.key for cut in figure.events.cuts}
            events |= self.union(figure.events, [one for one in cuts if one[0].key in own])
        numbers = sorted(many.get(event, 0) for event in events)
        return (numbers[0], numbers[-1]) if numbers else (None, None)


def _told(figure: Figure, result: Result) -> tuple[Any, ...]:
    if isinstance(figure, Share):
        return result.numerator, result.denominator
    if isinstance(figure, Each):
        return result.low, result.high
    return (result.value,)


def narrowed(tree: Tree, rooms: Sequence[str]) -> Iterator[tuple[list[Figure], list[CutValue]]]:
    """The figures of some rooms by each value of a dimension that has rows in the whole tree.

    Of values without a row one a dimension: that the parts have none either of what the whole has none of is held
    without a dimension.
    """
    for cut, figures in _by_cut(rooms):
        values = [value for value, _, _ in cut.choices(tree.whole, tree.period)]
        asks = [Ask(one, tree.whole, tree.period, ((cut, value),)) for value in values for one in figures]
        found = iter(compute.answers(asks))
        empty = 0
        for value in values:
            full = [one for one in figures if (got := next(found)).value or got.numerator or got.denominator]
            empty += not full
            if full or empty == 1:
                yield full or figures, [(cut, value)]


def _by_cut(rooms: Sequence[str]) -> list[tuple[Cut, list[Figure]]]:
    """Each dimension of those rooms with the figures that have it."""
    found: dict[int, tuple[Cut, list[Figure]]] = {}
    for figure in registry.figures():
        if figure.room in rooms:
            for cut in compute.cuts_of(figure):
                found.setdefault(id(cut), (cut, []))[1].append(figure)
    return list(found.values())
