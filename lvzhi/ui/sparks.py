"""A few values as small bars beside each other, drawn as SVG: readable in black and white, told in words too."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

BAR, GAP, HIGH, FOOT = 9, 4, 26, 1


def spark(values: Sequence[Decimal | None], told: str) -> SafeString:
    """The values from left to right, the last one filled; one that is None leaves its place empty.

    Args:
        values: in order of time; none is negative.
        told: the same in words, for whoever does not see it.
    """
    most = max((value for value in values if value is not None), default=Decimal(0))
    bars = []
    for place, value in enumerate(values):
        if value is None:
            continue
        high = max(float(value / most) * (HIGH - FOOT), 1.0) if most else 1.0
        kind = "now" if place == len(values) - 1 else "was"
        bars.append(
            f'<rect class="is-{kind}" x="{place * (BAR + GAP) + 0.5:g}" y="{HIGH - FOOT - high + 0.5:.4g}"'
            f' width="{BAR - 1}" height="{max(high - 0.5, 0.5):.4g}"/>'
        )
    width = len(values) * (BAR + GAP) - GAP
    return mark_safe(  # noqa: S308 the words are escaped, all else are numbers
        f'<svg class="lz-spark" viewBox="0 0 {width} {HIGH}" width="{width}" height="{HIGH}" role="img"'
        f' aria-label="{escape(told)}" focusable="false"><title>{escape(told)}</title>{"".join(bars)}</svg>'
    )
