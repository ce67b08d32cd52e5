"""The layout of GB/T 9704-2012 in Word's terms, and the small pieces of markup that python-docx has no word for.

The recipe was found by counting in the converted PDF: exactly 22 lines of 28 characters. Do not "tidy" its numbers:
29 pt of line spacing loses the 22nd line, a grid of type ``linesAndChars`` halves the line.
"""

from __future__ import annotations

import re
import zlib
from typing import Any, cast

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run as DocxRun

from lvzhi.exchange import vocabulary

BODY_SIZE = 16.0  # size 3
TITLE_SIZE = 22.0  # size 2
SMALL_SIZE = 14.0  # size 4: page numbers, end matter
TABLE_SIZE = 12.0  # small 4
LINE = 28.95
TITLE_LINE = 35.0
SMALL_LINE = 22.0
TABLE_LINE = 20.0
FOOTER_LINE = 18.0
TEXT_WIDTH = 442.0  # points: 156 mm
RED = "E60012"

_TIGHTER = -5  # twentieths of a point between characters, so that 28 of them fit 156 mm
_GRID_PITCH = 579  # twentieths of a point
_TWIP = 635  # the library's units in a twentieth of a point
_PAPER = (Mm(210), Mm(297))
_MARGINS = {"top_margin": Mm(37), "left_margin": Mm(28), "right_margin": Mm(26), "bottom_margin": Mm(35)}
_FOOTER_FROM_EDGE = Mm(21.6)  # puts the number's top 7 mm below the text block
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_NAMES = re.compile(r"\W")
_LONGEST_NAME = 40
_BEHIND_GRID = ("w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:jc", "w:outlineLvl", "w:rPr")


def element(tag: str, **attributes: Any) -> BaseOxmlElement:
    """An element of Word's markup with attributes of the same namespace."""
    made = cast("BaseOxmlElement", OxmlElement(tag))
    for name, value in attributes.items():
        made.set(qn("w:" + name), str(value))
    return made


def clean(text: str) -> str:
    """A text that may stand in a document: without characters that XML forbids."""
    return _CONTROLS.sub("", text)


def anchor(name: str) -> str:
    """A name as Word's bookmarks allow it; different names stay different."""
    plain = _NOT_IN_NAMES.sub("_", name)
    if plain == name and name[:1].isalpha() and len(name) <= _LONGEST_NAME:
        return name
    mark = f"_{zlib.crc32(name.encode()):08x}"
    return ("b" + plain)[: _LONGEST_NAME - len(mark)] + mark


def set_font(run: DocxRun, font: str, size: float, *, bold: bool = False, colour: str = "") -> None:
    """Face for every script, size in points; theme faces are not mentioned, or Word would keep them."""
    properties = run._r.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    if fonts is not None:
        properties.remove(fonts)
    properties.insert(0, element("w:rFonts", eastAsia=font, ascii=font, hAnsi=font, cs=font, hint="eastAsia"))
    run.font.size = Pt(size)
    if bold:
        run.font.bold = True
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)


def narrow(run: DocxRun, percent: int) -> None:
    """Make the characters of a run narrower without making them lower."""
    size = run._r.get_or_add_rPr().find(qn("w:sz"))
    if size is not None and percent < 100:
        size.addprevious(element("w:w", val=percent))


def off_grid(paragraph: Paragraph) -> None:
    """Let a paragraph with line spacing of its own keep it: LibreOffice rounds it up to whole lines of the grid."""
    paragraph._p.get_or_add_pPr().insert_element_before(element("w:snapToGrid", val=0), *_BEHIND_GRID)


def indent(paragraph: Paragraph, size: float = BODY_SIZE, **characters: int) -> None:
    """Indents in hundredths of a character of a size: firstLineChars, leftChars, rightChars, hangingChars."""
    properties = paragraph._p.get_or_add_pPr()
    place = properties.get_or_add_ind()
    for name, value in characters.items():
        place.set(qn("w:" + name), str(value))
        points = {"firstLineChars": "firstLine", "leftChars": "left", "rightChars": "right", "hangingChars": "hanging"}
        place.set(qn("w:" + points[name]), str(round(value / 100 * (size * 20 + _TIGHTER))))


def outline(paragraph: Paragraph, level: int) -> None:
    """Make a paragraph a heading for navigation and for readers who listen, without a style's colours."""
    paragraph._p.get_or_add_pPr().append(element("w:outlineLvl", val=level - 1))


def border(paragraph: Paragraph, *, colour: str = "000000", space: int = 0, top: int = 0, bottom: int = 0) -> None:
    """Lines above and below a paragraph: sizes in eighths of a point, space in points."""
    lines = element("w:pBdr")
    for side, size in {"top": top, "bottom": bottom}.items():
        if size:
            lines.append(element(f"w:{side}", val="single", sz=size, space=space, color=colour))
    paragraph._p.get_or_add_pPr().insert_element_before(lines, "w:shd", "w:tabs", "w:snapToGrid", *_BEHIND_GRID)


