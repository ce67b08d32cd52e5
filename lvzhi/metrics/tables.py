"""Tables of the figures pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from lvzhi.links.kinds import kind_of
from lvzhi.metrics import compute, moves
from lvzhi.metrics.compute import Evidence, Result
from lvzhi.metrics.declare import Figure, Metric, Share
from lvzhi.metrics.periods import Period
from lvzhi.metrics.vocabulary import COMMA, DOT, EACH, HIDDEN_CELL, PARTS, WORDS, Kind
from lvzhi.ui import formats
from lvzhi.ui.marks import icon, tag
from lvzhi.ui.paging import Page
from lvzhi.ui.sparks import spark
from lvzhi.ui.tables import Column, Table

Address = Callable[[str], str]
KINDS = {"number": "number", "date": "date", "money": "money"}


def shown(result: Result) -> str | None:
    """A value with its unit; None where there is none."""
    if result.value is None:
        return None
    unit = result.figure.unit
    if result.high is not None and result.low != result.high:
        return EACH.format(low=formats.number(result.low), high=formats.number(result.high), unit=unit)
    return formats.number(result.value) + unit


def parts(result: Result) -> str | None:
    """Numerator and denominator."""
    if result.denominator is None:
        return None
    return PARTS.format(part=formats.number(result.numerator), whole=formats.number(result.denominator))


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the book.

    Args:
        now, before: the value, and that of the same days a year before; None where nothing was recorded then.
        trend: the values of some years with what each is called, this one last; empty where it is not shown.
        jumped: whether it moved by as much as the norm says.
        kept: whether the reader keeps it at hand.
    """

    now: Result
    before: Result | None
    trend: tuple[tuple[str, Result | None], ...] = ()
    jumped: bool = False
    kept: bool = False

    @property
    def figure(self) -> Figure:
        """What is counted."""
        return self.now.figure


def moved(now: Result, before: Result | None) -> str | None:
    """How much more or less than a year before, in words."""
    change = moves.change(now, before)
    if change is None:
        return None
    if not change:
        return WORDS["same"]
    said = ("+" if change > 0 else "−") + formats.number(abs(change))
    if isinstance(now.figure, Share):
        return WORDS["points"].format(change=said)
    percent = moves.percent(now, before)
    return said if percent is None else WORDS["percent"].format(change=said, percent=f"{percent:+d}".replace("-", "−"))


def told(trend: Sequence[tuple[str, Result | None]]) -> str:
    """A trend in words."""
    values = (WORDS["told"].format(when=when, value=(one and shown(one)) or WORDS["nothing"]) for when, one in trend)
    return COMMA.join(values)


def _defined(figure: Figure) -> SafeString:
    """Its definition, and smaller: period rule, unit, other names, what it is split by."""
    kinds = dict.fromkeys(str(Kind(metric.kind).label) for metric in figure.sources)
    facts = [DOT.join(kinds), WORDS["unit"].format(unit=figure.unit)]
    if figure.aliases:
        facts.append(WORDS["aliases"].format(names=WORDS["or"].join(figure.aliases)))
    cuts = compute.cuts_of(figure)
    if cuts:
        facts.append(WORDS["split_by"].format(names=WORDS["or"].join(cut.name for cut in cuts)))
    if figure.rule:
        facts.append(figure.rule)
    return format_html('{}<small class="lz-defined">{}</small>', figure.meaning, DOT.join(facts))


def _valued(row: Row) -> Any:
    """The value, and below it what it was reckoned of."""
    said = shown(row.now)
    if row.now.denominator is None:
        return said
    return format_html('{}<small class="lz-defined">{}</small>', said or WORDS["nothing"], parts(row.now))


def _change(row: Row) -> Any:
    words = moved(row.now, row.before)
    if words is None or not row.jumped:
        return words
    return format_html("{} {}", words, tag(WORDS["jumped"], "warn"))


def _spark(row: Row) -> Any:
    values = [None if one is None else one.value for _, one in row.trend]
    return spark(values, told(row.trend)) if any(value is not None for value in values) else None


def _star(row: Row) -> SafeString:
    return format_html(
        '<button class="lz-quiet lz-keep" name="figure" value="{}" aria-pressed="{}" aria-label="{}">{}</button>',
        row.figure.key, "true" if row.kept else "false", WORDS["keep"].format(name=row.figure.name), icon("star"),
    )  # fmt: skip


