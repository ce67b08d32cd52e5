"""A document's values into a .docx file."""

from __future__ import annotations

import io
import os
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run as DocxRun

from lvzhi.exchange import mark, vocabulary
from lvzhi.exchange.errors import BadFile
from lvzhi.exchange.letters import foot, head, layout, tables
from lvzhi.exchange.letters.blocks import Attachment, Block, Document9704, Heading, Para, Run, Table, Words
from lvzhi.exchange.letters.fonts import missing_fonts

_ALIGN = {
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
_HEADING_FONTS = {
    1: (vocabulary.HEADING_FONT, False),
    2: (vocabulary.SUBHEADING_FONT, False),
    3: (vocabulary.BODY_FONT, True),
    4: (vocabulary.BODY_FONT, False),
}
_SHORT = 84  # characters: three lines
_UNDATED = datetime(2012, 7, 1, tzinfo=UTC)  # the standard's own first day: a file without a date tells no moment


def write(letter: Document9704, target: str | os.PathLike[str] | BinaryIO, *, strict: bool = False) -> tuple[str, ...]:
    """Write a document; returns the declared faces that this machine lacks (a warning, R12.14).

    Arguments:
        letter: the document.
        target: path or binary stream; a path is replaced only by a whole file.
        strict: refuse to write where faces are missing.

    Errors: ``BadFile`` fonts_missing in strict mode.
    """
    missing = missing_fonts()
    if strict and missing:
        raise BadFile("fonts_missing", name=letter.title.replace("\n", ""), fonts=missing)
    buffer = _still(Writer(letter).document())
    if isinstance(target, str | os.PathLike):
        place = Path(target)
        half = place.with_name(place.name + ".part")
        half.write_bytes(buffer.getvalue())
        half.replace(place)
    else:
        target.write(buffer.getvalue())
    return missing


def _still(document: Document) -> io.BytesIO:
    """The file without the moment of its writing: the same values give the same bytes."""
    moving, still = io.BytesIO(), io.BytesIO()
    document.save(moving)
    with zipfile.ZipFile(moving) as written, zipfile.ZipFile(still, "w", zipfile.ZIP_DEFLATED) as kept:
        for member in written.infolist():
            info = zipfile.ZipInfo(member.filename)  # dated by the first day a zip knows
            info.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(info, written.read(member))
    return still


class Writer:
    """Writes one document, from the head to the end matter."""

    def __init__(self, letter: Document9704) -> None:
        self.letter = letter
        self.docx: Document = docx.Document()
        self._bookmarks = 0

    def document(self) -> Document:
        letter = self.letter
        layout.set_up(self.docx)
        self._properties()
        head.write(self)
        if letter.addressee:
            self.paragraph(letter.addressee.rstrip(vocabulary.COLON + ":") + vocabulary.COLON, align="left")
        for block in letter.body:
            self.block(block)
        count = len(self.docx.paragraphs)
        self._attachment_note()
        self._signature()
        self._keep_together(count, len(self.docx.paragraphs) - 1)
        for number, attachment in enumerate(letter.attachments, 1):
            if attachment.body:
                self._attachment(number, attachment)
        if letter.has_end_matter:
            foot.write(self)
        return self.docx

    def paragraph(
        self,
        words: Words = "",
        *,
        font: str = vocabulary.BODY_FONT,
        size: float = layout.BODY_SIZE,
        line: float | None = None,
        bold: bool = False,
        align: str = "both",
        colour: str = "",
    ) -> Paragraph:
        """A paragraph with one face; the body's line spacing unless another is given."""
        paragraph = self.docx.add_paragraph()
        self.shape(paragraph, line=line, align=align)
        self.fill(paragraph, words, font=font, size=size, bold=bold, colour=colour)
        return paragraph

    def shape(self, paragraph: Paragraph, *, line: float | None = None, align: str = "both") -> None:
        """Alignment and, where it differs from the body's, exact line spacing in points."""
        paragraph.alignment = _ALIGN[align]
        if line is not None:
            paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
            paragraph.paragraph_format.line_spacing = Pt(line)
            layout.off_grid(paragraph)

    def fill(
        self, paragraph: Paragraph, words: Words, *, font: str, size: float, bold: bool = False, colour: str = ""
    ) -> None:
        """Put text or runs into a paragraph; a line break in a text breaks the line."""
        for piece in [Run(words)] if isinstance(words, str) else words:
            run = paragraph.add_run(layout.clean(piece.text))
            layout.set_font(run, font, size, bold=bold or piece.bold, colour=colour)
            if piece.link:
                self._link(paragraph, run, piece.link)
            if piece.bookmark:
                self._bookmark(run, piece.bookmark)

    def block(self, block: Block) -> None:
        """One block of a body."""
        if isinstance(block, Heading):
            font, bold = _HEADING_FONTS[block.level]
            paragraph = self.paragraph(block.text, font=font, bold=bold)
            layout.indent(paragraph, firstLineChars=200)
            layout.outline(paragraph, block.level)
            paragraph.paragraph_format.keep_with_next = True
            if block.bookmark and paragraph.runs:
                self._bookmark(paragraph.runs[0], block.bookmark)
        elif isinstance(block, Para):
            paragraph = self.paragraph(block.text, align=block.align)
            if block.indent:
                layout.indent(paragraph, firstLineChars=200)
        elif isinstance(block, Table):
            tables.write(self, block)

    def _link(self, paragraph: Paragraph, run: DocxRun, target: str) -> None:
        """Make a run a link, outward or to a bookmark, without changing how it looks."""
        wrapper = layout.element("w:hyperlink")
        if target.startswith("#"):
            wrapper.set(qn("w:anchor"), layout.anchor(target[1:]))
        else:
            part = paragraph.part
            wrapper.set(qn("r:id"), part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        run._r.addprevious(wrapper)
        wrapper.append(run._r)

    def _bookmark(self, run: DocxRun, name: str) -> None:
        """Enclose a run (or the link it stands in) in a bookmark."""
        self._bookmarks += 1
        parent = run._r.getparent()
        held: Any = parent if parent is not None and parent.tag == qn("w:hyperlink") else run._r
        held.addprevious(layout.element("w:bookmarkStart", id=self._bookmarks, name=layout.anchor(name)))
        held.addnext(layout.element("w:bookmarkEnd", id=self._bookmarks))

    def _attachment_note(self) -> None:
        """附件：1. … one blank line below the text, two characters in, no closing mark."""
        titles = [attachment.title for attachment in self.letter.attachments]
        if not titles:
            return
        self.paragraph()
        label = vocabulary.ATTACHMENT_LABEL + vocabulary.COLON
        for number, title in enumerate(titles, 1):
            text = title if len(titles) == 1 else f"{number}. {title}"
            paragraph = self.paragraph((label if number == 1 else "") + text, align="left")
            numeral = 0 if len(titles) == 1 else 150
            hanging = numeral + (300 if number == 1 else 0)
            layout.indent(paragraph, leftChars=500 + numeral, hangingChars=hanging)

    def _signature(self) -> None:
        """Issuer centred over the date, the date four characters from the right; a longer issuer stands two from it."""
        issuer, day = self.letter.issuer, self.letter.date
        if not issuer and not day:
            return
        self.paragraph()
        self.paragraph()
        written = vocabulary.written_date(day.year, day.month, day.day) if day else ""
        width = sum(0.5 if each.isascii() else 1 for each in written)
        centre = 4 + width / 2
        from_right = centre - len(issuer or "") / 2
        if issuer:
            shift = max(2.0, from_right)
            centre += shift - from_right
            layout.indent(self.paragraph(issuer, align="right"), rightChars=round(shift * 100))
        if day:
            layout.indent(self.paragraph(written, align="right"), rightChars=round((centre - width / 2) * 100))

    def _keep_together(self, first: int, last: int) -> None:
        """A page must not hold the signature alone: what stands between it and the text goes with it, and the text's
        last paragraph too if it is short (a long one would be moved whole, and the first page must show text)."""
        paragraphs = self.docx.paragraphs
        if last >= first and len(self.letter.body) > 1 and len(paragraphs[first - 1].text) <= _SHORT:
            first -= 1
        for paragraph in paragraphs[first:last]:
            paragraph.paragraph_format.keep_with_next = True

    def _attachment(self, number: int, attachment: Attachment) -> None:
        """附件1 flush left in 黑体 on a new page, its title centred on the third line."""
        label = vocabulary.ATTACHMENT_LABEL + (str(number) if len(self.letter.attachments) > 1 else "")
        first = self.paragraph(label, font=vocabulary.HEADING_FONT, align="left")
        first.paragraph_format.page_break_before = True
        self.paragraph()
        self.title(attachment.title)
        for block in attachment.body:
            self.block(block)

    def title(self, text: str) -> None:
        """小标宋 size 2, centred, and a blank line below."""
        self.paragraph(text, font=vocabulary.TITLE_FONT, size=layout.TITLE_SIZE, line=layout.TITLE_LINE, align="center")
        self.paragraph()

    def _properties(self) -> None:
        letter, properties = self.letter, self.docx.core_properties
        day = letter.date
        moment = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else _UNDATED
        properties.title = layout.clean(letter.title.replace("\n", ""))[:255]
        properties.author = properties.last_modified_by = layout.clean(letter.issuer or "")[:255]
        properties.comments = mark.current()[:255]
        properties.language = "zh-CN"
        properties.created = properties.modified = moment
