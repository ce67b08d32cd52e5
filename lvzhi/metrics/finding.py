"""Finding figures by name, alias, key, unit, definition, or the first letters of the name's reading."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from lvzhi.metrics.declare import Figure

LEAST = 2  # characters of a word that is looked for in definitions: one stands in most of them


@cache
def initials(name: str) -> str:
    """First letters of a name's reading: 收到提案 → sdta."""
    from pypinyin import Style, lazy_pinyin  # its tables take a moment to load: only who searches pays for it

    return "".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).lower()


def found(figures: Iterable[Figure], typed: str) -> list[Figure]:
    """The figures that fit all of the words typed; every one where nothing was."""
    words = typed.lower().split()
    return [one for one in figures if all(_fits(one, word) for word in words)]


def _fits(figure: Figure, word: str) -> bool:
    names = (figure.name, *figure.aliases)
    if any(word in name.lower() for name in names) or word in figure.key or word in figure.unit:
        return True
    if word.isascii():
        return word.isalpha() and any(word in initials(name) for name in names)
    return len(word) >= LEAST and word in figure.meaning.lower()
