"""Tables in and out: Excel and CSV read row by row with findings, written in constant memory, templates to fill."""

from __future__ import annotations

from lvzhi.exchange.columns import Column
from lvzhi.exchange.errors import Finding
from lvzhi.exchange.sheets.cells import BadCell, convert
from lvzhi.exchange.sheets.reading import Row, Sheet, read
from lvzhi.exchange.sheets.template import template_xlsx
from lvzhi.exchange.sheets.writing import Table, write_book, write_csv, write_xlsx

__all__ = [
    "BadCell",
    "Column",
    "Finding",
    "Row",
    "Sheet",
    "Table",
    "convert",
    "read",
    "template_xlsx",
    "write_book",
    "write_csv",
    "write_xlsx",
]
