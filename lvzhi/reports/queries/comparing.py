"""What figures came to when they were read, what they come to now, and which rows make the difference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.db.models import Model

from lvzhi import norms
from lvzhi.access import Actor, Refusal
from lvzhi.committee.scope import Scope
from lvzhi.links.kinds import kind_of
from lvzhi.metrics import compute, registry
from lvzhi.metrics.compute import Ask, CutValue, Result, cuts_of
from lvzhi.metrics.declare import Metric
from lvzhi.metrics.periods import Period
from lvzhi.reports.composing.filling import Known
from lvzhi.reports.models import Frozen, Reading, Report
from lvzhi.reports.norms import ROWS_MOST
from lvzhi.reports.vocabulary.states import ReadingKind

Rows = Mapping[str, Sequence[Sequence[Any]]]


def latest_reading(report: Report, kind: str = "") -> Reading | None:
    """The last time its figures were read, or the last on an occasion."""
    rows = Reading.objects.filter(report=report)
    return (rows.filter(kind=kind) if kind else rows).order_by("-number").first()


def signed_reading(report: Report) -> Reading | None:
    """That of its signing."""
    return latest_reading(report, ReadingKind.SIGNED)


def figures_of(reading: Reading, *, with_rows: bool = False) -> list[Frozen]:
    """The figures of a reading; their rows are long and read only where they are wanted."""
    rows = Frozen.objects.filter(reading=reading).order_by("id")
    return list(rows if with_rows else rows.defer("rows"))


def known_of(frozen: Frozen) -> Known:
    """A frozen figure as a text is filled with it."""
    return Known(
        frozen.figure, frozen.name, frozen.unit, frozen.meaning, tuple(tuple(one) for one in frozen.cuts),
        frozen.period, frozen.starts, frozen.ends, frozen.value, frozen.numerator, frozen.denominator, frozen.low,
        frozen.high,
    )  # fmt: skip


def ask_of(frozen: Frozen, scope: Scope) -> Ask | None:
    """The same question again; None where the figure or the dimension is there no more."""
    try:
        figure = registry.figure(frozen.figure)
    except Refusal:
        return None
    known = {cut.key: cut for cut in cuts_of(figure)}
    if any(key not in known for key, _, _ in frozen.cuts):
        return None
    cuts: tuple[CutValue, ...] = tuple((known[key], value) for key, value, _ in frozen.cuts)
    period = Period("range", frozen.starts, frozen.ends, frozen.period, "")
    return Ask(figure, Scope(scope.committee, below=frozen.below), period, cuts)


@dataclass(frozen=True, slots=True)
class RowChange:
    """Rows of one side of a figure that came, went, or add something else than they did.

    Args:
        side: "" or part or whole of a share.
        metric: whose rows they are. model: of the rows.
        changed: key, what it added then, what it adds now.
    """

    side: str
    metric: Metric
    model: type[Model]
    added: tuple[Any, ...]
    removed: tuple[Any, ...]
    changed: tuple[tuple[Any, str, str], ...] = ()

    @property
    def sort(self) -> tuple[Any, ...]:
        """Rows of one sort are read together: the same records, read by the same right."""
        return self.model, self.metric.record_kind, self.metric.visible

    @property
    def count(self) -> int:
        """How many rows are different."""
        return len(self.added) + len(self.removed) + len(self.changed)

    def told(self, most: int) -> list[tuple[str, Any, str, str]]:
        """The first so many of them, as (what, key, then, now)."""
        found = [("added", key, "", "") for key in self.added] + [("removed", key, "", "") for key in self.removed]
        return [*found, *(("changed", key, then, now) for key, then, now in self.changed)][:most]


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that has come to something else, or whose definition has changed.

    Args:
        then: as it was read. now: as it is; None where the figure is there no more.
        rows: which rows make the difference; empty where they were too many to keep.
        redefined: whether its definition is another one now.
    """

    frozen: Frozen
    then: Known
    now: Result | None
    rows: tuple[RowChange, ...] = ()
    redefined: bool = False

    @property
    def known(self) -> Known | None:
        """The figure as a text is filled with it now."""
        now = self.now
        if now is None:
            return None
        return replace(
            self.then, value=now.value, numerator=now.numerator, denominator=now.denominator, low=now.low, high=now.high
        )

    @property
    def moved(self) -> bool:
        """Whether the number itself is different."""
        now = self.now
        if now is None:
            return True
        return _said(now) != _plain(self.then)


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(value).quantize(compute.TWO_PLACES)


def _said(now: Result) -> tuple[object, ...]:
    return _decimal(now.value), now.numerator, now.denominator, _decimal(now.low), _decimal(now.high)


def _plain(then: Known) -> tuple[object, ...]:
    return _decimal(then.value), then.numerator, then.denominator, _decimal(then.low), _decimal(then.high)


