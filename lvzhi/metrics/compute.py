"""From rows to numbers: one value, a whole book of values in one statement, and the evidence behind each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import reduce
from itertools import islice
from operator import or_
from typing import Any, cast

from django.db.models import Count, DecimalField, F, IntegerField, QuerySet, Subquery, TextField, Value
from django.db.models import Sum as SqlSum
from django.db.models.functions import Cast

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.metrics.declare import Cut, Distinct, Each, Figure, Metric, RowsOf, Share, Sum
from lvzhi.metrics.others import condition
from lvzhi.metrics.periods import Period
from lvzhi.metrics.vocabulary import HIDDEN_CELL

CutValue = tuple[Cut, str]
TWO_PLACES = Decimal("0.01")
ARMS = 400  # parts of one UNION: SQLite takes 500
PIECE = 500  # rows held at a time


@dataclass(frozen=True, slots=True)
class Result:
    """A figure's value for a scope and period.

    Args:
        value: the number; for a share, per cent to two decimals; None where a share has an empty base or a figure per
            event has no event.
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
    cuts: tuple[CutValue, ...] = ()

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


def united(wanted: Sequence[tuple[QuerySet[Any], Any]]) -> dict[int, Any]:
    """Many aggregates in one statement: a UNION ALL of constants with their number; one without rows is absent.

    Args:
        wanted: rows and what is asked of them; the answer is known by its place.
    """
    return _union(
        [
            rows.order_by()
            .select_related(None)
            .prefetch_related(None)
            .annotate(figure_name=Value(index, IntegerField()))
            .values("figure_name")
            .annotate(figure_number=aggregate)
            .values_list("figure_name", "figure_number")
            for index, (rows, aggregate) in enumerate(wanted)
        ]
    )


def _union(parts: Sequence[QuerySet[Any]]) -> dict[int, Any]:
    """First column to the second, or to the others as a tuple; as few statements as the database takes."""
    return {name: values[0] if len(values) == 1 else tuple(values) for name, *values in _unions(parts)}


def _unions(parts: Sequence[QuerySet[Any]]) -> Iterator[tuple[Any, ...]]:
    """The lines of many queries, in as few statements as the database takes."""
    for first in range(0, len(parts), ARMS):
        head, *others = parts[first : first + ARMS]
        yield from head.union(*others, all=True) if others else head


def _ends(asks: Sequence[tuple[int, Ask]]) -> dict[int, tuple[Any, ...]]:
    """Smallest and largest number per event of many figures, with how many events there are, in one statement."""
    return _union([_end(place, ask) for place, ask in asks])


def _end(place: int, ask: Ask) -> QuerySet[Any]:
    figure = cast("Each", ask.figure)
    rows = ask.rows(figure.metric).order_by().select_related(None).prefetch_related(None)
    if figure.field:
        numbers, name = rows.exclude(**{figure.field: None}), figure.field
        groups = events = rows
    else:
        numbers, name = rows.values(figure.per).annotate(figure_count=Count("pk")), "figure_count"
        groups = rows
        events = rows
        if figure.events is not None:
            own = {cut.key for cut in figure.events.cuts}
            narrowed = [cut for cut in ask.cuts if cut[0].key in own]
            events = rows_of(figure.events, ask.scope, ask.period, *narrowed).order_by()
    one = Committee.objects.filter(pk=ask.scope.committee.pk).order_by()
    return one.values_list(
        Value(place, IntegerField()),
        _number(numbers.order_by(name).values(name)[:1]),
        _number(numbers.order_by(f"-{name}").values(name)[:1]),
        _number(_counted(groups, figure.per or "pk")),
        _number(_counted(events, "pk" if events is not groups else figure.per or "pk")),
    )


def _counted(rows: QuerySet[Any], field: str) -> QuerySet[Any]:
    one: QuerySet[Any] = rows.annotate(figure_name=Value(1, IntegerField())).values("figure_name")
    found: QuerySet[Any] = one.annotate(figure_number=Count(field, distinct=True)).values("figure_number")
    return found


