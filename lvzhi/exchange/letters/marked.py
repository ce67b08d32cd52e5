"""A Word document read back with its bookmarks: which words of a paragraph stand within which of them.

Bookmarks are what Word, WPS and LibreOffice keep through editing and saving, also through OpenDocument and back.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from lvzhi.exchange.container import DEFAULT_LIMITS, Limits, Source, check_office, check_ole, kind_of, load
from lvzhi.exchange.docx_text import BREAKS, SKIPPED, W
from lvzhi.exchange.errors import BadFile

_HOLDERS = (W + "sdt", W + "sdtContent", W + "ins", W + "customXml", W + "moveTo")


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark within a paragraph: name and the letters it encloses."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph: its text and the bookmarks that begin in it; what stands in a table says so."""

    text: str
    marks: tuple[Mark, ...] = ()
    table: bool = False


@dataclass
class _Open:
    """Bookmarks that have begun and not ended, by id."""

    text: list[str] = field(default_factory=list)
    length: int = 0
    begun: dict[str, tuple[str, int]] = field(default_factory=dict)
    done: list[Mark] = field(default_factory=list)

    def put(self, text: str) -> None:
        self.text.append(text)
        self.length += len(text)

    def end(self, key: str) -> None:
        if key in self.begun:
            name, start = self.begun.pop(key)
            self.done.append(Mark(name, start, self.length))


def read_marked(source: Source, name: str = "", limits: Limits = DEFAULT_LIMITS) -> list[Marked]:
    """The paragraphs of a .docx file in order, tables included, each with its bookmarks.

    Errors: ``BadFile`` empty, too_large, truncated, zip_bomb, macro, old_word, encrypted, wrong_kind.
    """
    data = load(source, name, limits)
    kind = kind_of(data)
    if kind == "ole":
        check_ole(data, name, sheet=False)
    if kind not in ("docx", "broken_zip", "zip") or check_office(data, name, limits) != "docx":
        raise BadFile("wrong_kind", name=name, found=kind)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        markup = archive.read("word/document.xml")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        body = etree.fromstring(markup, parser).find(W + "body")
    except etree.XMLSyntaxError:
        raise BadFile("truncated", name=name) from None
    return [] if body is None else list(_blocks(body))


def _blocks(parent: etree._Element, *, table: bool = False) -> Iterator[Marked]:
    for child in parent:
        if child.tag == W + "p":
            yield from _lines(child, table=table)
        elif child.tag == W + "tbl":
            for cell in child.iter(W + "tc"):
                yield from _blocks(cell, table=True)
        elif child.tag in _HOLDERS:
            yield from _blocks(child, table=table)


def _lines(paragraph: etree._Element, *, table: bool) -> Iterator[Marked]:
    """A paragraph by its line breaks; a bookmark belongs to the line it begins in."""
    found = _Open()
    _collect(paragraph, found)
    for key in list(found.begun):
        found.end(key)
    start = 0
    for line in "".join(found.text).split("\n"):
        end = start + len(line)
        here = [one for one in found.done if start <= one.start <= end]
        yield Marked(line, tuple(Mark(one.name, one.start - start, min(one.end, end) - start) for one in here), table)
        start = end + 1


def _collect(element: etree._Element, found: _Open) -> None:
    for child in element:
        if child.tag in SKIPPED or child.tag in (W + "pPr", W + "rPr"):
            continue
        if child.tag == W + "bookmarkStart":
            found.begun[child.get(W + "id", "")] = (child.get(W + "name", ""), found.length)
        elif child.tag == W + "bookmarkEnd":
            found.end(child.get(W + "id", ""))
        elif child.tag == W + "t":
            found.put(child.text or "")
        elif child.tag == W + "tab":
            found.put("\t")
        elif child.tag in BREAKS:
            found.put("\n")
        else:
            _collect(child, found)
