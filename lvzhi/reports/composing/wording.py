"""How a number is written: decimals of a rate, 余 only where it is true, 万 and 亿 where a text asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from lvzhi import norms
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.metrics.periods import Period
from lvzhi.reports import vocabulary
from lvzhi.reports.checking.hedges import over_words
from lvzhi.reports.norms import WORDING
from lvzhi.reports.vocabulary.words import EXACT_WORD, MANY_WORD, MANY_WORDS, NEITHER, TEN_THOUSAND

DECIMALS = "proposals.rate_decimals"
HUNDRED = Decimal(100)
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Wording:
    """The norms of a committee and day for writing numbers.

    Args:
        places: decimals of a rate. over: whether whole numbers are rounded with 余.
    """

    places: int
    over: bool

    @classmethod
    def of(cls, scope: Scope, period: Period) -> Wording:
        """Those in force at the period's end, or today where that is still to come."""
        committee, day = scope.committee, min(period.end, clock.today())
        places = int(norms.value(DECIMALS, committee, on=day))
        return cls(places, norms.value(WORDING, committee, on=day) == "over")

    def share(self, part: int | Decimal, whole: int | Decimal) -> str:
        """A part of a whole in per cent; less than all never rounds up to 100 %."""
        return vocabulary.percent(Decimal(part) * HUNDRED / Decimal(whole or 1), self.places, full=part == whole)

    def number(self, value: Decimal, *, exact: bool = False) -> str:
        """A number as the norm writes it."""
        if self.over and not exact and value == value.to_integral_value():
            rounded, more = over_words(int(value))
            return vocabulary.OVER.format(rounded) if more else str(rounded)
        return vocabulary.plain(value)

    def span(self, low: Decimal, high: Decimal) -> str:
        """From the least to the most."""
        if low == high:
            return vocabulary.plain(low)
        return NEITHER.format(low=vocabulary.plain(low), high=vocabulary.plain(high))

    def many(self, value: Decimal) -> tuple[str, ...]:
        """亿 or 万, where a large number is written with it to two decimals without losing anything."""
        for word in (MANY_WORD, TEN_THOUSAND):
            least = MANY_WORDS[word]
            if value >= least and (value / least).quantize(CENT, ROUND_HALF_UP) * least == value:
                return (word,)
        return ()

    def flagged(self, value: Decimal, flags: tuple[str, ...]) -> str:
        """A number as the text itself asks for it: exact, in 万 or 亿."""
        many = next((MANY_WORDS[one] for one in flags if one in MANY_WORDS), 0)
        if many:
            return vocabulary.plain((value / many).quantize(CENT, ROUND_HALF_UP).normalize())
        return self.number(value, exact=EXACT_WORD in flags)
