"""The text of a Word document: paragraphs and tables in their order, insertions kept, deletions left out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

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
    return "\n".join(_blocks(body)) if body is not None else ""


def _blocks(parent: etree._Element) -> Iterator[str]:
    """Lines of a body, a cell or a content control, in order."""
    for child in parent:
        if child.tag == W + "p":
            yield from _paragraph(child).split("\n")
        elif child.tag == W + "tbl":
            yield from _table(child)
        elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml"):
            yield from _blocks(child)


def _table(table: etree._Element) -> Iterator[str]:
    """One line per row, cells apart by tabs; a line break within a cell becomes a space."""
    for row in table.iter(W + "tr"):
        cells = [each for each in row.iter(W + "tc") if next(each.iterancestors(W + "tr")) is row]
        yield "\t".join(" ".join(line for line in _blocks(cell) if line) for cell in cells)


def _paragraph(paragraph: etree._Element) -> str:
    pieces: list[str] = []
    _collect(paragraph, pieces)
    return "".join(pieces)


def _collect(element: etree._Element, pieces: list[str]) -> None:
    for child in element:
        if child.tag in SKIPPED:
            continue
        if child.tag == W + "t":
            pieces.append(child.text or "")
        elif child.tag == W + "tab":
            pieces.append("\t")
        elif child.tag in BREAKS:
            pieces.append("\n")
        elif child.tag == W + "noBreakHyphen":
            pieces.append("-")
        elif child.tag == W + "p":  # a text box within the paragraph
            pieces.append("\n")
            _collect(child, pieces)
        elif child.tag not in (W + "pPr", W + "rPr"):
            _collect(child, pieces)
