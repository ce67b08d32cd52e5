"""Two texts compared: sentence by sentence, and letter by letter within a sentence that was changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from lvzhi.reports.vocabulary.words import CLAUSES

_PIECE = re.compile(CLAUSES)
LIKE = 0.5  # sentences less alike than this are one gone and one come


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of text: "" the same in both, "gone" or "come"."""

    what: str
    text: str


def differences(old: str, new: str) -> list[Marked]:
    """From one text to the other: dropping what is gone gives the new one, dropping what has come the old one."""
    return list(_joined(_compared(_pieces(old), _pieces(new))))


def _pieces(text: str) -> list[str]:
    return [piece for piece in _PIECE.findall(text) if piece]


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterator[Marked]:
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield Marked("", "".join(old[a:b]))
        elif what == "replace" and b - a == d - c:
            for left, right in zip(old[a:b], new[c:d], strict=True):
                yield from _letters(left, right)
        else:
            yield Marked("gone", "".join(old[a:b]))
            yield Marked("come", "".join(new[c:d]))


def _letters(old: str, new: str) -> Iterator[Marked]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < LIKE:
        yield Marked("gone", old)
        yield Marked("come", new)
        return
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            yield Marked("", old[a:b])
        else:
            yield Marked("gone", old[a:b])
            yield Marked("come", new[c:d])


def _joined(marks: Iterator[Marked]) -> Iterator[Marked]:
    held: Marked | None = None
    for mark in marks:
        if not mark.text:
            continue
        if held is not None and held.what == mark.what:
            held = Marked(held.what, held.text + mark.text)
            continue
        if held is not None:
            yield held
        held = mark
    if held is not None:
        yield held
