"""The end matter 版记: 抄送 and 印发 between lines, at the foot of the last page's text block (R12.13)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from lvzhi.exchange import vocabulary
from lvzhi.exchange.letters import layout

if TYPE_CHECKING:
    from lvzhi.exchange.letters.writer import Writer

_THICK, _THIN = 8, 6  # eighths of a point
_COPY_INDENT = 400  # one character in, then as wide as the label
_AIR = 4.0  # points for the lines themselves
_COPY_CHARACTERS = 26  # of a line of copies, one less than fit


def write(writer: Writer) -> None:
    """Copies (if any), then who printed it and when; each in a frame of its own.

    LibreOffice loses a frame of two paragraphs, so the upper frame is placed by counting the lines of the copies.
    """
    letter = writer.letter
    if letter.copy_to:
        text = vocabulary.COPY_TO_LABEL + vocabulary.COPY_SEPARATOR.join(letter.copy_to) + vocabulary.FULL_STOP
        copies = _line(writer, text)
        layout.indent(copies, layout.SMALL_SIZE, leftChars=_COPY_INDENT, hangingChars=_COPY_INDENT)
        layout.border(copies, top=_THICK)
        layout.at_foot(copies, above=(1 + math.ceil(len(text) / _COPY_CHARACTERS)) * layout.SMALL_LINE + _AIR)
    day = letter.printed_on or letter.date
    printed = vocabulary.written_date(day.year, day.month, day.day) + vocabulary.ISSUED_SUFFIX if day else ""
    line = _line(writer, f"{letter.printed_by or letter.issuer or ''}\t{printed}")
    layout.border(line, top=_THIN if letter.copy_to else _THICK, bottom=_THICK)
    layout.at_foot(line)
    # A frame belongs to the paragraph behind it; one of a single point's height takes no line.
    writer.paragraph(line=1.0)


def _line(writer: Writer, text: str) -> Paragraph:
    paragraph = writer.paragraph(
        vocabulary.WIDE_SPACE + text, size=layout.SMALL_SIZE, line=layout.SMALL_LINE, align="left"
    )
    paragraph.paragraph_format.tab_stops.add_tab_stop(
        Pt(layout.TEXT_WIDTH - layout.SMALL_SIZE), alignment=WD_TAB_ALIGNMENT.RIGHT
    )
    return paragraph
