"""The head of a document: red letterhead with number and line, or the title alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

from lvzhi.exchange import vocabulary
from lvzhi.exchange.letters import layout

if TYPE_CHECKING:
    from lvzhi.exchange.letters.writer import Writer

_MARK_SIZES = (36.0, 48.0)  # points: as large as the width allows
_MARK_NARROWEST = 50  # per cent: a long name becomes narrow before it becomes small, as printers do
_MARK_BELOW_TOP = Mm(35)
_LINE_SIZE = 12  # eighths of a point
_LINE_BELOW_NUMBER = 11  # points: 4 mm


def write(writer: Writer) -> None:
    """Letterhead if asked for, then the title; without a letterhead a number stands under the title."""
    letter = writer.letter
    if letter.letterhead:
        _letterhead(writer)
        writer.paragraph()
        writer.paragraph()
    if letter.number and not letter.letterhead:
        writer.paragraph(
            letter.title,
            font=vocabulary.TITLE_FONT,
            size=layout.TITLE_SIZE,
            line=layout.TITLE_LINE,
            align="center",
        )
        writer.paragraph(letter.number, font=vocabulary.SUBHEADING_FONT, align="center")
        writer.paragraph()
    else:
        writer.title(letter.title)


def _letterhead(writer: Writer) -> None:
    letter = writer.letter
    mark = letter.organ_mark or letter.issuer or ""
    longest = max(len(line) for line in mark.split("\n")) or 1
    size = max(_MARK_SIZES[0], min(_MARK_SIZES[1], layout.TEXT_WIDTH / longest))
    organ = writer.paragraph(
        mark, font=vocabulary.TITLE_FONT, size=size, line=size * 1.3, align="center", colour=layout.RED
    )
    for run in organ.runs:
        layout.narrow(run, max(_MARK_NARROWEST, int(100 * layout.TEXT_WIDTH / (longest * size))))
    organ.paragraph_format.space_before = Pt(_MARK_BELOW_TOP.pt)
    writer.paragraph()
    writer.paragraph()
    if letter.signer:
        line = writer.paragraph(f"\t{letter.number or ''}\t{vocabulary.SIGNER_LABEL}", align="left")
        line.paragraph_format.tab_stops.add_tab_stop(Pt(layout.BODY_SIZE))
        line.paragraph_format.tab_stops.add_tab_stop(
            Pt(layout.TEXT_WIDTH - layout.BODY_SIZE), alignment=WD_TAB_ALIGNMENT.RIGHT
        )
        layout.set_font(line.add_run(layout.clean(letter.signer)), vocabulary.SUBHEADING_FONT, layout.BODY_SIZE)
    else:
        line = writer.paragraph(letter.number or "", align="center")
    layout.border(line, bottom=_LINE_SIZE, colour=layout.RED, space=_LINE_BELOW_NUMBER)
