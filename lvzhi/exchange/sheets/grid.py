"""The cells of a file as rows numbered the way the spreadsheet numbers them, merged cells filled downwards."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lvzhi.exchange.container import Limits, Source, check_office, check_ole, kind_of, load
from lvzhi.exchange.encodings import decode
from lvzhi.exchange.errors import BadFile
from lvzhi.exchange.sheets import apart
from lvzhi.exchange.sheets.cells import Raw, as_text

_SEPARATORS = ",\t;，|"
_SNIFFED_LINES = 20
_SNIFFED_SIGNS = 100_000
_QUOTED = re.compile('"[^"]*"')


@dataclass(frozen=True)
class Grid:
    """One sheet's rows: (number from 1, cells); rows without any content are left out."""

    title: str
    rows: list[tuple[int, list[Raw]]]


def open_grids(source: Source, name: str, limits: Limits) -> list[Grid]:
    """Every visible sheet of a workbook, or the one of a CSV file.

    Errors: ``BadFile`` as ``container`` raises them, wrong_kind, bad_csv, too_many_rows.
    """
    data = load(source, name, limits)
    kind = kind_of(data)
    if kind in ("xlsx", "ods", "zip", "broken_zip", "docx", "pptx"):
        found = check_office(data, name, limits)
        if found not in ("xlsx", "ods"):
            raise BadFile("wrong_kind", name=name, found=found)
        return _workbook(data, name, limits)
    if kind == "ole":
        check_ole(data, name, sheet=True)
        return _workbook(data, name, limits)
    if kind != "text":
        raise BadFile("wrong_kind", name=name, found=kind)
    return [_csv(data, name, limits)]


def _workbook(data: bytes, name: str, limits: Limits) -> list[Grid]:
    return [_sheet(one, name, limits) for one in apart.sheets(data, name, limits.cells, limits.rows)]


def _sheet(opened: apart.Opened, name: str, limits: Limits) -> Grid:
    title, (top, left), table, merged = opened
    for (first, column), (last, _) in merged:
        _fill(table, first - top, last - top, column - left)
    rows = _filled(((top + 1 + index, [None] * left + row) for index, row in enumerate(table)), name, limits)
    return Grid(title, rows)


def _fill(table: list[list[Raw]], first: int, last: int, column: int) -> None:
    """A cell merged over several rows speaks for each; merged over columns it stays in the first (titles, notes)."""
    if not (0 <= first < len(table) and 0 <= column < len(table[first])):
        return
    for index in range(first + 1, min(last + 1, len(table))):
        table[index][column] = table[first][column]


def _csv(data: bytes, name: str, limits: Limits) -> Grid:
    text, _, _ = decode(data, name)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))

    def lines() -> Iterator[tuple[int, list[Raw]]]:
        number = 0
        try:
            for number, cells in enumerate(reader, 1):
                yield number, list[Raw](cells)
        except csv.Error:
            raise BadFile("bad_csv", name=name, row=number + 1) from None

    return Grid("", _filled(lines(), name, limits))


def _separator(text: str) -> str:
    """The separator found in most of the first lines, outside quotes; a cell full of another one does not mislead.

    A quoted cell may itself have several lines.
    """
    lines = _QUOTED.sub("", text[:_SNIFFED_SIGNS]).splitlines()[:_SNIFFED_LINES]
    return max(_SEPARATORS, key=lambda each: (sum(each in line for line in lines), "\n".join(lines).count(each)))


def _filled(lines: Iterator[tuple[int, list[Raw]]], name: str, limits: Limits) -> list[tuple[int, list[Raw]]]:
    rows: list[tuple[int, list[Raw]]] = []
    for number, cells in lines:
        if any(as_text(cell) for cell in cells):
            rows.append((number, cells))
            if len(rows) > limits.rows:
                raise BadFile("too_many_rows", name=name, rows=number, limit=limits.rows)
    return rows
