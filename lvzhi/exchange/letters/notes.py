"""Comments in the margin of a Word document, at places of its text as ``exchange.text`` reads it; the text stays."""

from __future__ import annotations

import io
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run

from lvzhi.exchange.docx_text import W, pieces
from lvzhi.exchange.errors import BadFile

_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML cannot hold
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Note:
    """A comment.

    Args:
        start, end: the characters of the read text that it is about. text: may have several lines.
    """

    start: int
    end: int
    text: str


@dataclass(slots=True)
class _Stretch:
    start: int
    end: int
    source: Any


def annotate(data: bytes, text: str, notes: Sequence[Note], *, author: str, initials: str) -> bytes:
    """The same document with comments added; those it has stay.

    Args:
        data: a .docx that ``read_text`` has read. text: what it answered.

    Errors: ``BadFile`` truncated, where the document cannot be opened for writing.
    """
    try:
        document = Document(io.BytesIO(data))
    except (KeyError, ValueError, OSError):  # a part that is named and missing
        raise BadFile("truncated") from None
    found = list(_stretches(document.element.body))
    if "".join(piece.text for piece in pieces(document.element.body)) != text:
        raise BadFile("truncated")
    _place(document, found, notes, author, initials)
    return _saved(document)


def plain(text: str, notes: Sequence[Note], *, author: str, initials: str, font: str) -> bytes:
    """A plain document of a text, a paragraph a line, with comments."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name = font
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    for line in _UNFIT.sub(" ", text).split("\n"):
        document.add_paragraph(line)
    _place(document, list(_stretches(document.element.body)), notes, author, initials)
    return _saved(document)


def _saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _stretches(body: Any) -> Iterator[_Stretch]:
    place = 0
    for piece in pieces(body):
        if piece.source is not None and piece.text:
            yield _Stretch(place, place + len(piece.text), piece.source)
        place += len(piece.text)


def _place(document: Any, found: list[_Stretch], notes: Sequence[Note], author: str, initials: str) -> None:
    bounds = sorted({bound for note in notes for bound in (note.start, note.end)})
    cut: list[_Stretch] = []
    for one in found:
        inside = bounds[bisect_right(bounds, one.start) : bisect_left(bounds, one.end)]
        touched = inside or any(note.start < one.end and one.start < note.end for note in notes)
        cut += _cut(one, inside) if touched and _run(one.source) is one.source.getparent() else [one]
    starts = [one.start for one in cut]
    for note in notes:
        first = max(bisect_right(starts, note.start) - 1, 0)
        here = [one for one in cut[first : bisect_left(starts, note.end)] if one.end > note.start]
        if here:
            runs = [Run(_run(one.source), document) for one in (here[0], here[-1])]
            document.add_comment(runs, text=note.text, author=author, initials=initials)


def _run(source: Any) -> Any:
    """The run that a comment may hold on to: of a text box the one that the box stands in."""
    runs = list(source.iterancestors(W + "r"))
    return runs[-1] if runs else source


def _cut(one: _Stretch, bounds: Sequence[int]) -> list[_Stretch]:
    """A stretch in runs of its own, split at the bounds; how the letters look is copied."""
    text, run = one.source, one.source.getparent()
    for behind in reversed(list(text.itersiblings())):  # each is put right behind the run
        _own_run(run, behind)
    if any(child.tag != W + "rPr" for child in text.itersiblings(preceding=True)):
        run = _own_run(run, text)
    parts = [*bounds, one.end]
    said, begun = text.text or "", one.start
    text.text = said[: parts[0] - begun]
    text.set(_SPACE, "preserve")
    stretches = [_Stretch(begun, parts[0], text)]
    for start, end in pairwise(parts):
        more = OxmlElement("w:t")
        more.text = said[start - begun : end - begun]
        more.set(_SPACE, "preserve")
        run = _own_run(run, more)
        stretches.append(_Stretch(start, end, more))
    return stretches


def _own_run(run: Any, child: Any) -> Any:
    """A run right behind this one that holds the child alone."""
    made = OxmlElement("w:r")
    look = run.find(W + "rPr")
    if look is not None:
        made.append(deepcopy(look))
    made.append(child)
    run.addnext(made)
    return made
