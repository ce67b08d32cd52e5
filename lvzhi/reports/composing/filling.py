"""Texts with their tokens filled: from the records of this moment, or from what was frozen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from lvzhi.committee.scope import Scope
from lvzhi.metrics import compute
from lvzhi.metrics.compute import Ask, Result
from lvzhi.metrics.periods import Period
from lvzhi.norms.memo import remembering
from lvzhi.reports import vocabulary
from lvzhi.reports.composing import tokens
from lvzhi.reports.composing.tokens import Dictionary, Meant, Token
from lvzhi.reports.composing.wording import Wording
from lvzhi.reports.vocabulary.words import NO_NUMBER, SENTENCE, SHARE_WORD, SUBHEADING, Fault

HEADING_MOST = 40
_SENTENCE = re.compile(SENTENCE)


@dataclass(frozen=True, slots=True)
class Known:
    """What a figure came to, however it is known.

    Args:
        key: of the figure. name: with the values it is narrowed to.
        cuts: (dimension, value, label).
        period: as an address says it, with its days.
    """

    key: str
    name: str
    unit: str
    meaning: str
    cuts: tuple[tuple[str, str, str], ...]
    period: str
    starts: date
    ends: date
    value: Decimal | None
    numerator: int | None = None
    denominator: int | None = None
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def said(self) -> tuple[object, ...]:
        """Everything that a change of would change a sentence."""
        return self.value, self.numerator, self.denominator, self.low, self.high

    @property
    def recorded(self) -> str:
        """The value with its unit, a rate with its parts."""
        if self.value is None:
            return vocabulary.NOTHING
        if self.denominator is not None:
            return vocabulary.SHARE.format(
                value=vocabulary.number(self.value, self.unit), part=vocabulary.number_of(self.numerator),
                whole=vocabulary.number_of(self.denominator),
            )  # fmt: skip
        if self.low is not None and self.high is not None and self.low != self.high:
            return vocabulary.EACH.format(
                low=vocabulary.number(self.low), high=vocabulary.number(self.high), unit=self.unit
            )
        return vocabulary.number(self.value, self.unit)

    @property
    def empty(self) -> bool:
        """Whether nothing is recorded."""
        return not self.value and not self.high


def known(meant: Meant, result: Result) -> Known:
    """The value of a token as just counted."""
    ask = meant.ask
    assert ask is not None  # noqa: S101  # only what was asked is answered
    figure, period = ask.figure, ask.period
    cuts = tuple((cut.key, str(value), label) for (cut, value), label in zip(ask.cuts, meant.labels, strict=True))
    return Known(
        figure.key, meant.name, figure.unit, figure.meaning, cuts, period.text, period.start, period.end,
        result.value, result.numerator, result.denominator, result.low, result.high,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, or a number in the place of a token.

    Args:
        fault: why there is no number. notes: what is to be minded about it.
    """

    text: str
    token: Token | None = None
    known: Known | None = None
    fault: str = ""
    notes: tuple[str, ...] = ()


@dataclass
class Book:
    """The figures of some texts.

    Args:
        known: value by the plain text of a token. faults: what is wrong with those that have none.
        asks: what was asked, with the labels of the values; empty where the values were frozen.
    """

    period: Period
    wording: Wording
    known: dict[str, Known] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)
    asks: dict[str, Meant] = field(default_factory=dict)

    def fill(self, text: str) -> list[Piece]:
        """The words and numbers of a text."""
        pieces: list[Piece] = []
        last = 0
        for token in tokens.read(text):
            if token.start > last:
                pieces.append(Piece(text[last : token.start]))
            pieces.append(self.piece(token))
            last = token.end
        if last < len(text):
            pieces.append(Piece(text[last:]))
        return pieces

    def piece(self, token: Token) -> Piece:
        """A token's number."""
        found = self.known.get(token.plain)
        if found is None:
            return Piece(token.text, token, fault=self.faults.get(token.plain, ""))
        text = self._text(token, found)
        if not text:
            return Piece(NO_NUMBER, token, found, Fault.NOTHING.format(name=found.name, period=self._days(found)))
        return Piece(text, token, found, notes=tuple(self._notes(token, found, text)))

    def _text(self, token: Token, found: Known) -> str:
        if found.value is None:
            return ""
        if SHARE_WORD in token.flags:
            whole = self.known.get(token.base.plain)
            return self.wording.share(found.value, whole.value) if whole is not None and whole.value else ""
        if found.denominator is not None:
            return self.wording.share(found.numerator or 0, found.denominator)
        if found.high is not None:
            return self.wording.span(found.low or Decimal(0), found.high)
        return self.wording.flagged(found.value, token.flags)

    def _notes(self, token: Token, found: Known, text: str) -> Iterable[str]:
        if found.empty:
            yield Fault.EMPTY.format(name=found.name, period=self._days(found), text=text)
        if token.period:
            yield Fault.PERIOD.format(name=found.name, period=self._days(found))

    def _days(self, found: Known) -> str:
        return vocabulary.days(found.starts, found.ends)


def book(texts: Iterable[str], scope: Scope, period: Period) -> Book:
    """The figures of texts as the records have them now: one statement counts them all."""
    with remembering():
        made = Book(period, Wording.of(scope, period))
        dictionary = Dictionary(scope, period)
        for token in (one for text in texts for one in tokens.read(text)):
            wanted = [token, token.base] if SHARE_WORD in token.flags else [token]
            for one in wanted:
                if one.plain not in made.asks and one.plain not in made.faults:
                    meant = dictionary.meant(one)
                    if meant.ask is None:
                        made.faults[one.plain] = meant.fault
                    else:
                        made.asks[one.plain] = meant
        asks = [meant.ask for meant in made.asks.values() if meant.ask is not None]
        for (plain, meant), result in zip(made.asks.items(), compute.answers(asks), strict=True):
            made.known[plain] = known(meant, result)
    return made


def frozen(values: Mapping[str, Known], scope: Scope, period: Period) -> Book:
    """The figures of texts as they were frozen."""
    return Book(period, Wording.of(scope, period), dict(values))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a section, as words and numbers.

    Args:
        start: where its source begins in the section's text.
    """

    pieces: tuple[Piece, ...]
    start: int

    @property
    def text(self) -> str:
        """As it is printed."""
        return "".join(piece.text for piece in self.pieces)


def sentences(text: str, filled: Book) -> list[list[Sentence]]:
    """A section's text by paragraphs and sentences; a token is never cut in two."""
    found: list[list[Sentence]] = [[]]
    for match in _SENTENCE.finditer(_hidden(text)):
        source = text[match.start() : match.end()]
        plain = source.rstrip("\n")
        if plain.strip():
            found[-1].append(Sentence(tuple(filled.fill(plain)), match.start()))
        if source.endswith("\n") and found[-1]:
            found.append([])
    return [one for one in found if one]


def is_heading(line: Sequence[Sentence]) -> bool:
    """Whether a paragraph is a heading within its section: （一）…, short and without a full stop."""
    text = "".join(one.text for one in line)
    return len(text) <= HEADING_MOST and SUBHEADING.match(text) is not None and not text.endswith(vocabulary.STOP)


def _hidden(text: str) -> str:
    """The text with its tokens blanked out, letter for letter."""
    pieces = list(text)
    for token in tokens.read(text):
        pieces[token.start : token.end] = "x" * (token.end - token.start)
    return "".join(pieces)


def asked(ask: Sequence[Meant]) -> list[Ask]:
    """The questions of what tokens mean."""
    return [one.ask for one in ask if one.ask is not None]
