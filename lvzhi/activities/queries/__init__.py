"""Reads of activities: scope or actor first."""

from __future__ import annotations

from lvzhi.activities.queries.reading import counting, live, one, participants_of, sittings_of
from lvzhi.activities.queries.service import givings, one_noted, posts_on, reported, seen, study_plans

__all__ = [
    "counting",
    "givings",
    "live",
    "one",
    "one_noted",
    "participants_of",
    "posts_on",
    "reported",
    "seen",
    "sittings_of",
    "study_plans",
]