def at_foot(paragraph: Paragraph, above: float = 0) -> None:
    """Put a paragraph into a frame at the foot of the text block, or beginning so many points above its end."""
    end = round((_PAPER[1] - _MARGINS["bottom_margin"]) / _TWIP)
    place = {"vAnchor": "page", "y": end - round(above * 20)} if above else {"vAnchor": "margin", "yAlign": "bottom"}
    frame = element("w:framePr", w=round(TEXT_WIDTH * 20), wrap="notBeside", hAnchor="margin", xAlign="center", **place)
    paragraph._p.get_or_add_pPr().insert_element_before(
        frame, "w:widowControl", "w:pBdr", "w:shd", "w:tabs", "w:snapToGrid", *_BEHIND_GRID
    )


def page_field(paragraph: Paragraph) -> None:
    """The page number between dashes, as a complex field."""
    parts: list[BaseOxmlElement | str] = [
        f"{vocabulary.DASH} ",
        element("w:fldChar", fldCharType="begin"),
        element("w:instrText"),
        element("w:fldChar", fldCharType="separate"),
        "1",
        element("w:fldChar", fldCharType="end"),
        f" {vocabulary.DASH}",
    ]
    for part in parts:
        run = paragraph.add_run(part if isinstance(part, str) else None)
        set_font(run, vocabulary.PAGE_NUMBER_FONT, SMALL_SIZE)
        if not isinstance(part, str):
            if part.tag == qn("w:instrText"):
                part.text = " PAGE "
            run._r.append(part)


def set_up(document: Document) -> None:
    """Paper, margins, grid, body face, page numbers."""
    section = document.sections[0]
    section.page_width, section.page_height = _PAPER
    for name, value in _MARGINS.items():
        setattr(section, name, value)
    section.footer_distance = _FOOTER_FROM_EDGE
    for grid in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(grid)
    section._sectPr.append(element("w:docGrid", type="lines", linePitch=_GRID_PITCH))
    _normal(document)
    _settings(document)
    _declare_replacements(document)
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        _footer(footer.paragraphs[0], side)


def _normal(document: Document) -> None:
    """The body's face, spacing and line breaking in the style everything inherits."""
    style = document.styles["Normal"]
    properties = style.element.get_or_add_rPr()
    for child in list(properties):
        properties.remove(child)
    font = vocabulary.BODY_FONT
    for child in (
        element("w:rFonts", eastAsia=font, ascii=font, hAnsi=font, cs=font),
        element("w:spacing", val=_TIGHTER),
        element("w:kern", val=0),
        element("w:sz", val=round(BODY_SIZE * 2)),
        element("w:szCs", val=round(BODY_SIZE * 2)),
        element("w:lang", val="en-US", eastAsia="zh-CN"),
    ):
        properties.append(child)
    paragraph = style.element.get_or_add_pPr()
    for child in list(paragraph):
        paragraph.remove(child)
    for child in (
        element("w:widowControl", val=0),  # a page has 22 lines, wherever a paragraph ends
        element("w:overflowPunct", val=1),  # Word's own default; LibreOffice reads it reversed and keeps to the 28
        element("w:autoSpaceDE", val=0),  # digits among characters keep to the 28
        element("w:autoSpaceDN", val=0),
        element("w:spacing", before=0, after=0, line=round(LINE * 20), lineRule="exact"),
    ):
        paragraph.append(child)


def _settings(document: Document) -> None:
    settings = document.settings
    settings.odd_and_even_pages_header_footer = True
    for language in settings.element.findall(qn("w:themeFontLang")):
        language.set(qn("w:eastAsia"), "zh-CN")


def _declare_replacements(document: Document) -> None:
    """Name a second choice for each declared face, so that a machine without it does not take just any (R12.14)."""
    for relation in document.part.rels.values():
        if not relation.reltype.endswith("/fontTable"):
            continue
        part = relation.target_part
        entries = "".join(
            f'<w:font w:name="{font}"><w:altName w:val="{vocabulary.FONT_ALIASES[font][0]}"/>'
            '<w:charset w:val="86"/><w:family w:val="auto"/></w:font>'
            for font in vocabulary.DECLARED_FONTS
        )
        part._blob = f'<?xml version="1.0" encoding="UTF-8"?><w:fonts {nsdecls("w")}>{entries}</w:fonts>'.encode()


def _footer(paragraph: Paragraph, side: str) -> None:
    """Odd pages right, even pages left, one character in (R12.13)."""
    markup = (
        f'<w:pPr {nsdecls("w")}><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:line="{round(FOOTER_LINE * 20)}" w:lineRule="exact"/>'
        f'<w:ind w:{side}="{round(SMALL_SIZE * 20)}" w:{side}Chars="100"/><w:jc w:val="{side}"/></w:pPr>'
    )
    old = paragraph._p.pPr
    if old is not None:
        paragraph._p.remove(old)
    paragraph._p.insert(0, parse_xml(markup))
    page_field(paragraph)
