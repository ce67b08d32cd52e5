"""What is shown of a text: the place where it says what was asked, with that marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lvzhi.search.asking import Asked
from lvzhi.search.folding import fold
from lvzhi.search.vocabulary import CUT

BEFORE: Final = 24  # signs shown before the first place
LENGTH: Final = 120
WINDOW: Final = 4_000  # signs looked at together: of a long text what comes after the first place need not be read
OVER: Final = 200


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of what is shown, and whether it is what was asked."""

    text: str
    marked: bool


def _places(text: str, asked: Asked) -> list[tuple[int, int]]:
    """Where the terms stand, in order, none over another. Runs of a term may have any marks between them."""
    if not asked or not text:
        return []
    told = fold(text)
    wanted = sorted({term.text for term in asked.terms}, key=len, reverse=True)
    found = "|".join(r"[\W_]+".join(map(re.escape, one.split())) for one in wanted)
    return [match.span() for match in re.finditer(found, told)]


def _pieces(text: str, places: Sequence[tuple[int, int]]) -> list[Piece]:
    found, last = [], 0
    for start, end in places:
        found += [Piece(text[last:start], marked=False), Piece(text[start:end], marked=True)]
        last = end
    found.append(Piece(text[last:], marked=False))
    return [piece for piece in found if piece.text]


def marked(text: str, asked: Asked) -> list[Piece]:
    """All of a text."""
    return _pieces(text, _places(text, asked))


def _first(text: str, asked: Asked) -> int:
    """Where the first place begins; 0 where there is none."""
    for begins in range(0, len(text), WINDOW):
        places = _places(text[begins : begins + WINDOW + OVER], asked)
        if places:
            return begins + places[0][0]
    return 0


def cut(text: str, asked: Asked) -> list[Piece]:
    """The stretch of a text around the first place; its beginning where none of it says so."""
    text = " ".join(text.split())
    start = max(0, _first(text, asked) - BEFORE)
    end = min(len(text), start + LENGTH)
    places = [(a + start, b + start) for a, b in _places(text[start : end + OVER], asked)]
    inside = [(max(a, start) - start, min(b, end) - start) for a, b in places if a < end and b > start]
    shown = _pieces(text[start:end], inside)
    if start and shown:
        shown.insert(0, Piece(CUT, marked=False))
    if end < len(text):
        shown.append(Piece(CUT, marked=False))
    return shown
