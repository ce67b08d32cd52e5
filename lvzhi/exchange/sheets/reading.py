"""From a file to rows of values and findings: the header is looked for, every row is read to the last."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lvzhi.exchange import vocabulary
from lvzhi.exchange.columns import Column
from lvzhi.exchange.container import DEFAULT_LIMITS, Limits, Source
from lvzhi.exchange.errors import BadFile, Finding
from lvzhi.exchange.sheets.cells import BadCell, Raw, Value, as_text, convert, masked
from lvzhi.exchange.sheets.grid import Grid, open_grids

Progress = Callable[[int, int], None]

_HEADER_WITHIN = 30  # rows looked at for the header: titles, units and notes stand above it
_STEP = 200  # rows between two calls of progress


@dataclass(frozen=True)
class Row:
    """One row: its number in the spreadsheet, its values by column key, and whether it has no error."""

    number: int
    values: Mapping[str, Value]
    ok: bool = True

    def __getitem__(self, key: str) -> Any:
        return self.values[key]

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a column, or ``default`` when the column is absent or the cell empty."""
        value = self.values.get(key)
        return default if value is None else value


@dataclass(frozen=True)
class Sheet:
    """What was read: all rows, all findings, and which headings were recognised."""

    rows: list[Row]
    findings: list[Finding]
    header_row: int
    headings: Mapping[str, str] = field(default_factory=dict)
    title: str = ""

    @property
    def good(self) -> list[Row]:
        """Rows without an error."""
        return [row for row in self.rows if row.ok]

    @property
    def errors(self) -> list[Finding]:
        """Findings that keep a row out."""
        return [finding for finding in self.findings if finding.level == "error"]

    @property
    def ok(self) -> bool:
        """Whether nothing keeps any row out."""
        return not self.errors


@dataclass(frozen=True)
class _Header:
    row: int
    places: dict[str, int]
    headings: dict[str, str]
    findings: list[Finding]


def read(
    source: Source,
    name: str,
    columns: Sequence[Column],
    *,
    limits: Limits = DEFAULT_LIMITS,
    progress: Progress | None = None,
) -> Sheet:
    """Read an Excel or CSV file into rows.

    Arguments:
        source: path, bytes or binary stream.
        name: what the person calls the file; used in sentences only.
        columns: what is looked for; order in the file does not matter, the header may stand below a title.
        limits: pass ``Limits(size=…, rows=…)`` from the caller's norms.
        progress: called with (rows done, rows in all).

    Errors: ``BadFile`` when nothing can be read: the container's codes, no_header, missing_columns, no_rows.
    What is wrong with a row becomes a finding, and the next row is read.
    """
    grids = open_grids(source, name, limits)
    if not any(grid.rows for grid in grids):
        raise BadFile("empty", name=name)
    grid, header = _find_header(grids, columns, name)
    body = [(number, cells) for number, cells in grid.rows if number > header.row]
    reader = _Reader(columns, header)
    rows = reader.read(body, progress)
    if not rows:
        raise BadFile("no_rows", name=name)
    findings = sorted(header.findings + reader.findings, key=lambda each: each.row)
    return Sheet(rows, findings, header.row, header.headings, grid.title)


def _plain(heading: str) -> str:
    """A heading without stars, "(必填)", spaces, line breaks and width."""
    return vocabulary.REQUIRED_MARKS.sub("", unicodedata.normalize("NFKC", heading)).rstrip(":").lower()


