"""How a figure is declared: a metric is its rows; every other figure is made from metrics, never beside them."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as given
from typing import Any

from django.db.models import Q, QuerySet

from lvzhi.access import Actor
from lvzhi.committee.scope import Scope
from lvzhi.metrics.periods import Period
from lvzhi.metrics.vocabulary import Kind, Reach, Shape

RowsOf = Callable[[Scope, Period], QuerySet[Any]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the evidence page.

    Args:
        key: path over the row, with ``__`` between steps, or any name where ``value`` is given.
        label: Chinese heading.
        value: reads the cell from the row; without it the path does.
        kind: text, number, date, tag, money.
    """

    key: str
    label: str
    value: Callable[[Any], object] | None = None
    kind: str = "text"

    def of(self, row: Any) -> object:
        """The cell of one row."""
        if self.value is not None:
            return self.value(row)
        found: Any = row
        for part in self.key.split("__"):
            if found is None:
                return None
            found = getattr(found, part)
        return found() if callable(found) else found


@dataclass(frozen=True, slots=True)
class Cut:
    """A dimension a figure can be split by: kind, topic, organ, category, level.

    Args:
        choices: (value, label, further words by which a text may name it) in printing order.
        where: the filter for one value.
        reach: how far from its number a text may name the value.
        free: the labels are titles or topics, which a text tells in its own words and lists (围绕甲、乙等开展协商).
        under: where the values are narrower than those of another dimension, the key of that one and, value by value,
            which of its values each belongs to (a kind of activity to its family).
        within: where it depends on whose figure it is (a record that one committee leads, another joins), the filter
            for one value and scope; it goes before ``where``. One row may then bear several values.
    """

    key: str
    name: str
    choices: Callable[[Scope, Period], Sequence[tuple[str, str, tuple[str, ...]]]]
    where: Callable[[str], Q]
    reach: Reach = Reach.SUBJECT
    free: bool = False
    under: tuple[str, Callable[[Scope, Period], Mapping[str, str]]] | None = None
    within: Callable[[str, Scope], Q] | None = None

    def condition(self, value: str, scope: Scope) -> Q:
        """The filter for one value in a scope."""
        return self.where(value) if self.within is None else self.within(value, scope)


@dataclass(frozen=True, slots=True)
class Says:
    """How official prose speaks of a figure, so that a claim finds it by meaning alone.

    Args:
        subjects: the things counted, as a text names them.
        actions: what was done with them; empty where the text needs no verb (make-up, rates).
        units: measure words; empty where any will do.
        needs: every one of these words must stand in the claim's clause or subject (distinguishes 重点提案 from 提案).
        excludes: none of these words may be part of the claim's subject or action.
        named_by: dimensions whose values name the thing counted (开展视察20次: an activity of that kind).
        trailing: what came of an act that the sentence tells before it (…开展协商，提出意见建议12条): it is narrowed as
            that act was, and means nothing here where the act is none that the records know.
        narrowed: means nothing unless the text narrows it (40名委员: of those who took part in what?).
        after: means this only where the sentence spoke of a figure of its room just before (采用12篇，获批示5件: of
            these, not of any paper); then it goes before what it may mean by itself.
        broad: those of the subjects that say the thing counted of every kind, though the words for single kinds stand
            within them (规则制度: rules of any kind, not 规则 and 制度): in them no dimension's value is named.
    """

    subjects: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    named_by: tuple[str, ...] = ()
    trailing: bool = False
    narrowed: bool = False
    after: bool = False
    broad: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Figure:
    """What every figure has: a stable key, a name, a unit and a definition."""

    key: str
    name: str
    unit: str
    meaning: str
    aliases: tuple[str, ...] = ()
    says: tuple[Says, ...] = ()
    rule: str = ""
    shape: str = given(default=Shape.COUNT, init=False)

    @property
    def room(self) -> str:
        """The room that declares it."""
        return self.key.split(".", 1)[0]

    @property
    def sources(self) -> tuple[Metric, ...]:
        """The metrics whose rows it is made of."""
        raise NotImplementedError  # every kind of figure below says its own

    @property
    def sides(self) -> tuple[tuple[str, Metric], ...]:
        """Its lists of rows with their names: one without a name, of a share the part's and the whole's."""
        names = ("part", "whole") if self.shape == Shape.SHARE else ("",)
        return tuple(zip(names, self.sources, strict=True))

    @property
    def fingerprint(self) -> str:
        """Digest of the definition: words, shape and the text of every query in it; a frozen figure keeps it."""
        parts = [self.key, self.name, self.unit, self.meaning, self.shape]
        for metric in self.sources:
            parts += [metric.key, metric.kind, inspect.getsource(metric.rows)]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, kw_only=True)
class Metric(Figure):
    """A count of rows.

    Args:
        rows: the only query: value, evidence page, export and roll-up are all it.
        kind: flow, stock or standing.
        columns: of the evidence page.
        cuts: dimensions it can be split by.
        visible: which rows an actor may read; the others are counted, their content is not shown.
        record_kind: the kind under which ``links`` knows a row, for its address; "" where rows have no page.
        plain, waits: where other figures decide of some rows, such as a task that aims at a number: those that belong
            whatever they come to, and those they decide of. A book of figures asks others only where any such row is.
    """

    rows: RowsOf
    plain: RowsOf | None = None
    waits: RowsOf | None = None
    kind: str = Kind.FLOW
    columns: tuple[Column, ...] = ()
    cuts: tuple[Cut, ...] = ()
    visible: Callable[[Actor], Q] | None = None
    record_kind: str = ""

    @property
    def sources(self) -> tuple[Metric, ...]:
        return (self,)


@dataclass(frozen=True, kw_only=True)
class Share(Figure):
    """Rows of ``part`` over rows of ``whole``, in per cent; both are stored and shown (R1.121)."""

    part: Metric
    whole: Metric
    unit: str = "%"
    shape: str = given(default=Shape.SHARE, init=False)

    @property
    def sources(self) -> tuple[Metric, ...]:
        return (self.part, self.whole)


@dataclass(frozen=True, kw_only=True)
class Sum(Figure):
    """The sum of one field over a metric's rows."""

    metric: Metric
    field: str
    shape: str = given(default=Shape.SUM, init=False)

    @property
    def sources(self) -> tuple[Metric, ...]:
        return (self.metric,)


@dataclass(frozen=True, kw_only=True)
class Distinct(Figure):
    """How many different values one field takes over a metric's rows."""

    metric: Metric
    field: str
    shape: str = given(default=Shape.DISTINCT, init=False)

    @property
    def sources(self) -> tuple[Metric, ...]:
        return (self.metric,)


@dataclass(frozen=True, kw_only=True)
class Each(Figure):
    """The smallest and the largest number per event: 每次10余名.

    Args:
        field: a numeric field of the metric's rows, one row an event; or
        per: path from a row to its event, whose rows are counted (those who attended, by activity), with
        events: the events themselves, so that one without a row counts as none.
    """

    metric: Metric
    field: str = ""
    per: str = ""
    events: Metric | None = None
    shape: str = given(default=Shape.EACH, init=False)

    @property
    def sources(self) -> tuple[Metric, ...]:
        return (self.metric,)
