"""Tables written: Excel in constant memory, CSV as a stream; neither lets a cell become a formula."""

from __future__ import annotations

import csv
import io
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

import xlsxwriter

from lvzhi.exchange import mark, vocabulary
from lvzhi.exchange.columns import Column
from lvzhi.exchange.errors import BadFile

Target = str | os.PathLike[str] | BinaryIO
Record = Mapping[str, Any] | Sequence[Any]

_DANGEROUS = re.compile(r"^[=+\-@\t\r]")
_FIRST = frozenset("=+-@\t\r")  # what it may begin with, asked before the pattern is
_NUMBER = re.compile(r"^[+-]?\d[\d.,%\- ]*$")  # -5, +8613800000000: harmless, and a mark would spoil it
_LONGEST = 32_767  # characters of a cell
_LAST_ROW = 1_048_576
_EXACT = 10**15  # whole numbers beyond this lose digits in a spreadsheet
_WIDTHS = (6, 60)
_MEASURED = 500  # rows looked at for the widths
_CSV_CHUNK = 200
_HEADER = 255  # characters that a header may have
_FONT = "Microsoft YaHei"


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula: one that begins like one gets an apostrophe before it."""
    if text[:1] not in _FIRST:
        return text
    if _DANGEROUS.match(text) and not _NUMBER.match(text):
        return "'" + text
    return text


def shown(value: Any) -> str:
    """A value as it stands in a CSV cell."""
    if type(value) is str:
        return guarded(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return vocabulary.YES if value else vocabulary.NO
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple | set | frozenset):
        return guarded(vocabulary.LIST_SEPARATOR.join(str(each) for each in value))
    return guarded(str(value))


def cells_of(record: Record, columns: Sequence[Column]) -> list[Any]:
    """A record's values in the order of the columns."""
    if isinstance(record, Mapping):
        return [record.get(column.key) for column in columns]
    return list(record)


def display_width(text: str) -> int:
    """Columns of a terminal or sheet that a text takes: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


def write_csv(columns: Sequence[Column], rows: Iterable[Record]) -> Iterator[bytes]:
    """A CSV file in pieces: UTF-8 with a mark (so that Excel reads it), a header, then the rows as they come."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    buffer.write("\ufeff")
    writer.writerow([shown(column.label) for column in columns])
    for count, record in enumerate(rows, 1):
        writer.writerow([shown(value) for value in cells_of(record, columns)])
        if count % _CSV_CHUNK == 0:
            yield buffer.getvalue().encode()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue().encode()


def write_xlsx(
    target: Target,
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Record],
    *,
    head_lines: Sequence[str] = (),
) -> int:
    """Write a sheet: title, head lines, a frozen header with filters, the rows; returns how many rows.

    Arguments:
        target: path or binary stream.
        title: stands in the first row and names the sheet.
        columns: labels, kinds and widths.
        rows: mappings by column key, or sequences in the order of the columns; taken one at a time.
        head_lines: what the sheet was filtered by and as of when.

    Errors: ``BadFile`` too_many_rows. A file that could not be finished is removed.
    """
    book = open_book(target)
    finished = False
    try:
        count = _Writer(book, title, columns, head_lines).write(rows)
        finished = True
    finally:
        book.close()
        if not finished and isinstance(target, str | os.PathLike):
            Path(target).unlink(missing_ok=True)
    return count


