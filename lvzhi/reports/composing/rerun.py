"""A report run again: which sentences read otherwise than in the document that was last given out, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from lvzhi.reports.composing import filling
from lvzhi.reports.composing.filling import Book
from lvzhi.reports.composing.returning import Given


@dataclass(frozen=True, slots=True)
class Moved:
    """A sentence that reads otherwise.

    Args:
        what: figure, where only its numbers are others; text, where it was written anew; new or gone.
        heading: of its section. then, now: as it was given out, and as it reads now.
    """

    what: str
    heading: str
    then: str
    now: str


Line = tuple[str, str]  # as it is written, tokens and all; as it is printed


def since(given: Sequence[Given], now: Sequence[tuple[str, str, str]], book: Book) -> list[Moved]:
    """Every sentence that is different, section by section.

    Args:
        given: what was given out. now: uid, heading and text of each section. book: the figures of now.
    """
    before = {one.uid: one for one in given}
    found: list[Moved] = []
    for uid, heading, text in now:
        old = before.pop(uid, None)
        found += _compared(heading, _given(old, book) if old else [], _printed(text, book))
    for one in before.values():
        found += _compared(one.heading, _given(one, book), [])
    return found


def _given(one: Given, book: Book) -> list[Line]:
    numbers = iter(printed for _, printed in one.tokens)
    lines = []
    for sentence in _sentences(one.text, book):
        pieces = [next(numbers, piece.text) if piece.token else piece.text for piece in sentence.pieces]
        lines.append((_source(sentence), "".join(pieces)))
    return lines


def _printed(text: str, book: Book) -> list[Line]:
    return [(_source(one), one.text) for one in _sentences(text, book)]


def _sentences(text: str, book: Book) -> list[filling.Sentence]:
    return [one for line in filling.sentences(text, book) for one in line]


def _source(sentence: filling.Sentence) -> str:
    return "".join(piece.token.text if piece.token else piece.text for piece in sentence.pieces)


def _compared(heading: str, old: Sequence[Line], new: Sequence[Line]) -> Iterator[Moved]:
    sources = [source for source, _ in old], [source for source, _ in new]
    for what, a, b, c, d in SequenceMatcher(None, *sources, autojunk=False).get_opcodes():
        for left, right in zip_longest(old[a:b], new[c:d]):
            then, now = left[1] if left else "", right[1] if right else ""
            if then != now:
                kind = "figure" if what == "equal" else "new" if not then else "gone" if not now else "text"
                yield Moved(kind, heading, then, now)
