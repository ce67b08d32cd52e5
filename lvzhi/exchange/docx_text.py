"""The text of a Word document: paragraphs and tables in their order, insertions kept, deletions left out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from lvzhi.exchange.container import DEFAULT_LIMITS, Limits, Source, check_office, check_ole, kind_of, load
from lvzhi.exchange.errors import BadFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BREAKS = (W + "br", W + "cr")
SKIPPED = (_FALLBACK, W + "del", W + "moveFrom", W + "instrText")


def read_docx_text(source: Source, name: str = "", limits: Limits = DEFAULT_LIMITS) -> str:
    """The text of a .docx file.

    Errors: ``BadFile`` empty, too_large, truncated, zip_bomb, macro, old_word, encrypted, wrong_kind.
    """
    data = load(source, name, limits)
    kind = kind_of(data)
    if kind == "ole":
        check_ole(data, name, sheet=False)
    if kind not in ("docx", "broken_zip", "zip"):
        raise BadFile("wrong_kind", name=name, found=kind)
    return read(data, name, limits)


def read(data: bytes, name: str, limits: Limits) -> str:
    """The text of bytes that claim to be a Word document."""
    found = check_office(data, name, limits)
    if found != "docx":
        raise BadFile("wrong_kind", name=name, found=found)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        markup = archive.read("word/document.xml")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(markup, parser)
    except etree.XMLSyntaxError:
        raise BadFile("truncated", name=name) from None
    body = root.find(W + "body")
    return "".join(piece.text for piece in pieces(body)) if body is not None else ""


class Piece(NamedTuple):
    """A stretch of the text read, and the element whose text it is; None for what stands between."""

    text: str
    source: etree._Element | None = None


Line = list[Piece]
BREAK, TAB, SPACE = Piece("\n"), Piece("\t"), Piece(" ")


def pieces(body: etree._Element) -> Iterator[Piece]:
    """The text of a body in stretches; joined they are what `read` answers."""
    for number, line in enumerate(_blocks(body)):
        if number:
            yield BREAK
        yield from line


def _blocks(parent: etree._Element) -> Iterator[Line]:
    """Lines of a body, a cell or a content control, in order."""
    for child in parent:
        if child.tag == W + "p":
            yield from _paragraph(child)
        elif child.tag == W + "tbl":
            yield from _table(child)
        elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml"):
            yield from _blocks(child)


def _table(table: etree._Element) -> Iterator[Line]:
    """One line per row, cells apart by tabs; a line break within a cell becomes a space."""
    for row in table.iter(W + "tr"):
        cells = [each for each in row.iter(W + "tc") if next(each.iterancestors(W + "tr")) is row]
        yield _joined(TAB, [_joined(SPACE, [line for line in _blocks(cell) if _said(line)]) for cell in cells])


def _joined(between: Piece, lines: Sequence[Line]) -> Line:
    found: Line = []
    for number, line in enumerate(lines):
        found += [between, *line] if number else line
    return found


def _said(line: Line) -> bool:
    return any(piece.text for piece in line)


def _paragraph(paragraph: etree._Element) -> list[Line]:
    found: Line = []
    _collect(paragraph, found)
    lines: list[Line] = [[]]
    for piece in found:
        if piece is BREAK:
            lines.append([])
        else:
            lines[-1].append(piece)
    return lines


def _collect(element: etree._Element, found: Line) -> None:
    for child in element:
        if child.tag in SKIPPED:
            continue
        if child.tag == W + "t":
            found.append(Piece((child.text or "").replace("\n", " "), child))
        elif child.tag == W + "tab":
            found.append(TAB)
        elif child.tag in BREAKS:
            found.append(BREAK)
        elif child.tag == W + "noBreakHyphen":
            found.append(Piece("-"))
        elif child.tag == W + "p":  # a text box within the paragraph
            found.append(BREAK)
            _collect(child, found)
        elif child.tag not in (W + "pPr", W + "rPr"):
            _collect(child, found)
