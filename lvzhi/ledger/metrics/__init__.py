"""Figures of the ledger (R3.11, R5.6, R9.3–R9.5): each is its rows."""

from __future__ import annotations

from lvzhi.ledger.metrics.advice import (
    ADOPTED,
    ADOPTED_RATE,
    ADVICE,
    ANSWERED,
    CONVERTED,
    NOT_ADOPTED,
    PARTLY,
    SUBMITTED,
    THEMES,
    TURNED,
)
from lvzhi.ledger.metrics.problems import (
    FOUND_SOLVED,
    LONG_TERM,
    MEASURES,
    MEASURES_DONE,
    OPEN,
    PROBLEMS,
    SOLVED,
    SOLVED_RATE,
)
from lvzhi.metrics import registry

FIGURES = (
    PROBLEMS, SOLVED, FOUND_SOLVED, SOLVED_RATE, OPEN, LONG_TERM, MEASURES, MEASURES_DONE,
    ADVICE, SUBMITTED, THEMES, ANSWERED, ADOPTED, PARTLY, NOT_ADOPTED, ADOPTED_RATE, TURNED,
    CONVERTED,
)  # fmt: skip

__all__ = ["ADVICE", "FIGURES", "PROBLEMS", "register"]


def register() -> None:
    """Register the figures in the order of a report."""
    registry.register(*FIGURES)
