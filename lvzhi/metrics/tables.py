"""Tables of the figures pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lvzhi.links.kinds import kind_of
from lvzhi.metrics.compute import Evidence, Result
from lvzhi.metrics.declare import Metric
from lvzhi.metrics.vocabulary import EACH, HIDDEN_CELL, PARTS, WORDS
from lvzhi.ui import formats
from lvzhi.ui.paging import Page
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


def figures(results: Sequence[Result], before: Mapping[str, Result], address: Address) -> Table:
    """The figures of a room with last year's; one that ``before`` lacks had nothing recorded then."""

    def earlier(one: Result) -> str | None:
        found = before.get(one.figure.key)
        return None if found is None else shown(found)

    columns = (
        Column("figure.name", WORDS["figure"], url=lambda one: address(one.figure.key), head=True),
        Column("value", WORDS["value"], value=shown, short=True),
        Column("parts", WORDS["parts"], value=parts, short=True),
        Column("before", WORDS["before"], value=earlier, short=True),
        Column("meaning", WORDS["meaning"], value=lambda one: one.figure.meaning, wide=True),
        Column("rule", WORDS["rule"], value=lambda one: one.figure.rule, hide_on_phone=True),
    )
    return Table(columns, results, empty=WORDS["no_figures"])


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
