"""From rows to numbers: one value, a whole book of values in one statement, and the evidence behind each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from itertools import islice
from typing import Any, cast

from django.db.models import Count, DecimalField, F, IntegerField, QuerySet, Subquery, TextField, Value
from django.db.models import Sum as SqlSum
from django.db.models.functions import Cast

from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.metrics import lasting, texts
from lvzhi.metrics.asking import Ask, CutValue, rows_of
from lvzhi.metrics.declare import Cut, Distinct, Each, Figure, Metric, RowsOf, Share, Sum
from lvzhi.metrics.lasting import Numbers, Watch
from lvzhi.metrics.periods import Period
from lvzhi.metrics.texts import Arm
from lvzhi.metrics.uniting import counted, union, unions, united
from lvzhi.metrics.vocabulary import HIDDEN_CELL
from lvzhi.norms import memo

__all__ = [
    "Ask", "CutValue", "Evidence", "Result", "answers", "book", "compute", "cuts_of", "evidence", "members", "plain",
    "rate", "rows_of", "split", "united",
]  # fmt: skip
TWO_PLACES = Decimal("0.01")
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


def _end(place: int, ask: Ask, watch: Watch | None) -> QuerySet[Any]:
    """Smallest and largest number per event of one figure, with how many events there are."""
    with watch.watching() if watch else nullcontext():
        return _ended(place, ask)


def _ended(place: int, ask: Ask) -> QuerySet[Any]:
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


@dataclass(frozen=True, slots=True)
class _Part:
    """One aggregate of a figure, recognised by its key, with whoever wants to hear what it is reckoned from."""

    ask: Ask
    metric: Metric
    aggregate: Any
    watch: Watch | None

    def rows(self, among: RowsOf | None = None) -> QuerySet[Any]:
        """Its rows, put together where the watch hears it."""
        with self.watch.watching() if self.watch else nullcontext():
            return self.ask.rows(self.metric, among)

    def arm(self, where: Where, among: RowsOf | None = None, aggregate: Any = None) -> Arm:
        """Its count as a part of a statement.

        Args:
            among, aggregate: other rows than its own, or something else asked of them.
        """
        ask, metric = self.ask, self.metric
        asked = aggregate or self.aggregate
        cuts = tuple((cut.key, value) for cut, value in ask.cuts)
        key = (id(metric), among or metric.rows, str(asked), where(ask.scope), ask.period, cuts)
        return Arm(key, metric, lambda: ask.rows(metric, among), asked, self.watch)


class Where(dict[int, tuple[Any, ...]]):
    """What queries may take from a scope, looked up once however many figures ask of it."""

    def __call__(self, scope: Scope) -> tuple[Any, ...]:
        if id(scope) not in self:
            self[id(scope)] = texts.of_scope(scope)
        return self[id(scope)]


Wanted = dict[tuple[Any, ...], _Part]


def _counts(wanted: Wanted) -> dict[tuple[Any, ...], Any]:
    """All counts in one statement; those of which other figures decide are asked again where there is such a row."""
    where = Where()  # while it lives the questions do, and their scopes
    arms = [part.arm(where, part.metric.plain) for part in wanted.values()]
    waiting = [key for key, part in wanted.items() if part.metric.waits is not None]
    arms += [wanted[key].arm(where, wanted[key].metric.waits, Count("pk")) for key in waiting]
    numbers = counted(arms)
    known = {key: numbers.get(index, 0) for index, key in enumerate(wanted)}
    again = [key for index, key in enumerate(waiting, len(wanted)) if numbers.get(index)]
    exact = counted([wanted[key].arm(where) for key in again])
    return known | {key: exact.get(index, 0) for index, key in enumerate(again)}


def answers(asks: Sequence[Ask], known: lasting.Lasting | None = None) -> list[Result]:
    """Many questions at once, of any scopes, periods and cuts: one statement for counts, one for sums, one for ends.

    What was kept of periods that are over is not reckoned again as long as no record it was read from has changed.

    Args:
        known: what is kept of just these questions, where it has been looked up before.
    """
    known = known or lasting.look_up(asks)
    left = [place for place in range(len(asks)) if place not in known.found]
    found = dict(known.found)
    if left:
        with memo.afresh() if known.keys else nullcontext():
            numbers = _reckoned(known.anew(asks), [place in known.keys for place in left])
        fresh = dict(zip(left, numbers, strict=True))
        known.keep({place: fresh[place] for place in left if place in known.keys})
        found |= {place: values for place, (values, _) in fresh.items()}
    with clock.unheard():
        as_of = clock.now()
    return [_result(ask, as_of, found[place]) for place, ask in enumerate(asks)]


def _reckoned(asks: Sequence[Ask], heard: Sequence[bool]) -> list[tuple[Numbers, list[Watch]]]:
    """The numbers of each question, and what was read for them where they are to be heard."""
    memo.expect({pk for ask in asks if ask.scope.below for pk in ask.scope.ids()})
    wanted: Wanted = {}
    for ask, hears in zip(asks, heard, strict=True):
        for name, metric, aggregate in ask.counted():
            wanted.setdefault((name, hears, *ask.place()), _Part(ask, metric, aggregate, Watch() if hears else None))
    counts = _counts(wanted)
    sums = {
        place: _Part(ask, one.metric, _total(one.field), Watch() if heard[place] else None)
        for place, ask in enumerate(asks) if isinstance(one := ask.figure, Sum)
    }  # fmt: skip
    totals = united([(part.rows(), part.aggregate) for part in sums.values()], [part.watch for part in sums.values()])
    each = {place: Watch() if heard[place] else None for place, ask in enumerate(asks) if isinstance(ask.figure, Each)}
    ends = union([_end(place, asks[place], watch) for place, watch in each.items()], list(each.values()))
    found: list[tuple[Numbers, list[Watch]]] = []
    for ask, hears in zip(asks, heard, strict=True):
        parts = [(name, hears, *ask.place()) for name, _, _ in ask.counted()]
        found.append((_said(ask, [counts[key] for key in parts]), _heard(wanted[key].watch for key in parts)))
    for index, (place, part) in enumerate(sums.items()):
        found[place] = ((str(Decimal(totals.get(index) or 0)),), _heard([part.watch]))
    for place, (low, high, groups, events) in ends.items():
        least = Decimal(0) if (events or 0) > (groups or 0) else low
        said = [None if one is None else str(one) for one in (least, least, high if groups else least)]
        found[place] = ((said[0], None, None, said[1], said[2]), _heard([each[place]]))
    return found


def _heard(watches: Iterable[Watch | None]) -> list[Watch]:
    return [one for one in watches if one is not None]


def _said(ask: Ask, counts: Sequence[int]) -> Numbers:
    """Counts as they are kept: value, numerator, denominator."""
    if isinstance(ask.figure, Share):
        part, whole = counts
        value = rate(part, whole)
        return (None if value is None else str(value), part, whole)
    return (str(counts[0]),) if counts else (None,)


def _result(ask: Ask, as_of: datetime, numbers: Numbers) -> Result:
    value, numerator, denominator, *ends = (tuple(numbers) + (None,) * 5)[:5]
    exact, low, high = (None if one is None else Decimal(one) for one in (value, *ends))
    return Result(ask.figure, exact, as_of, numerator, denominator, low, high, ask.cuts)


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
    for name, key, said in unions([rows for _, _, rows in arms]):
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
