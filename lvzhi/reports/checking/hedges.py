"""Whether a number as written is true of a number as recorded: exact, rounded to what is shown, or hedged (R13.16)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from lvzhi import norms
from lvzhi.claims import Claim
from lvzhi.committee.models import Committee
from lvzhi.reports import norms as own
from lvzhi.reports.checking import lexicon

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Measures:
    """What the hedges allow, out of the norms of a committee on a day.

    Args:
        over: how many units of the last non-zero digit 余 may hide.
        near: least share of N that 近 allows, about: greatest deviation of 约, loose: deviation up to which an untrue
            hedge is called a hedge and not a difference; all as ratios.
    """

    over: Decimal = Decimal(1)
    near: Decimal = Decimal("0.9")
    about: Decimal = Decimal("0.05")
    loose: Decimal = Decimal("0.05")

    @classmethod
    def of(cls, committee: Committee, day: date) -> Measures:
        """The measures in force."""

        def share(key: str) -> Decimal:
            return Decimal(str(norms.value(key, committee, on=day))) / HUNDRED

        over = Decimal(str(norms.value(own.OVER_UNITS, committee, on=day)))
        return cls(over, share(own.NEAR_LEAST), share(own.ABOUT_MOST), share(own.HEDGE_NEAR))


def kind_of(claim: Claim) -> str:
    """The kind of hedge: exact, over, near, about, beyond or least."""
    hedge = claim.hedge or ""
    for kind, words in lexicon.HEDGES:
        if any(word in hedge for word in words):
            return kind
    return lexicon.QUALIFIERS[claim.qualifier]


def unit_of(value: Decimal) -> Decimal:
    """One unit of a number's last non-zero digit: 100 → 100, 150 → 10, 164 → 1, 12.5 → 0.1; of zero: 1."""
    if value == 0:
        return Decimal(1)
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))


def grain_of(claim: Claim, text: str) -> Decimal:
    """The step to which the number is written: 1 for 164, 0.1 for 98.9, 100 for 112.68万."""
    match = lexicon.NUMBER.match(text, claim.number_start)
    if match is None:
        exponent = int(claim.value.as_tuple().exponent)
        return Decimal(1).scaleb(min(exponent, 0))
    places = len(match[1] or "")
    return Decimal(1).scaleb(-places) * lexicon.MULTIPLIERS.get(match[2] or "", 1)


def holds(kind: str, recorded: Decimal, claimed: Decimal, measures: Measures, grain: Decimal = Decimal(1)) -> bool:
    """Whether the written number is true of the recorded one."""
    if kind == "over":
        return claimed < recorded < claimed + unit_of(claimed) * measures.over
    if kind == "near":
        return claimed * measures.near <= recorded < claimed
    if kind == "about":
        return abs(recorded - claimed) <= claimed * measures.about
    if kind == "beyond":
        return recorded > claimed
    if kind == "least":
        return recorded >= claimed
    return recorded == claimed or (grain != 1 and rounded(recorded, grain) == claimed)


def almost(kind: str, recorded: Decimal, claimed: Decimal, measures: Measures) -> bool:
    """Whether only the hedge is untrue: the numbers themselves lie near each other."""
    return kind != "exact" and abs(recorded - claimed) <= claimed * measures.loose


def rounded(value: Decimal, grain: Decimal) -> Decimal:
    """The value in steps of the grain, halves up (R1.122)."""
    return (value / grain).quantize(Decimal(1), ROUND_HALF_UP) * grain


def over_words(value: int) -> tuple[int, bool]:
    """How a whole number is written roundly: (160, True) for 164, to be printed 160余; (160, False) for 160 itself.

    Only numbers of three digits and more are rounded, to their second digit; 余 stands only when it is true (R13.16).
    """
    if value < HUNDRED:
        return value, False
    step = 10 ** (len(str(value)) - 2)
    return value // step * step, value % step != 0
