"""Reads of consultations, actor or scope first."""

from __future__ import annotations

from lvzhi.consultations.queries.follow import FED, accounts_of, answered_all, follow_of, one_follow, readings_of, tally
from lvzhi.consultations.queries.sources import Sources, of_activity, of_task

__all__ = [
    "FED",
    "Sources",
    "accounts_of",
    "answered_all",
    "follow_of",
    "of_activity",
    "of_task",
    "one_follow",
    "readings_of",
    "tally",
]
