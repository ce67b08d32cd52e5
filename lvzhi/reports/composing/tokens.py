"""Figures as people type them in a text: ``{收到提案}``, ``{立案提案·类别=经济建设}``, ``{立案提案·时段=上年}``.

A token names a figure by its name, an alias or its key; after a dot stand values of dimensions, another period, and
how the number is written (占比, 确数, 万, 亿). What cannot be understood gets a sentence that names it and what
is near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from lvzhi.access import Refusal
from lvzhi.committee.scope import Scope
from lvzhi.metrics import others, periods, registry
from lvzhi.metrics.compute import Ask, CutValue, cuts_of
from lvzhi.metrics.declare import Cut, Figure, Metric
from lvzhi.metrics.periods import Period
from lvzhi.metrics.vocabulary import OTHERS
from lvzhi.reports import vocabulary
from lvzhi.reports.vocabulary import words
from lvzhi.reports.vocabulary.words import Fault

_TOKEN = re.compile(f"[{words.OPENS}]([^{words.OPENS}{words.CLOSES}\n]{{1,200}})[{words.CLOSES}]")
_PART = re.compile(
    f"[{words.DOTS}](?=[^{words.DOTS}{words.EQUALS}]+[{words.EQUALS}]|(?:{'|'.join(words.FLAGS)})(?:[{words.DOTS}]|$))"
)
_EQUALS = re.compile(f"[{words.EQUALS}]")
NEAREST = 3
LEAST_LIKE = 0.4


@dataclass(frozen=True, slots=True)
class Token:
    """A figure as it stands in a text.

    Args:
        start, end: its place, braces included.
        name: of the figure as typed.
        cuts: (dimension, value) as typed.
        period: another period than the report's, as typed; "" for none.
        flags: how it is written.
    """

    start: int
    end: int
    name: str
    cuts: tuple[tuple[str, str], ...] = ()
    period: str = ""
    flags: tuple[str, ...] = ()

    @property
    def plain(self) -> str:
        """What is asked, however it is written: tokens of equal text ask the same."""
        more = [f"{cut}{words.IS}{value}" for cut, value in self.cuts]
        if self.period:
            more.append(f"{words.PERIOD_WORD}{words.IS}{self.period}")
        return words.DOT.join([self.name, *more])

    @property
    def text(self) -> str:
        """As it stands in a text."""
        return f"{words.OPEN}{words.DOT.join([self.plain, *self.flags])}{words.CLOSE}"

    @property
    def base(self) -> Token:
        """What a share of it is taken of: the same figure without its values of dimensions."""
        return Token(self.start, self.end, self.name, (), self.period)


def read(text: str) -> Iterator[Token]:
    """The tokens of a text in order."""
    for found in _TOKEN.finditer(text):
        name, *parts = (part.strip() for part in _PART.split(found[1].strip()))
        cuts, flags, period = [], [], ""
        for part in parts:
            cut, *value = (piece.strip() for piece in _EQUALS.split(part, maxsplit=1))
            if not value:
                flags.append(cut)
            elif cut == words.PERIOD_WORD:
                period = value[0]
            else:
                cuts.append((cut, value[0]))
        yield Token(found.start(), found.end(), name, tuple(cuts), period, tuple(flags))


def written(figure: Figure, cuts: Sequence[tuple[Cut, str]] = (), flags: Sequence[str] = (), period: str = "") -> str:
    """The token of a figure, to be put into a text.

    Args:
        cuts: dimensions with the labels of their values.
    """
    said = tuple((_cut_word(figure, cut), label) for cut, label in cuts)
    return Token(0, 0, figure.name, said, period, tuple(flags)).text


def _cut_word(figure: Figure, cut: Cut) -> str:
    same = [one for one in cuts_of(figure) if one.name == cut.name]
    return cut.name if len(same) == 1 else cut.key


@dataclass(frozen=True, slots=True)
class Meant:
    """What a token asks, or what is wrong with it."""

    ask: Ask | None = None
    labels: tuple[str, ...] = ()
    fault: str = ""

    @property
    def name(self) -> str:
        """The figure's name with the values it is narrowed to."""
        if self.ask is None:
            return ""
        name = self.ask.figure.name
        return vocabulary.CUT_NAME.format(name=name, label=vocabulary.LIST.join(self.labels)) if self.labels else name


Choices = list[tuple[str, str, tuple[str, ...]]]


class _Wrong(Exception):  # noqa: N818  reason: named for what it is
    """A sentence that says what is wrong."""


