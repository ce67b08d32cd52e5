"""Tables in a text: lines whose cells stand apart by tabs, bars or wide gaps, one below the other."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lvzhi.claims.cleaning import Mapped

_BARRED = re.compile(r"^\|(.*)\|$")
_RULE = re.compile(r"^[\s|:+=—-]+$")
_GAP = re.compile(r"[ \u3000]{2,}")
_PROSE = re.compile(r"[。；]")
NUMBER_CELL: Final = re.compile(
    r"(?:约|近|超|逾)?\d[\d,]*(?:\.\d+)?\s?[余多]?[万亿]?(?:%|[\u4e00-\u9fff]{1,3})?(?:以上|左右)?"
)
_YEAR_CELL = re.compile(r"(?:19|20)\d\d(?:年度?)?(?:上半年|下半年|\d{1,2}月)?")
_CELL_MAX: Final = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text, spaces gone, with each character's offset in the original."""

    text: str
    origin: array[int]

    @property
    def numeric(self) -> bool:
        """Whether the cell holds one number, with its unit or bare, that is no year."""
        return bool(NUMBER_CELL.fullmatch(self.text)) and not _YEAR_CELL.fullmatch(self.text)

    @property
    def digits(self) -> bool:
        """Whether it holds one number, which may be a year."""
        return bool(NUMBER_CELL.fullmatch(self.text))


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of a table, top to bottom; they need not have the same number of cells."""

    rows: tuple[Row, ...]


def cells(raw: str, origin: array[int]) -> Row:
    """The cells of a line; none when it is no row of a table. Empty cells keep their place between tabs and bars."""
    body = raw.strip(" \u3000")
    barred = _BARRED.match(body)
    if "\t" not in body and not barred and "  " not in body and "\u3000\u3000" not in body:
        return ()
    if barred:
        spans = _between(raw, "|", raw.index("|") + 1, raw.rindex("|"))
    elif "\t" in body:
        spans = _between(raw, "\t", 0, len(raw))
    else:
        start = len(raw) - len(raw.lstrip())
        gaps = list(_GAP.finditer(raw, start, len(raw.rstrip())))
        spans = list(zip([start, *(m.end() for m in gaps)], [*(m.start() for m in gaps), len(raw)], strict=True))
    found = tuple(_cell(raw, origin, start, end) for start, end in spans)
    least = 2 if barred or "\t" in body else 3
    return found if len(found) >= least else ()


def _between(raw: str, mark: str, start: int, end: int) -> list[tuple[int, int]]:
    out = []
    while (at := raw.find(mark, start, end)) >= 0:
        out.append((start, at))
        start = at + 1
    return [*out, (start, end)]


def _cell(raw: str, origin: array[int], start: int, end: int) -> Cell:
    spaces = ((m.start(), m.end(), "") for m in re.finditer(r"\s+", raw[start:end]))
    cut = Mapped(raw[start:end], origin[start:end]).cut(spaces)
    return Cell(cut.text, cut.origin)


def table(rows: Sequence[Row]) -> Table | None:
    """A table of rows that follow each other; None where they hold no column of numbers, or prose laid out in cells."""
    real = tuple(row for row in rows if not all(_RULE.match(cell.text) for cell in row if cell.text))
    if len(real) < 2 or any(len(cell.text) > _CELL_MAX or _PROSE.search(cell.text) for row in real for cell in row):
        return None
    with_numbers = sum(any(cell.numeric for cell in row[1:]) for row in real)
    return Table(real) if with_numbers and with_numbers * 2 >= len(real) - 1 else None
