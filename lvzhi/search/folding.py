"""One spelling for what is indexed, typed and compared: NFKC, lower case, Traditional read as Simplified.

Everything here is pure. A text is first *spread*: signs that stand for several, such as ㎡, become those, invisible
ones go. Then it is *folded* sign by sign, so that a place in the folded text is the same place in the spread one. Its
*runs* are stretches of letters, figures and Chinese signs; marks and spaces between them are one space. *Grams* are the
pairs of neighbouring signs of each run.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final

RUN: Final = re.compile(r"[^\W_]+")
APART: Final = "\n"  # between the fields of a text: no phrase goes across
_LETTERS: Final = 0xE000  # initials and numbers are kept in private signs, so that no word is taken for them
_OPENS, _CLOSES = "\ue180", "\ue181"
_DIGITS: Final = re.compile(r"\d+")


@cache
def _simplifier() -> Any:
    from opencc import OpenCC  # its tables take a moment to load: only who searches or writes pays for it

    return OpenCC("t2s")


class _Spread(dict[int, "str | None"]):
    """Signs that stand for several become those; control and invisible signs go, but for breaks."""

    def __missing__(self, code: int) -> str | None:
        sign = chr(code)
        several = unicodedata.normalize("NFKC", sign)
        if sign in "\n\t\r":
            found: str | None = sign
        elif unicodedata.category(sign) in ("Cf", "Cc", "Co", "Cs"):
            found = None
        else:
            found = several if len(several) > 1 else sign
        self[code] = found
        return found


class _Fold(dict[int, str]):
    """One sign for one sign."""

    def __missing__(self, code: int) -> str:
        sign = unicodedata.normalize("NFKC", chr(code))
        sign = sign.lower() if len(sign.lower()) == 1 else sign
        simple = _simplifier().convert(sign) if ord(sign[0]) > _PLAIN else sign
        found = simple if len(simple) == 1 else chr(code)
        self[code] = found
        return found


_PLAIN: Final = 0x2E7F  # below lie no Chinese signs
_SPREAD, _FOLD = _Spread(), _Fold()


def spread(text: str) -> str:
    """The text as it is shown: signs for several written out, invisible ones gone."""
    return text.translate(_SPREAD)


def fold(text: str) -> str:
    """A spread text in the one spelling, sign for sign."""
    return text.translate(_FOLD)


def plain(text: str) -> str:
    """Any text in the one spelling, its runs apart by one space."""
    return " ".join(RUN.findall(fold(spread(text))))


def joined(fields: Iterable[str]) -> str:
    """Fields, plain already, as one text."""
    return APART.join(field for field in fields if field)


def pieces(run: str) -> list[str]:
    """A run's pairs of neighbouring signs; of a single sign, that sign."""
    return [run] if len(run) == 1 else [run[place : place + 2] for place in range(len(run) - 1)]


def grams(text: str) -> Iterator[list[str]]:
    """The pieces of a plain text, field by field, in order."""
    for field in text.split(APART):
        yield [piece for run in field.split() for piece in pieces(run)]


def initials(text: str) -> str:
    """The first letters of a text's readings, in signs of their own: 老旧小区 → ljxq."""
    from pypinyin import Style, lazy_pinyin  # as above

    found = []
    for run in RUN.findall(fold(spread(text))):
        letters = "".join(lazy_pinyin(run, style=Style.FIRST_LETTER))
        found.append(as_letters(letters))
    return "".join(found)


def as_letters(letters: str) -> str:
    """Letters and figures in the signs that initials are kept in; anything else goes."""
    return "".join(chr(_LETTERS + ord(sign)) for sign in letters.lower() if sign.isascii() and sign.isalnum())


def as_number(digits: str) -> str:
    """A number whole, without leading zeros, in signs of its own: 123 is not found in 1234."""
    return _OPENS + as_letters(digits.lstrip("0") or "0") + _CLOSES


def numbers(text: str) -> str:
    """The running number in what a record is called: the last figures of 商政提〔2026〕第0123号."""
    found = _DIGITS.findall(unicodedata.normalize("NFKC", text))
    return as_number(found[-1]) if found else ""
