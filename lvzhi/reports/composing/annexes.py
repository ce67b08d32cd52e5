"""What stands behind the text of a document: its tables, and the evidence of every number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from lvzhi.exchange.letters import Attachment, Block, Para, Run, Table
from lvzhi.metrics.compute import Result
from lvzhi.reports import vocabulary
from lvzhi.reports.composing.filling import Known
from lvzhi.reports.composing.grids import Told

WIDTHS = (36, 132, 84, 190)  # points: neither a number nor the name of a figure with one value is broken


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the evidence.

    Args:
        place: its number, to which the numbers of the text lead.
    """

    place: int
    name: str
    value: str
    meaning: str


def line(place: int, known: Known) -> Line:
    """The line of a figure."""
    return Line(place, known.name, value(known.value, known), known.meaning)


def value(number: Decimal | None, known: Known | Result) -> str:
    """A number with its unit; below a rate what it was reckoned of."""
    unit = known.unit if isinstance(known, Known) else known.figure.unit
    said = vocabulary.NOTHING if number is None else vocabulary.plain(number) + unit
    if known.denominator is None:
        return said
    return vocabulary.RECKONED.format(value=said, part=known.numerator, whole=known.denominator)


def totals(told: Iterable[Told], have: Iterable[tuple[object, ...]]) -> list[Known]:
    """The figures across some tables that the evidence does not have yet.

    Args:
        have: (figure, values of dimensions) of those that it has.
    """
    found: dict[tuple[object, ...], Known] = {}
    seen = set(have)
    for one in told:
        for cell in one.lines[-1][1]:
            if cell is not None and cell.known is not None and (cell.known.key, cell.known.cuts) not in seen:
                found.setdefault((cell.known.key, cell.known.cuts), cell.known)
    return list(found.values())


def evidence(lines: Sequence[Line], facts: str) -> list[Block]:
    """The table of evidence; a definition that was told above is referred to, not told again."""
    first: dict[str, int] = {}
    rows = []
    for one in lines:
        place = first.setdefault(one.meaning, one.place)
        meaning = one.meaning if place == one.place else vocabulary.SAME_MEANING.format(place=place)
        rows.append(([Run(str(one.place), bookmark=f"e{one.place}")], one.name, one.value, meaning))
    table = Table(
        vocabulary.APPENDIX_COLUMNS, rows, widths=WIDTHS, aligns=("center", "left", "left", "left")
    )  # fmt: skip
    return [Para(facts), table]


def tables(told: Sequence[Told]) -> list[Attachment]:
    """Each table as an attachment."""
    return [Attachment(one.title, _table(one)) for one in told]


def _table(one: Told) -> list[Block]:
    rows = [(label, *(vocabulary.DASH if cell is None else cell.text for cell in cells)) for label, cells in one.lines]
    across = len(one.columns) - 1
    aligns: list[Literal["left", "center", "right"]] = ["center"] * (across + 1)
    aligns[0] = "left"
    table = Table(one.columns, rows, widths=(max(1.2, 3 - 0.25 * across), *([1.0] * across)), aligns=aligns)
    return [table, *([Para(vocabulary.EXCEEDS)] if one.exceeds else [])]
