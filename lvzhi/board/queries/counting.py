"""Charts with their numbers: everything on a page is counted at once, and every number leads to its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from lvzhi.board.queries.charts import Chart
from lvzhi.board.vocabulary import BELOW, WORDS, YEARS
from lvzhi.committee.scope import Scope, each_below
from lvzhi.metrics import moves, organs, registry
from lvzhi.metrics.compute import Ask, CutValue, Result, answers, cuts_of, plain
from lvzhi.metrics.declare import Figure, Metric, Share, Sum
from lvzhi.metrics.look import address
from lvzhi.metrics.periods import Period, come
from lvzhi.metrics.tables import parts, shown
from lvzhi.party.metrics import BODY_KEY
from lvzhi.party.models import Body
from lvzhi.ui import formats

SPAN = 5  # years of a chart over time
DRAWN = 14  # bars that can be told apart in one chart; the table has all


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: its value and last year's, each with the address of its rows."""

    label: str
    now: Result
    url: str
    before: Result | None = None
    before_url: str = ""
    drawn: bool = True

    @property
    def said(self) -> str:
        """The value with its unit."""
        return shown(self.now) or WORDS["nothing"]

    @property
    def parts(self) -> str | None:
        """Numerator and denominator."""
        return parts(self.now)

    @property
    def was(self) -> str:
        """Last year's value with its unit; empty where nothing was recorded then."""
        return "" if self.before is None else shown(self.before) or WORDS["nothing"]

    @property
    def high(self) -> str:
        """How high the bar is; empty where there is no value."""
        return "" if self.now.value is None else str(plain(self.now.value))

    @property
    def was_high(self) -> str:
        """How high last year's bar is."""
        return "" if self.before is None or self.before.value is None else str(plain(self.before.value))

    @property
    def told(self) -> str:
        """In words."""
        now = shown(self.now) or WORDS["nothing"]
        if self.before is None:
            return WORDS["told"].format(label=self.label, now=now)
        before = shown(self.before) or WORDS["nothing"]
        return WORDS["told_before"].format(label=self.label, now=now, before=before)


@dataclass(frozen=True, slots=True)
class Panel:
    """A chart with its numbers.

    Args:
        heading: what the bars are: years, values of a dimension, committees.
        url: the figure itself, split the same way.
        before: the days of last year's values.
        notes: why the parts do not come to the whole, what the chart leaves to the table.
    """

    chart: Chart
    figure: Figure
    title: str
    heading: str
    period: Period
    before: Period
    bars: list[Bar]
    url: str
    notes: list[str] = field(default_factory=list)

    @property
    def upright(self) -> bool:
        """Years stand side by side; names need their line."""
        return self.chart.by == YEARS

    @property
    def told(self) -> str:
        """The chart in words, for whoever does not see it."""
        return f"{self.title}。" + "；".join(bar.told for bar in self.bars if bar.drawn) + "。"

    @property
    def two(self) -> bool:
        """Whether last year's values stand beside."""
        return any(bar.before is not None for bar in self.bars)

    @property
    def is_share(self) -> bool:
        """Whether the values are per cent."""
        return isinstance(self.figure, Share)


@dataclass(frozen=True, slots=True)
class _Place:
    """A bar before it is counted: where it lies, now and a year before."""

    label: str
    scope: Scope
    period: Period
    cuts: tuple[CutValue, ...] = ()
    before: Period | None = None
    part: bool = False


def _places(chart: Chart, scope: Scope, period: Period, below: Sequence[Scope]) -> list[_Place]:
    earlier = come(period).before()
    if chart.by == YEARS:
        return [_Place(one.short, scope, one) for one in (*earlier.years(SPAN - 1), period)]
    if chart.by == BELOW:
        return [_Place(one.committee.display, one, period, before=earlier, part=True) for one in below]
    cut = chart.cut
    if cut is None:
        return []
    listed = cut.choices(scope, period)
    return [_Place(label, scope, period, ((cut, value),), earlier) for value, label, _ in listed]


def panels(charts: Sequence[Chart], scope: Scope, period: Period) -> list[Panel]:
    """The charts of a board with all their numbers, counted together.

    A chart that says nothing here is left out: of committees below where there are none, of an organ a figure that is
    not told of organs.
    """
    below = each_below(scope.committee) if scope.organ is None and any(one.by == BELOW for one in charts) else []
    wanted = [chart for chart in charts if _fits(chart, scope, period)]
    placed = [(chart, places) for chart in wanted if (places := _places(chart, scope, period, below))]
    asks: list[Ask] = []
    for chart, places in placed:
        asks.append(Ask(chart.figure, scope, period))
        for place in places:
            asks.append(Ask(chart.figure, place.scope, place.period, place.cuts))
            if place.before is not None:
                asks.append(Ask(chart.figure, place.scope, place.before, place.cuts))
    results = iter(answers(asks))
    earlier = come(period).before()
    early = not moves.recorded(scope, earlier)
    known = _known(placed, scope)
    found = []
    for chart, places in placed:
        whole = next(results)
        bars = []
        for place in places:
            now = next(results)
            old = next(results) if place.before is not None else None
            if place.before is None and not now.value and not known[place.period]:
                now = replace(now, value=None, denominator=None)
            bars.append(_bar(chart, place, scope, now, None if old is None or (early and not old.value) else old))
        found.append(_panel(chart, whole, bars, scope, period, earlier))
    return [panel for panel in found if panel.bars]


