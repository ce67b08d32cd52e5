"""Parts of a whole: shares are printed only where the parts come to the base, or a note says why not (R1.121)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from lvzhi.metrics.vocabulary import PARTS_MISFIT, Rounding

WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Parts:
    """Counts that divide a base.

    Args:
        counts: of each part, in printing order.
        base: what they are parts of.
        note: why they may come to more or less than the base; without one they must come to it.
        decimals: places of the shares.
        rounding: each share by itself, or so that all together are one hundred (R1.122).
    """

    counts: tuple[int, ...]
    base: int
    note: str = ""
    decimals: int = 2
    rounding: str = Rounding.PLAIN

    @property
    def total(self) -> int:
        """What the parts come to."""
        return sum(self.counts)

    @property
    def refusal(self) -> str:
        """Why the shares are not printed; empty where they are."""
        if self.total == self.base or self.note:
            return ""
        return PARTS_MISFIT.format(total=self.total, base=self.base)

    @property
    def shares(self) -> tuple[Decimal | None, ...]:
        """Per cent of the base, part by part; None where they may not be printed or the base is empty."""
        if self.refusal or self.base == 0:
            return tuple(None for _ in self.counts)
        if self.rounding == Rounding.LARGEST and self.total == self.base:
            return largest_remainder(self.counts, self.decimals)
        step = Decimal(1).scaleb(-self.decimals)
        return tuple((Decimal(count) * WHOLE / self.base).quantize(step, ROUND_HALF_UP) for count in self.counts)

    @property
    def said(self) -> str:
        """How the shares were rounded, in words."""
        return str(Rounding(self.rounding).label)


def largest_remainder(counts: Sequence[int], decimals: int) -> tuple[Decimal, ...]:
    """Shares that come to exactly one hundred: cut off, then the largest remainders one step up (R1.122)."""
    total, step = sum(counts), Decimal(1).scaleb(-decimals)
    exact = [Decimal(count) * WHOLE / total for count in counts]
    cut = [value.quantize(step, ROUND_FLOOR) for value in exact]
    missing = int((WHOLE - sum(cut)) / step)
    order = sorted(range(len(counts)), key=lambda place: (cut[place] - exact[place], place))
    for place in order[:missing]:
        cut[place] += step
    return tuple(cut)