@dataclass
class Dictionary:
    """Tokens looked up for a scope and period; the values of each dimension are asked for once."""

    scope: Scope
    period: Period
    _choices: dict[tuple[int, str], Choices] = field(default_factory=dict)

    def meant(self, token: Token) -> Meant:
        """What a token asks."""
        try:
            return self._meant(token)
        except _Wrong as wrong:
            return Meant(fault=str(wrong))

    def _meant(self, token: Token) -> Meant:
        figure = self._figure(token.name)
        period = self._period(token)
        known = [self._cut(figure, cut, value, period) for cut, value in token.cuts]
        if words.SHARE_WORD in token.flags:
            if not isinstance(figure, Metric):
                raise _Wrong(Fault.NOT_SHARED.format(figure=figure.name))
            if not known:
                raise _Wrong(Fault.NO_SHARE.format(said=token.text))
        cuts: tuple[CutValue, ...] = tuple((cut, value) for cut, value, _ in known)
        return Meant(Ask(figure, self.scope, period, cuts), tuple(label for _, _, label in known))

    def _figure(self, name: str) -> Figure:
        named, called = [], []
        for one in registry.figures():
            if name in (one.name, one.key):
                named.append(one)
            elif name in one.aliases:
                called.append(one)
        found = named or called
        if len(found) == 1:
            return found[0]
        if found:
            raise _Wrong(Fault.AMBIGUOUS.format(said=name, names=vocabulary.names(one.name for one in found)))
        if any(dot in name for dot in words.DOTS):
            raise _Wrong(Fault.NO_FLAG.format(said=name))
        raise _Wrong(Fault.UNKNOWN.format(said=name, near=_near(near_names(name))))

    def _period(self, token: Token) -> Period:
        if not token.period:
            return self.period
        if token.period == words.LAST_YEAR:
            return self.period.before()
        try:
            said = words.PERIOD_WORDS.get(token.period, token.period).removesuffix(words.YEAR)
            return periods.parse_period(said, self.scope.committee)
        except Refusal as refusal:
            if refusal.code == "metrics.bad_period":
                raise _Wrong(Fault.BAD_PERIOD.format(said=token.text)) from None
            raise _Wrong(Fault.NO_PERIOD.format(said=token.text, sentence=refusal.sentence)) from None

    def _cut(self, figure: Figure, name: str, value: str, period: Period) -> tuple[Cut, str, str]:
        cuts = cuts_of(figure)
        cut = next((one for one in cuts if name in (one.name, one.key)), None)
        if cut is None:
            near = _near([one.name for one in cuts][: NEAREST * 2])
            raise _Wrong(Fault.NO_CUT.format(figure=figure.name, cut=name, near=near))
        choices = self.choices(cut, period)
        if value == OTHERS and all(label != OTHERS for _, label, _ in choices):
            return cut, others.others(one for one, _, _ in choices), OTHERS
        if away := words.EXCEPT.fullmatch(value):
            listed = [self._value(figure, cut, one.strip(), choices) for one in words.AND.split(away[1])]
            return cut, others.others(one for one, _ in listed), value
        return cut, *self._value(figure, cut, value, choices)

    def _value(self, figure: Figure, cut: Cut, value: str, choices: Choices) -> tuple[str, str]:
        """A value of a dimension by its label, its code or another word for it, and its label."""
        found = [one for one in choices if value in (one[1], str(one[0]))]
        found = found or [one for one in choices if value in one[2]]
        if len(found) == 1:
            return str(found[0][0]), found[0][1]
        if found:
            said = vocabulary.names(str(one[0]) for one in found)
            raise _Wrong(Fault.AMBIGUOUS.format(said=value, names=said))
        near = _near(_like(value, [one[1] for one in choices]))
        raise _Wrong(Fault.NO_VALUE.format(figure=figure.name, cut=cut.name, said=value, near=near))

    def choices(self, cut: Cut, period: Period) -> Choices:
        """The values of a dimension."""
        key = id(cut), period.key
        if key not in self._choices:
            self._choices[key] = list(cut.choices(self.scope, period))
        return self._choices[key]


def _like(said: str, names: Sequence[str]) -> list[str]:
    within = [one for one in names if said in one or one in said] if said else []
    close = get_close_matches(said, names, NEAREST, LEAST_LIKE)
    return list(dict.fromkeys([*close, *within]))[:NEAREST]


def near_names(said: str) -> list[str]:
    """Names of figures that are like what was typed."""
    names = {word: one.name for one in registry.figures() for word in (one.name, *one.aliases)}
    return list(dict.fromkeys(names[word] for word in _like(said, list(names))))


def _near(names: Sequence[str]) -> str:
    return Fault.NEAR.format(names=vocabulary.names(names)) if names else ""
