"""An empty sheet to fill: headings, lists to choose from, an example row and a page of notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from lvzhi.exchange import vocabulary
from lvzhi.exchange.columns import Column
from lvzhi.exchange.sheets.writing import Target, display_width, guarded, open_book, sheet_name

_ROWS = 5000  # rows that carry the lists and formats
_TEXT_KINDS = ("text", "phone", "id_number", "list", "choice", "bool")


def template_xlsx(target: Target, title: str, columns: Sequence[Column]) -> None:
    """Write a template that ``sheets.read`` accepts with the same columns.

    Arguments:
        target: path or binary stream.
        title: names the sheet.
        columns: a required one is starred; ``choice`` and ``bool`` get a list; ``example`` fills the second row, which
            reading skips as long as nobody changes it.
    """
    book = open_book(target, constant_memory=False)
    try:
        sheet = book.add_worksheet(sheet_name(title))
        notes = book.add_worksheet(vocabulary.NOTES_SHEET)
        lists = book.add_worksheet(vocabulary.CHOICES_SHEET)
        lists.hide()
        _columns(book, sheet, lists, columns)
        _notes(book, notes, columns)
        sheet.freeze_panes(1, 0)
        sheet.activate()
    finally:
        book.close()


def _columns(book: Any, sheet: Any, lists: Any, columns: Sequence[Column]) -> None:
    head = {"bold": True, "border": 1, "align": "center", "text_wrap": True}
    plain, starred = (
        book.add_format({**head, "bg_color": "#E7EDF3"}),
        book.add_format({**head, "bg_color": "#FBE9D7"}),
    )
    text, day, number = (book.add_format({"num_format": each}) for each in ("@", "yyyy-mm-dd", "General"))
    example = book.add_format({"italic": True, "font_color": "#595959", "num_format": "@"})
    for place, column in enumerate(columns):
        label = column.label + (vocabulary.REQUIRED_STAR if column.required else "")
        width = column.width or max(12, display_width(label) + 4, display_width(column.example) + 2)
        usual = text if column.kind in _TEXT_KINDS else day if column.kind == "date" else number
        sheet.set_column(place, place, width, usual)
        sheet.write_string(0, place, label, starred if column.required else plain)
        if column.example:
            sheet.write_string(1, place, guarded(column.example), example)
        choices = (vocabulary.YES, vocabulary.NO) if column.kind == "bool" else column.choices
        if choices and column.kind in ("choice", "bool"):
            _list(sheet, lists, place, choices)


def _list(sheet: Any, lists: Any, place: int, choices: Sequence[str]) -> None:
    """The choices stand on a hidden sheet: a list written into the cell's own rule may hold 255 characters only."""
    for index, choice in enumerate(choices):
        lists.write_string(index, place, choice)
    name = xl_col_to_name(place)
    rule = {
        "validate": "list",
        "source": f"='{vocabulary.CHOICES_SHEET}'!${name}$1:${name}${len(choices)}",
        "error_title": vocabulary.VALIDATION_TITLE,
        "error_message": vocabulary.VALIDATION_TEXT,
    }
    sheet.data_validation(1, place, _ROWS, place, rule)


def _notes(book: Any, notes: Any, columns: Sequence[Column]) -> None:
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    notes.write_string(0, 0, vocabulary.EXAMPLE_NOTE)
    for place, heading in enumerate(vocabulary.NOTE_HEADS):
        notes.write_string(1, place, heading, bold)
        notes.set_column(place, place, (18, 10, 50, 28)[place])
    for row, column in enumerate(columns, 2):
        note = vocabulary.KIND_NOTES[column.kind]
        if column.choices:
            note += vocabulary.COLON + vocabulary.LIST_SEPARATOR.join(column.choices)
        cells = (column.label, vocabulary.NOTE_REQUIRED[column.required], note, column.example)
        for place, cell in enumerate(cells):
            notes.write_string(row, place, guarded(cell), wrapped)