def figures(
    rows: Sequence[Row],
    address: Address,
    moves_of: Address,
    *,
    trend: int = 0,
    keeping: bool = False,
    against: str = "",
) -> Table:
    """Figures with their definitions, last year's values and how they moved.

    Args:
        address, moves_of: of a figure's rows, and of the rows that came and went.
        trend: of how many years small bars are shown; none where 0.
        against: what the values are held against; "" for the year before, of which alone rows that moved are told.
        keeping: whether each line has the button that keeps the figure at hand.
    """
    columns = [
        Column("figure.name", WORDS["figure"], url=lambda row: address(row.figure.key), head=True),
        Column("value", WORDS["value"], value=_valued, short=True),
        Column("before", against or WORDS["before"], value=lambda row: row.before and shown(row.before), short=True),
        Column("change", WORDS["change"], value=_change, short=True,
               url=lambda row: moves_of(row.figure.key) if moved(row.now, row.before) and not against else None),
        Column("meaning", WORDS["meaning"], value=lambda row: _defined(row.figure), wide=True),
    ]  # fmt: skip
    if trend:
        columns.insert(4, Column("trend", WORDS["trend"].format(count=trend), value=_spark, short=True))
    return Table(columns, rows, empty=WORDS["no_figures"], actions=_star if keeping else None)


def years(trend: Sequence[tuple[str, Period, Result | None]], address: Callable[[Period], str]) -> Table:
    """One figure over some years, the latest first."""
    pairs = [(*one, earlier[2] if earlier else None) for one, earlier in zip(trend[1:], trend, strict=False)]
    rows = [*([(*trend[0], None)] if trend else []), *pairs][::-1]
    columns = [
        Column("when", WORDS["year_word"], value=lambda row: row[0], url=lambda row: address(row[1]), head=True),
        Column("value", WORDS["value"], value=lambda row: row[2] and shown(row[2]), short=True),
        Column("change", WORDS["change"], value=lambda row: row[2] and moved(row[2], row[3]), short=True),
    ]
    if any(one is not None and one.denominator is not None for _, _, one in trend):
        columns.insert(2, Column("parts", WORDS["parts"], value=lambda row: row[2] and parts(row[2]), short=True))
    return Table(columns, rows)


def split(rows: Sequence[tuple[str, str, Result]], whole: Result, address: Address) -> Table:
    """One figure by the values of a dimension."""

    def share(row: tuple[str, str, Result]) -> float | None:
        value, total = row[2].value, whole.value
        return float(value / total) if value is not None and total else None

    columns = [
        Column("label", WORDS["cut_value"], value=lambda row: row[1], url=lambda row: address(row[0]), head=True),
        Column("value", WORDS["value"], value=lambda row: shown(row[2]), short=True),
    ]
    if whole.denominator is None:
        columns.append(Column("share", WORDS["share"], kind="share", value=share))
    else:
        columns.append(Column("parts", WORDS["parts"], value=lambda row: parts(row[2])))
    return Table(columns, rows, empty=WORDS["no_cut"])


def _cell(place: int) -> Callable[[Any], Any]:
    return lambda pair: pair[1][place]


def rows(evidence: Evidence, actor: Any, number: int, size: int, total: int, params: Mapping[str, Any]) -> Table:
    """A page of the rows behind a figure; each links to its record where the reader may open it."""
    lines = list(evidence.lines(actor, (number - 1) * size, size))
    metric = evidence.metric
    columns = [
        Column(
            one.key, one.label, kind=KINDS.get(one.kind, "text"), value=_cell(place),  # type: ignore[arg-type]  # reason: the two kinds of columns share these words
            url=_opener(metric) if place == 0 else None, head=place == 0, wide=place == 1,
        )
        for place, one in enumerate(metric.columns)
    ]  # fmt: skip
    more = number * size < total
    page = Page(lines, str(number + 1) if more else None, str(number - 1) if number > 1 else None, total)
    return Table(columns, lines, page=page, params=params, cursor_name="page", empty=WORDS["no_rows"])


def _opener(metric: Metric) -> Callable[[Any], str | None] | None:
    kind = kind_of(metric.record_kind) if metric.record_kind else None
    if kind is None:
        return None

    def address(pair: Any) -> str | None:
        row = pair[0]
        return None if row is None or pair[1][0] == HIDDEN_CELL else kind.url(row.uid)

    return address