@dataclass(frozen=True)
class Table:
    """One sheet of a workbook: what it is called, its columns, its rows, and the lines over them."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Record]
    head_lines: Sequence[str] = ()


def write_book(target: BinaryIO, tables: Iterable[Table]) -> int:
    """Write several sheets into one workbook; returns how many rows.

    Errors: ``BadFile`` too_many_rows.
    """
    book = open_book(target)
    try:
        return sum(_Writer(book, one.title, one.columns, one.head_lines).write(one.rows) for one in tables)
    finally:
        book.close()


def open_book(target: Target, *, constant_memory: bool = True) -> Any:
    """A workbook that never turns a text into a formula, an address or a number."""
    options = {
        "constant_memory": constant_memory,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "remove_timezone": True,
    }
    place = os.fspath(target) if isinstance(target, str | os.PathLike) else target
    book = xlsxwriter.Workbook(place, options)
    if mark.current():
        book.set_properties({"comments": mark.current()})
    return book


def sheet_name(title: str) -> str:
    """A title as a sheet may be called: 31 characters, none of the forbidden ones."""
    return re.sub(r"[\[\]:*?/\\]", " ", title).strip(" '")[:31] or vocabulary.DATA_SHEET


class _Writer:
    def __init__(self, book: Any, title: str, columns: Sequence[Column], head_lines: Sequence[str]) -> None:
        self.columns = columns
        self.title = title
        self.head_lines = head_lines
        self.sheet = book.add_worksheet(sheet_name(title))
        self._mark()
        base = {"font_name": _FONT, "font_size": 10, "valign": "vcenter"}
        self.formats = {
            "title": book.add_format({**base, "bold": True, "font_size": 14}),
            "note": book.add_format({**base, "font_color": "#595959"}),
            "header": book.add_format(
                {**base, "bold": True, "bg_color": "#E7EDF3", "border": 1, "text_wrap": True, "align": "center"}
            ),
            "text": book.add_format({**base, "num_format": "@", "text_wrap": True, "valign": "top"}),
            "number": book.add_format({**base, "valign": "top"}),
            "date": book.add_format({**base, "num_format": "yyyy-mm-dd", "valign": "top", "align": "left"}),
            "moment": book.add_format({**base, "num_format": "yyyy-mm-dd hh:mm", "valign": "top", "align": "left"}),
        }
        self.widths = [column.width or display_width(column.label) + 4 for column in columns]

    def _mark(self) -> None:
        """Who takes it away, at the head and foot of each printed page; an ampersand would begin a command there."""
        said = mark.current().replace("&", "&&")
        if said:
            self.sheet.set_header(f"&R{said}"[:_HEADER])
            self.sheet.set_footer(f"&L{said}"[:_HEADER])

    def write(self, rows: Iterable[Record]) -> int:
        self.sheet.write_string(0, 0, self.title, self.formats["title"])
        for index, line in enumerate(self.head_lines, 1):
            self.sheet.write_string(index, 0, line, self.formats["note"])
        header = len(self.head_lines) + 1
        for place, column in enumerate(self.columns):
            self.sheet.write_string(header, place, column.label, self.formats["header"])
        count = 0
        for record in rows:
            count += 1
            if header + count >= _LAST_ROW:
                raise BadFile("too_many_rows", name=self.title, rows=header + count, limit=_LAST_ROW)
            self._record(header + count, record, measure=count <= _MEASURED)
        self.sheet.freeze_panes(header + 1, 0)
        self.sheet.autofilter(header, 0, header + count, len(self.columns) - 1)
        for place, width in enumerate(self.widths):
            self.sheet.set_column(place, place, min(max(width, _WIDTHS[0]), _WIDTHS[1]))
        return count

    def _record(self, row: int, record: Record, *, measure: bool) -> None:
        for place, value in enumerate(cells_of(record, self.columns)):
            if value is None or value == "":
                continue
            self._cell(row, place, value)
            if measure and self.columns[place].width is None:
                self.widths[place] = max(self.widths[place], display_width(shown(value).split("\n")[0]) + 2)

    def _cell(self, row: int, place: int, value: Any) -> None:
        if type(value) is str and len(value) <= _LONGEST:
            self.sheet.write_string(row, place, guarded(value), self.formats["text"])
        elif isinstance(value, datetime):
            self.sheet.write_datetime(row, place, value, self.formats["moment"])
        elif isinstance(value, date):
            self.sheet.write_datetime(row, place, value, self.formats["date"])
        elif isinstance(value, int | float | Decimal) and not isinstance(value, bool) and _is_exact(value):
            self.sheet.write_number(row, place, value, self.formats["number"])
        else:
            text = shown(value)
            if len(text) > _LONGEST:
                text = text[: _LONGEST - len(vocabulary.CUT_MARK)] + vocabulary.CUT_MARK
            self.sheet.write_string(row, place, text, self.formats["text"])


def _is_exact(value: float | Decimal) -> bool:
    """Whether a spreadsheet keeps every digit; NaN and infinity are written as text."""
    if type(value) is int:
        return abs(value) < _EXACT
    number = Decimal(value)
    return number.is_finite() and abs(number) < _EXACT
