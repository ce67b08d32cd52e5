"""A text as a page shows it: articles with anchors, words that were looked for marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lvzhi.regulations.models import Version
from lvzhi.regulations.vocabulary.words import FAULTS, NUMBERED, START
from lvzhi.regulations.wording import Fault, Piece, read
from lvzhi.regulations.wording.reading import ARTICLE, CHAPTER
from lvzhi.regulations.wording.telling import called

AROUND = 30
Marked = list[tuple[bool, str]]  # whether it is what was looked for, words


@dataclass(frozen=True, slots=True)
class Found:
    """An article in which the words stand."""

    label: str
    key: str
    words: Marked


def marked(text: str, typed: str) -> Marked:
    """A text in pieces, those that are what was typed marked."""
    if not typed:
        return [(False, text)]
    low, wanted, found, at = text.lower(), typed.lower(), [], 0
    while (place := low.find(wanted, at)) >= 0:
        found += [(False, text[at:place])] if place > at else []
        found.append((True, text[place : place + len(wanted)]))
        at = place + len(wanted)
    return [*found, (False, text[at:])] if at < len(text) else found


def found_in(text: str, typed: str) -> list[Found]:
    """Articles of a text in which the words stand, with some words around the first place."""
    hits = []
    for piece in read(text).pieces:
        place = piece.text.lower().find(typed.lower())
        if place >= 0:
            start = max(place - AROUND, 0)
            words = piece.text[start : place + len(typed) + AROUND].replace("\n", " ")
            hits.append(Found(called(piece), piece.key, marked(words, typed)))
    return hits


def reading_of(version: Version, typed: str = "") -> dict[str, Any]:
    """The text of a version for its page."""
    found = read(version.text)
    pieces = [_shown(piece, typed) for piece in found.pieces]
    return {
        "pieces": pieces,
        "chapters": [one for one in pieces if one["kind"] == CHAPTER],
        "numbered": NUMBERED[found.numbered].format(count=len(found.articles)),
        "faults": [fault_words(one) for one in found.faults],
        "hits": sum(any(hit for hit, _ in line) for one in pieces for line in one["lines"]) if typed else 0,
    }


def fault_words(fault: Fault) -> str:
    """What is odd in the numbering, in a sentence."""
    return FAULTS[fault.code].format(label=fault.label, before=fault.before or START)


def _shown(piece: Piece, typed: str) -> dict[str, Any]:
    return {
        "kind": piece.kind, "label": piece.label, "key": piece.key, "called": called(piece),
        "is_article": piece.kind == ARTICLE, "lines": [marked(line, typed) for line in piece.paragraphs],
    }  # fmt: skip
