"""Numbers of a text that are no tokens: those a claim makes, each with the figure that the check finds for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lvzhi.committee.scope import Scope
from lvzhi.metrics.periods import Period
from lvzhi.reports import vocabulary
from lvzhi.reports.checking import Held, check_text
from lvzhi.reports.composing import tokens
from lvzhi.reports.composing.filling import Book
from lvzhi.reports.vocabulary import Verdict
from lvzhi.reports.vocabulary.words import Fault

TITLE_BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Bare:
    """A number without a source.

    Args:
        part: which of the texts. start, end: where it stands in that text as it is written, tokens and all.
        said: the number as written. claimed: with its unit.
        sentence: what is to be said of it. token: what may stand in its place; "" where no figure is meant.
        agrees: whether the records say the same.
    """

    part: int
    start: int
    end: int
    said: str
    claimed: str
    sentence: str
    token: str = ""
    agrees: bool = False


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of the printed text and where it comes from; a token's number comes from no letter of its own."""

    start: int
    end: int
    part: int
    source: int
    token: bool


def bare(parts: Sequence[tuple[str, str]], filled: Book, scope: Scope, period: Period) -> list[Bare]:
    """Every claim of the texts whose number is typed by hand.

    Args:
        parts: heading and text of each section.
    """
    printed, stretches = _printed(parts, filled)
    found = []
    for held in check_text(printed, scope, period).claims:
        end = held.claim.number_start + len(_number(printed, held))
        here = [one for one in stretches if one.start < end and held.claim.number_start < one.end]
        if len(here) == 1 and not here[0].token:
            start = here[0].source + held.claim.number_start - here[0].start
            stop = here[0].source + end - here[0].start
            found.append(_said(held, here[0].part, start, stop, printed[held.claim.number_start : end], scope, period))
    return found


def _printed(parts: Sequence[tuple[str, str]], filled: Book) -> tuple[str, list[_Stretch]]:
    text, stretches = "", []
    for number, (heading, source) in enumerate(parts):
        text += heading + TITLE_BREAK
        place = 0
        for piece in filled.fill(source):
            length = piece.token.end - piece.token.start if piece.token else len(piece.text)
            end = len(text) + len(piece.text)
            stretches.append(_Stretch(len(text), end, number, place, piece.token is not None))
            text += piece.text
            place += length
        text += TITLE_BREAK
    return text, stretches


def _number(printed: str, held: Held) -> str:
    """The number itself, without its unit and its words."""
    claim = held.claim
    rest = printed[claim.number_start : claim.end]
    match = vocabulary.NUMERAL.match(rest)
    return match[0] if match else rest[:1]


def _said(held: Held, part: int, start: int, end: int, said: str, scope: Scope, period: Period) -> Bare:
    result, figure = held.result, held.figure
    claimed = vocabulary.claimed(held.claim)
    if result is None or figure is None:
        return Bare(part, start, end, said, claimed, Fault.NO_SOURCE.format(said=claimed))
    agrees = held.verdict == Verdict.HOLDS
    other = held.period.key != period.key
    same = held.scope.committee.pk == scope.committee.pk and held.scope.below == scope.below and not held.scope.organ
    token = ""
    if same:
        cuts = [(piece.cut, piece.label) for piece in (held.filter.pieces if held.filter else ())]
        token = tokens.written(figure, cuts, period=held.period.text if other else "")
    sentence = (Fault.OFFER if agrees else Fault.OFFER_OTHER).format(
        said=claimed, name=figure.name, recorded=vocabulary.recorded(result)
    )
    return Bare(part, start, end, said, claimed, sentence, token, agrees)
