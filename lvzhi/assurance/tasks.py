"""What falls due by the clock: one anchor a day."""

from __future__ import annotations

from lvzhi.access import Actor, Refusal
from lvzhi.assurance.actions import make_anchor


def anchor_today(actor: Actor) -> int:
    """Make the day's anchor where it is missing; how many were made."""
    try:
        _, new = make_anchor(actor)
    except Refusal:
        return 0  # an empty journal has no end to keep
    return int(new)
