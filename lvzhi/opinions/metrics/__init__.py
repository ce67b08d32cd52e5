"""Figures of opinions in the order of a report (R2.8–R2.12)."""

from __future__ import annotations

from lvzhi.metrics import registry
from lvzhi.opinions.metrics import concerns, turns


def register() -> None:
    """Register them."""
    registry.register(*concerns.FIGURES, *turns.FIGURES)
