"""What was typed, read as terms: words that must all be there, "phrases", numbers, initials, single signs."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from lvzhi.search import folding
from lvzhi.search.vocabulary import NUMBER

LENGTH: Final = 80  # signs read of what is typed
TERMS: Final = 8
_PHRASE: Final = re.compile(r"[\"“”„「『«]([^\"“”„「」『』«»]*)[\"“”」』»]?")
_NUMBER: Final = re.compile(NUMBER)
_LETTERS: Final = re.compile(r"[a-z]{2,}")


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must be there, in any of its spellings.

    Args:
        text: as typed, in the one spelling; what is marked in what is shown.
        spellings: any of them will do; plain texts of one field.
    """

    text: str
    spellings: tuple[str, ...]

    @property
    def single(self) -> bool:
        """Whether it holds nothing but single signs: looked for in titles and names alone."""
        return all(len(run) == 1 for spelling in self.spellings for run in spelling.split())

    def held(self, plain: str) -> bool:
        """Whether a plain text has it."""
        return any(spelling in plain for spelling in self.spellings)


@dataclass(frozen=True, slots=True)
class Asked:
    """All terms of a question; without any, nothing was asked."""

    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms)

    def held(self, plain: str, head: str) -> bool:
        """Whether a text meets the question, told without an index: what the engines must agree with."""
        return all(term.held(head if term.single else plain) for term in self.terms)


def read(typed: str) -> Asked:
    """Read a question; whatever is typed is one."""
    typed = unicodedata.normalize("NFC", typed)[:LENGTH]
    found: list[Term] = []
    place = 0
    for phrase in _PHRASE.finditer(typed):
        found += _words(typed[place : phrase.start()])
        found += _term(phrase.group(1))
        place = phrase.end()
    found += _words(typed[place:])
    return Asked(tuple(dict.fromkeys(found))[:TERMS])


def _words(typed: str) -> list[Term]:
    return [term for word in folding.spread(typed).split() for term in _word(word)]


def _word(word: str) -> list[Term]:
    """A word with marks inside is several words."""
    return [term for part in folding.plain(word).split() for term in _term(part)]


def _term(text: str) -> list[Term]:
    plain = folding.plain(text)
    if not plain:
        return []
    spellings = [plain]
    if plain.isdigit() and len(plain) == 1:  # a figure by itself is a number: it stands in every text
        return [Term(plain, (folding.as_number(plain),))]
    number = _NUMBER.fullmatch(plain)
    if number is not None:
        spellings.append(folding.as_number(number.group(1)))
    elif _LETTERS.fullmatch(plain):
        spellings.append(folding.as_letters(plain))
    return [Term(plain, tuple(spellings))]