def _find_header(grids: Sequence[Grid], columns: Sequence[Column], name: str) -> tuple[Grid, _Header]:
    """The row with most known headings; of equal ones the lowest, since merged cells repeat a heading downwards."""
    known = {_plain(label): column.key for column in columns for label in (column.label, *column.aliases)}
    best: tuple[int, Grid, int, list[Raw]] | None = None
    for grid in grids:
        for number, cells in grid.rows[:_HEADER_WITHIN]:
            keys = {known.get(_plain(as_text(cell))) for cell in cells} - {None}
            lower = best is not None and best[1] is grid and best[2] == number - 1 and len(keys) == best[0]
            if keys and (best is None or len(keys) > best[0] or lower):
                best = (len(keys), grid, number, cells)
    if best is None or (best[0] == 1 and len(columns) > 2):
        expected = [column.label for column in columns if column.required] or [column.label for column in columns]
        raise BadFile("no_header", name=name, expected=expected)
    header = _header(best[2], best[3], known, columns)
    missing = [column.label for column in columns if column.required and column.key not in header.places]
    if missing:
        raise BadFile("missing_columns", name=name, missing=missing, row=header.row)
    return best[1], header


def _header(number: int, cells: Sequence[Raw], known: Mapping[str, str], columns: Sequence[Column]) -> _Header:
    places: dict[str, int] = {}
    headings: dict[str, str] = {}
    findings: list[Finding] = []
    for place, cell in enumerate(cells):
        heading = as_text(cell)
        key = known.get(_plain(heading))
        if not heading:
            continue
        if key is None:
            findings.append(Finding(number, heading, "unknown_column", level="warning"))
        elif key in places:
            facts = {"used": places[key] + 1}
            findings.append(Finding(number, heading, "duplicate_column", facts, "warning"))
        else:
            places[key], headings[key] = place, heading
    return _Header(number, places, headings, findings)


class _Reader:
    """Reads rows under one header and remembers what it has seen."""

    def __init__(self, columns: Sequence[Column], header: _Header) -> None:
        self.columns = [column for column in columns if column.key in header.places]
        self.places = header.places
        self.findings: list[Finding] = []
        self._rows: dict[tuple[Value, ...], int] = {}
        self._uniques: dict[tuple[str, Value], int] = {}
        self._example = tuple(column.example for column in self.columns)

    def read(self, body: Sequence[tuple[int, list[Raw]]], progress: Progress | None) -> list[Row]:
        rows: list[Row] = []
        for done, (number, cells) in enumerate(body, 1):
            row = self._row(number, cells)
            if row is not None:
                rows.append(row)
            if progress and (done % _STEP == 0 or done == len(body)):
                progress(done, len(body))
        return rows

    def _row(self, number: int, cells: list[Raw]) -> Row | None:
        raws = [cells[place] if (place := self.places[column.key]) < len(cells) else None for column in self.columns]
        shown = tuple(as_text(raw) for raw in raws)
        if not any(shown) or (any(self._example) and shown == self._example):
            return None
        before = len(self.findings)
        values = {column.key: self._cell(number, column, raw) for column, raw in zip(self.columns, raws, strict=True)}
        self._unique(number, values)
        ok = all(finding.level != "error" for finding in self.findings[before:])
        if ok:
            self._repeated(number, tuple(values.values()))
        return Row(number, values, ok)

    def _cell(self, number: int, column: Column, raw: Raw) -> Value:
        try:
            value = convert(raw, column)
        except BadCell as problem:
            facts = dict(problem.facts)
            if column.masked and "value" in facts:
                facts["value"] = masked(facts["value"])
            self.findings.append(Finding(number, column.label, problem.code, facts))
            return None
        if value is None and column.required:
            self.findings.append(Finding(number, column.label, "required"))
        return value

    def _unique(self, number: int, values: Mapping[str, Value]) -> None:
        for column in self.columns:
            value = values[column.key]
            if not column.unique or value is None:
                continue
            first = self._uniques.setdefault((column.key, value), number)
            if first != number:
                shown = masked(str(value)) if column.masked else str(value)
                self.findings.append(Finding(number, column.label, "duplicate_value", {"value": shown, "first": first}))

    def _repeated(self, number: int, values: tuple[Value, ...]) -> None:
        first = self._rows.setdefault(values, number)
        if first != number:
            self.findings.append(Finding(number, "", "duplicate_row", {"first": first}, "warning"))