def changes(report: Report, reading: Reading) -> list[Change]:
    """Every figure of a reading that is different now, with its rows; a constant number of statements."""
    scope = Scope(report.committee, below=report.below)
    kept = figures_of(reading, with_rows=True)
    asks = [ask_of(one, scope) for one in kept]
    found = compute.answers([one for one in asks if one is not None])
    results = iter(found)
    now = [None if one is None else next(results) for one in asks]
    lists = _lists(report, kept, asks, now)
    changed = [
        _change(*each) for each in zip(kept, asks, now, lists, strict=True)
    ]  # fmt: skip
    return [one for one in changed if one.moved or one.redefined or any(side.count for side in one.rows)]


def _lists(
    report: Report, kept: Sequence[Frozen], asks: Sequence[Ask | None], now: Sequence[Result | None]
) -> list[Rows | None]:
    """The rows of now, where both then and now they are few enough to be told one by one."""
    most = int(norms.value(ROWS_MOST, report.committee))
    wanted = [
        place for place, (frozen, ask, result) in enumerate(zip(kept, asks, now, strict=True))
        if frozen.whole and ask is not None and result is not None and _size(result) <= most
    ]  # fmt: skip
    found = compute.members([ask for place in wanted if (ask := asks[place]) is not None])
    lists: list[Rows | None] = [None] * len(kept)
    for place, rows in zip(wanted, found, strict=True):
        lists[place] = rows
    return lists


def size(shape: str, value: Decimal | None, numerator: int | None, denominator: int | None) -> int:
    """About how many rows a figure has; of a sum or of distinct values it cannot be told from the number."""
    if denominator is not None:
        return denominator + (numerator or 0)
    return int(value or 0) if shape == "count" else 0


def _size(now: Result) -> int:
    return size(now.figure.shape, now.value, now.numerator, now.denominator)


def _change(frozen: Frozen, ask: Ask | None, result: Result | None, listed: Rows | None) -> Change:
    redefined = result is None or result.figure.fingerprint != frozen.fingerprint
    rows = () if listed is None or ask is None else tuple(_sides(ask, frozen.rows, listed))
    return Change(frozen, known_of(frozen), result, rows, redefined)


def _sides(ask: Ask, then: Rows, now: Rows) -> Iterator[RowChange]:
    for side, metric in ask.figure.sides:
        old = {str(key): (key, said) for key, said in then.get(side, ())}
        new = {str(key): (key, said) for key, said in now.get(side, ())}
        changed = tuple(
            (new[key][0], old[key][1], new[key][1]) for key in old.keys() & new.keys() if old[key][1] != new[key][1]
        )
        added = tuple(new[key][0] for key in new.keys() - old.keys())
        removed = tuple(old[key][0] for key in old.keys() - new.keys())
        yield RowChange(side, metric, ask.rows(metric).model, added, removed, changed)


@dataclass(frozen=True, slots=True)
class RowLine:
    """A row that came or went, as somebody may see it.

    Args:
        what: added, removed, voided or changed.
        text: its first cells; "" where the reader has no right to it or it is there no more.
        address: of its page; "" without one.
    """

    what: str
    text: str
    address: str
    then: str = ""
    now: str = ""


def row_lines(changed: Sequence[RowChange], actor: Actor, most: int) -> dict[int, list[RowLine]]:
    """The rows of many differences as lines, by place; three statements for each kind of record with its own right.

    Args:
        most: lines of one difference; the others are counted by the page.
    """
    wanted: dict[tuple[Any, ...], tuple[RowChange, set[Any]]] = {}
    for one in changed:
        wanted.setdefault(one.sort, (one, set()))[1].update(key for _, key, _, _ in one.told(most))
    known = {sort: _shown(one, keys, actor) for sort, (one, keys) in wanted.items()}
    return {place: list(_lines(one, known[one.sort], most)) for place, one in enumerate(changed)}


Shown = dict[Any, tuple[str, str, bool]]


def _shown(one: RowChange, keys: set[Any], actor: Actor) -> Shown:
    """Of the rows that the actor may see: what they are called, their page, whether they were voided."""
    manager = one.model._default_manager
    rows = list(compute.Evidence(one.metric, one.side, manager.filter(pk__in=keys)).rows)
    if one.metric.visible is not None:
        may = manager.filter(one.metric.visible(actor), pk__in=keys)
        allowed = set(may.values_list("pk", flat=True))
        rows = [row for row in rows if row.pk in allowed]
    kind = kind_of(one.metric.record_kind) if one.metric.record_kind else None
    uids = [row.uid for row in rows if hasattr(row, "uid")]
    titles: Mapping[Any, str] = kind.titles(uids) if kind is not None and kind.titles is not None and uids else {}
    return {
        row.pk: (
            str(titles.get(getattr(row, "uid", None), "")) or _called(one.metric, row),
            kind.url(row.uid) if kind is not None else "",
            getattr(row, "voided_at", None) is not None,
        )
        for row in rows
    }


def _called(metric: Metric, row: Any) -> str:
    """A row without a title: its first cell."""
    try:
        return str(metric.columns[0].of(row) or row) if metric.columns else str(row)
    except AttributeError:  # a cell that only the metric's own query brings along
        return str(row)


def _lines(one: RowChange, known: Shown, most: int) -> Iterator[RowLine]:
    for what, key, then, now in one.told(most):
        text, address, voided = known.get(key, ("", "", False))
        yield RowLine("voided" if voided and what == "removed" else what, text, address, then, now)