def _number(rows: QuerySet[Any]) -> Any:
    return Cast(Subquery(rows), DecimalField(max_digits=20, decimal_places=2))


def _total(field: str) -> Any:
    return Cast(SqlSum(field), DecimalField(max_digits=20, decimal_places=2))


Wanted = dict[tuple[Any, ...], tuple[Ask, Metric, Any]]


def _counts(wanted: Wanted) -> dict[tuple[Any, ...], Any]:
    """All counts in one statement; those of which other figures decide are asked again where there is such a row."""
    arms = [(ask.rows(metric, metric.plain), aggregate) for ask, metric, aggregate in wanted.values()]
    waiting = [key for key, (_, metric, _) in wanted.items() if metric.waits is not None]
    for key in waiting:
        ask, metric, _ = wanted[key]
        arms.append((ask.rows(metric, metric.waits), Count("pk")))
    numbers = united(arms)
    known = {key: numbers.get(index, 0) for index, key in enumerate(wanted)}
    again = [key for index, key in enumerate(waiting, len(wanted)) if numbers.get(index)]
    exact = united([(wanted[key][0].rows(wanted[key][1]), wanted[key][2]) for key in again])
    return known | {key: exact.get(index, 0) for index, key in enumerate(again)}


def answers(asks: Sequence[Ask]) -> list[Result]:
    """Many questions at once, of any scopes, periods and cuts: one statement for counts, one for sums, one for ends."""
    wanted: Wanted = {}
    for ask in asks:
        for name, metric, aggregate in ask.counted():
            wanted.setdefault((name, *ask.place()), (ask, metric, aggregate))
    known = _counts(wanted)
    sums = [(place, ask, one) for place, ask in enumerate(asks) if isinstance(one := ask.figure, Sum)]
    totals = united([(ask.rows(one.metric), _total(one.field)) for _, ask, one in sums])
    ends = _ends([(place, ask) for place, ask in enumerate(asks) if isinstance(ask.figure, Each)])
    as_of = clock.now()
    found = [_result(ask, as_of, [known[name, *ask.place()] for name, _, _ in ask.counted()]) for ask in asks]
    for index, (place, _, _) in enumerate(sums):
        found[place] = replace(found[place], value=Decimal(totals.get(index) or 0))
    for place, (low, high, groups, events) in ends.items():
        least = Decimal(0) if (events or 0) > (groups or 0) else low
        found[place] = replace(found[place], value=least, low=least, high=high if groups else least)
    return found


def _result(ask: Ask, as_of: datetime, counts: Sequence[int]) -> Result:
    figure, cuts = ask.figure, ask.cuts
    if isinstance(figure, Share):
        part, whole = counts
        return Result(figure, rate(part, whole), as_of, numerator=part, denominator=whole, cuts=cuts)
    return Result(figure, Decimal(counts[0]) if counts else None, as_of, cuts=cuts)


def _members(rows: QuerySet[Any], place: int, field: str) -> QuerySet[Any]:
    plain: QuerySet[Any] = rows.order_by().select_related(None).prefetch_related(None)
    said: Any = Cast(F(field), TextField()) if field else Value("", TextField())
    told: QuerySet[Any] = plain.annotate(figure_name=Value(place, IntegerField()), figure_said=said)
    return told.values_list("figure_name", "pk", "figure_said")


def members(asks: Sequence[Ask]) -> list[dict[str, list[tuple[Any, str]]]]:
    """The rows behind many questions as keys, all in one statement: what a figure is frozen with.

    Returns:
        For each question its sides as `Evidence` names them, each a list of (key, what the row adds): the field of a
        sum, of distinct values or of a number per event, as text; "" for a count.
    """
    arms: list[tuple[int, str, QuerySet[Any]]] = []
    for place, ask in enumerate(asks):
        figure = ask.figure
        field = figure.field if isinstance(figure, Sum | Distinct | Each) else ""
        if isinstance(figure, Each) and figure.per:
            field = figure.per
        for side, metric in figure.sides:
            arms.append((place, side, _members(ask.rows(metric), len(arms), field)))
    found: list[dict[str, list[tuple[Any, str]]]] = [{} for _ in asks]
    lists: list[list[tuple[Any, str]]] = []
    for place, side, _ in arms:
        lists.append(found[place].setdefault(side, []))
    for name, key, said in _unions([rows for _, _, rows in arms]):
        lists[name].append((key, said or ""))
    return found


