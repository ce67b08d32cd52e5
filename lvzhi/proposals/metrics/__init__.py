"""Figures of proposals (R1.112–R1.123): each is its rows."""

from __future__ import annotations

from lvzhi.metrics import registry
from lvzhi.proposals.metrics import handling
from lvzhi.proposals.metrics.appraising import APPRAISAL_FIGURES
from lvzhi.proposals.metrics.choosing import EXCELLENT
from lvzhi.proposals.metrics.entry import ENTRY_FIGURES
from lvzhi.proposals.metrics.handling import (
    ANSWERS,
    APPROVED,
    APPROVED_RATE,
    FACE_RATE,
    FACED,
    FIRST_PLEASED,
    FIRST_RETURNED,
    FIRST_SATISFACTION,
    PROMISES,
    PROMISES_KEPT,
    PROMISES_OPEN,
    RETURNS,
    SOLVED,
    SOLVED_RATE,
)
from lvzhi.proposals.metrics.keys import KEY_FIGURES
from lvzhi.proposals.metrics.publishing import PUBLIC_FIGURES
from lvzhi.proposals.metrics.units import UNIT_FIGURES
from lvzhi.proposals.metrics.usual import (
    ADVICE,
    ANSWERED,
    ANSWERED_RATE,
    ASSIGNED,
    ASSIGNED_ANSWERED,
    ATTITUDE_RATE,
    BASICALLY,
    BASICALLY_RATE,
    CATEGORY,
    CLASS,
    DISSATISFIED,
    DUE,
    FILED,
    FILING_RATE,
    GROUND,
    IN_TIME,
    IN_TIME_RATE,
    KEY,
    LEADER,
    LED_BY_TOP,
    NOT_FILED,
    PLEASED,
    POLITE,
    PROPOSER,
    RATED_RATE,
    RECEIVED,
    RETURNED,
    ROUTE,
    SATISFACTION_B,
    SATISFIED,
    TRACK,
)

FIGURES = (
    RECEIVED,
    FILED,
    FILING_RATE,
    NOT_FILED,
    ADVICE,
    KEY,
    LED_BY_TOP,
    ASSIGNED,
    ANSWERED,
    ASSIGNED_ANSWERED,
    ANSWERED_RATE,
    DUE,
    IN_TIME,
    IN_TIME_RATE,
    RETURNED,
    PLEASED,
    SATISFIED,
    BASICALLY,
    DISSATISFIED,
    POLITE,
    RATED_RATE,
    SATISFACTION_B,
    BASICALLY_RATE,
    ATTITUDE_RATE,
    *handling.FIGURES,
)


def register() -> None:
    """Register the figures in the order of a report."""
    registry.register(
        *FIGURES, *ENTRY_FIGURES, *PUBLIC_FIGURES, *KEY_FIGURES, EXCELLENT, *UNIT_FIGURES, *APPRAISAL_FIGURES
    )


__all__ = [
    "ADVICE",
    "ANSWERED",
    "ANSWERED_RATE",
    "ANSWERS",
    "APPROVED",
    "APPROVED_RATE",
    "ASSIGNED",
    "ASSIGNED_ANSWERED",
    "ATTITUDE_RATE",
    "BASICALLY",
    "BASICALLY_RATE",
    "CATEGORY",
    "CLASS",
    "DISSATISFIED",
    "DUE",
    "FACED",
    "FACE_RATE",
    "FIGURES",
    "FILED",
    "FILING_RATE",
    "FIRST_PLEASED",
    "FIRST_RETURNED",
    "FIRST_SATISFACTION",
    "GROUND",
    "IN_TIME",
    "IN_TIME_RATE",
    "KEY",
    "LEADER",
    "LED_BY_TOP",
    "NOT_FILED",
    "PLEASED",
    "POLITE",
    "PROMISES",
    "PROMISES_KEPT",
    "PROMISES_OPEN",
    "PROPOSER",
    "RATED_RATE",
    "RECEIVED",
    "RETURNED",
    "RETURNS",
    "ROUTE",
    "SATISFACTION_B",
    "SATISFIED",
    "SOLVED",
    "SOLVED_RATE",
    "TRACK",
    "register",
]
