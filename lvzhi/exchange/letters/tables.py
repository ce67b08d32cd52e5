"""Tables of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row
from docx.shared import Pt
from docx.table import Table as DocxTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from lvzhi.exchange import vocabulary
from lvzhi.exchange.letters import layout
from lvzhi.exchange.letters.blocks import Table, Words

if TYPE_CHECKING:
    from lvzhi.exchange.letters.writer import Writer

_LINE = 6  # eighths of a point
_TOGETHER = 3  # lines at the end of a table
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def write(writer: Writer, block: Table) -> None:
    """Caption, heading row (repeated on each page), rows that do not break across pages."""
    if block.caption:
        caption = writer.paragraph(block.caption, font=vocabulary.HEADING_FONT, size=layout.SMALL_SIZE, align="center")
        caption.paragraph_format.keep_with_next = True
    table = writer.docx.add_table(1 + len(block.rows), len(block.columns))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _borders(table)
    widths = _widths(table, block)
    aligns = list(block.aligns) or ["left"] * len(block.columns)
    heading, *rows = table._tbl.tr_lst
    heading.get_or_add_trPr().append(layout.element("w:cantSplit"))
    heading.get_or_add_trPr().append(layout.element("w:tblHeader"))
    for cell, label in zip(_cells(heading, table, widths), block.columns, strict=True):
        _fill(writer, cell, label, font=vocabulary.HEADING_FONT, align="center")
    for row, cells in zip(rows, block.rows, strict=True):
        row.get_or_add_trPr().append(layout.element("w:cantSplit"))
        for cell, words, align in zip(_cells(row, table, widths), cells, aligns, strict=True):
            _fill(writer, cell, words, font=vocabulary.BODY_FONT, align=align)
    for row in rows[-_TOGETHER:-1]:  # a page does not hold the last line, often the whole, by itself
        for paragraph in row.iter(qn("w:p")):
            Paragraph(paragraph, table._parent).paragraph_format.keep_with_next = True
    writer.paragraph(line=layout.TABLE_LINE)


def _cells(row: CT_Row, table: DocxTable, widths: list[Pt]) -> list[_Cell]:
    """The cells of a row straight from its markup: the library's own way walks the grid anew for each."""
    cells = [_Cell(each, table) for each in row.tc_lst]
    for cell, width in zip(cells, widths, strict=True):
        cell.width = width
        cell._tc.get_or_add_tcPr().append(layout.element("w:vAlign", val="center"))
    return cells


def _fill(writer: Writer, cell: _Cell, words: Words, *, font: str, align: str) -> None:
    paragraph = cell.paragraphs[0]
    writer.shape(paragraph, line=layout.TABLE_LINE, align=align)
    writer.fill(paragraph, words, font=font, size=layout.TABLE_SIZE)


def _borders(table: DocxTable) -> None:
    lines = layout.element("w:tblBorders")
    for side in _SIDES:
        lines.append(layout.element(f"w:{side}", val="single", sz=_LINE, space=0, color="000000"))
    properties = table._tbl.tblPr
    behind = properties.find(qn("w:tblLayout"))
    if behind is not None:
        behind.addprevious(lines)
    else:
        properties.append(lines)


def _widths(table: DocxTable, block: Table) -> list[Pt]:
    weights = list(block.widths) or [1.0] * len(block.columns)
    widths = [Pt(layout.TEXT_WIDTH * weight / sum(weights)) for weight in weights]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    return widths