def book(wanted: Iterable[Figure], scope: Scope, period: Period, *cuts: CutValue) -> dict[str, Result]:
    """Many figures of one scope and period, by key."""
    asks = [Ask(figure, scope, period, cuts) for figure in wanted]
    return {ask.figure.key: result for ask, result in zip(asks, answers(asks), strict=True)}


def compute(figure: Figure, scope: Scope, period: Period, *cuts: CutValue) -> Result:
    """One figure's value for a scope and period, narrowed where asked."""
    return answers([Ask(figure, scope, period, cuts)])[0]


def cuts_of(figure: Figure) -> tuple[Cut, ...]:
    """The dimensions a figure can be split by: for a share, those that its part and its whole have in common."""
    first, *others = figure.sources
    return tuple(cut for cut in first.cuts if all(any(cut.key == own.key for own in other.cuts) for other in others))


def split(figure: Figure, scope: Scope, period: Period, dimension: Cut) -> list[tuple[str, str, Result]]:
    """The figure for each value of a dimension, as (value, label, result), in one statement."""
    listed = list(dimension.choices(scope, period))
    found = answers([Ask(figure, scope, period, ((dimension, value),)) for value, _, _ in listed])
    return [(value, label, result) for (value, label, _), result in zip(listed, found, strict=True)]


def _related(metric: Metric, model: Any) -> list[str]:
    """Relations that the columns read through, so that a list of rows costs no query a row."""
    found: list[str] = []
    for column in metric.columns:
        steps, owner = [], model
        for part in [] if column.value else column.key.split("__")[:-1]:
            field = next((one for one in owner._meta.fields if one.name == part and one.is_relation), None)
            if field is None:
                break
            steps.append(part)
            owner = field.related_model
        if steps:
            found.append("__".join(steps))
    return found


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

    def __post_init__(self) -> None:
        rows = self.rows if self.rows.ordered else self.rows.order_by("pk")
        related = _related(self.metric, rows.model)
        object.__setattr__(self, "rows", rows.select_related(*related) if related else rows)

    def lines(self, actor: Actor | None, start: int = 0, size: int | None = None) -> Iterator[tuple[Any, list[object]]]:
        """Cells row by row; rows the actor may not read come as a hidden line. Without an actor nothing is hidden.

        Args:
            start, size: a page of them; without a size all, read in pieces.
        """
        rows = self.rows.iterator(chunk_size=PIECE) if size is None else iter(self.rows[start : start + size])
        while piece := list(islice(rows, PIECE)):
            allowed = self._allowed(actor, piece)
            for row in piece:
                if allowed is None or row.pk in allowed:
                    yield row, [column.of(row) for column in self.metric.columns]
                else:
                    yield None, [HIDDEN_CELL, *[""] * (len(self.metric.columns) - 1)]

    def _allowed(self, actor: Actor | None, piece: Sequence[Any]) -> set[Any] | None:
        """Keys of the rows the actor may read; None where nothing is kept from anyone."""
        if actor is None or self.metric.visible is None:
            return None
        kept = self.rows.model._default_manager.filter(self.metric.visible(actor), pk__in=[row.pk for row in piece])
        return set(kept.values_list("pk", flat=True))


def evidence(figure: Figure, scope: Scope, period: Period, *cuts: CutValue) -> tuple[Evidence, ...]:
    """The rows behind a figure: one list, or for a share the part's and the whole's."""
    return tuple(Evidence(metric, side, rows_of(metric, scope, period, *cuts)) for side, metric in figure.sides)