def _known(placed: Sequence[tuple[Chart, list[_Place]]], scope: Scope) -> dict[Period, bool]:
    """Of which years anything was recorded."""
    periods = {place.period for chart, places in placed if chart.by == YEARS for place in places}
    return {period: moves.recorded(scope, period) for period in sorted(periods, key=lambda one: one.end)}


def _fits(chart: Chart, scope: Scope, period: Period) -> bool:
    if chart.by == BELOW:
        return scope.organ is None
    return scope.organ is None or (chart.by != "organ" and organs.has(chart.figure, scope.organ, period))


def _bar(chart: Chart, place: _Place, scope: Scope, now: Result, before: Result | None) -> Bar:
    above = scope.committee if place.part else None
    url = address(chart.key, place.scope, place.period, place.cuts, above)
    was = address(chart.key, place.scope, place.before, place.cuts, above) if place.before and before else ""
    return Bar(place.label, now, url, before, was)


def _panel(chart: Chart, whole: Result, bars: list[Bar], scope: Scope, period: Period, earlier: Period) -> Panel:
    cut = chart.cut
    if chart.by == YEARS:
        bars = bars if any(bar.now.value for bar in bars) else []
    elif chart.by != BELOW:
        bars = [bar for bar in bars if bar.now.value or (bar.before is not None and bar.before.value)]
    elif not any(bar.now.value or (bar.before is not None and bar.before.value) for bar in bars):
        bars = []
    notes = []
    if any(bar.before is not None for bar in bars) and not any(bar.before and bar.before.value for bar in bars):
        bars = [replace(bar, before=None, before_url="") for bar in bars]
        notes.append(WORDS["nothing_before"].format(before=earlier.label))
    if cut is not None and len(bars) > DRAWN:
        bars = _largest(bars)
        notes.append(WORDS["picked"].format(count=DRAWN))
    if cut is not None and (note := _sum_note(chart.figure, bars, whole, cut.name)):
        notes.append(note)
    url = address(chart.key, scope, period, by=chart.by if cut else "")
    heading = WORDS["when"] if chart.by == YEARS else WORDS["place"] if cut is None else cut.name
    return Panel(chart, chart.figure, chart.title, heading, period, earlier, bars, url, notes)


def _largest(bars: list[Bar]) -> list[Bar]:
    """All bars in their order; only the largest are drawn."""
    ranked = sorted(bars, key=lambda bar: bar.now.value or Decimal(0), reverse=True)
    kept = {id(bar) for bar in ranked[:DRAWN]}
    return [bar if id(bar) in kept else replace(bar, drawn=False) for bar in bars]


def _sum_note(figure: Figure, bars: list[Bar], whole: Result, name: str) -> str:
    """Whether the parts come to the whole (R1.121)."""
    if isinstance(figure, Share):
        return WORDS["apart"]
    if not isinstance(figure, Metric | Sum):
        return ""
    total, base = sum((bar.now.value or Decimal(0) for bar in bars), Decimal(0)), whole.value or Decimal(0)
    if total == base:
        return ""
    facts = {"total": formats.number(total), "base": formats.number(base), "gap": formats.number(abs(total - base))}
    return WORDS["over" if total > base else "under"].format(unit=figure.unit, name=name, **facts)


def year_of_body(body: Body, period: Period) -> list[tuple[Figure, Result, Result | None]]:
    """The figures that are told of Party organisations with what they come to at one, as `year_of` gives them."""
    scope, earlier = Scope(body.committee), come(period).before()
    cuts = [
        (figure, cut) for figure in registry.figures() for cut in cuts_of(figure) if cut.key == BODY_KEY
    ]  # fmt: skip
    early = body.starts > earlier.end
    results = answers(
        [Ask(one, scope, when, ((cut, str(body.pk)),)) for when in (period, earlier) for one, cut in cuts]
    )
    pairs = zip(cuts, results[: len(cuts)], results[len(cuts) :], strict=True)
    return [
        (figure, now, None if early else old) for (figure, _), now, old in pairs
        if now.value or now.denominator or old.value
    ]  # fmt: skip


def year_of(scope: Scope, period: Period) -> list[tuple[Figure, Result, Result | None]]:
    """The figures that an organ has with what they come to, now and on the same days of the year before.

    Those that are nothing in both are left out.
    """
    organ = scope.organ
    if organ is None:
        return []
    figures, earlier = organs.of_organ(organ, period), come(period).before()
    early = not moves.recorded(scope, earlier)
    results = answers([Ask(one, scope, when) for when in (period, earlier) for one in figures])
    pairs = zip(figures, results[: len(figures)], results[len(figures) :], strict=True)
    return [
        (figure, now, None if early and not old.value else old) for figure, now, old in pairs if now.value or old.value
    ]
