"""Official documents in the layout of GB/T 9704-2012 (R12.13): described as values, written as .docx, turned to PDF."""

from __future__ import annotations

from lvzhi.exchange.docx_text import read_docx_text
from lvzhi.exchange.letters.blocks import (
    Attachment,
    Block,
    Cell,
    Document9704,
    Heading1,
    Heading2,
    Heading3,
    Heading4,
    Para,
    Run,
    Table,
)
from lvzhi.exchange.letters.convert import can_convert, to_pdf
from lvzhi.exchange.letters.fonts import missing_fonts
from lvzhi.exchange.letters.marked import Mark, Marked, read_marked
from lvzhi.exchange.letters.notes import Note, annotate, plain
from lvzhi.exchange.letters.writer import write

__all__ = [
    "Attachment",
    "Block",
    "Cell",
    "Document9704",
    "Heading1",
    "Heading2",
    "Heading3",
    "Heading4",
    "Mark",
    "Marked",
    "Note",
    "Para",
    "Run",
    "Table",
    "annotate",
    "can_convert",
    "missing_fonts",
    "plain",
    "read_docx_text",
    "read_marked",
    "to_pdf",
    "write",
]
