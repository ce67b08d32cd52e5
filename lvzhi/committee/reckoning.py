"""Dates that depend on a norm: norms stand one floor above, so they hand their reckoning down here at start-up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

Reckon = Callable[[int, dt.date], dt.date]

_hooks: dict[str, Reckon] = {}

WINDOW_FROM = "window_from"
TERM_END = "term_end"


def register(name: str, reckon: Reckon) -> None:
    """Offer a reckoning `(committee id, day) -> day` for `WINDOW_FROM` (R1.7) or `TERM_END` (R0.1)."""
    _hooks[name] = reckon


def window_from(committee: int, opens: dt.date) -> dt.date | None:
    """First day of the proposal window of a session that opens then; None where nobody reckons it."""
    hook = _hooks.get(WINDOW_FROM)
    return hook(committee, opens) if hook else None


def term_end(committee: int, starts: dt.date) -> dt.date | None:
    """Last day a term that starts then may have; None where nobody reckons it."""
    hook = _hooks.get(TERM_END)
    return hook(committee, starts) if hook else None
