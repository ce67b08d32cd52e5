"""Figures of this room: who and what there is on a day, and that everybody and everything has its place."""

from __future__ import annotations

from lvzhi.metrics.registry import register
from lvzhi.people.metrics import coverage, rosters
from lvzhi.people.metrics.coverage import COVERAGE
from lvzhi.people.metrics.rosters import (
    AS_OF,
    MEMBER_COLUMNS,
    MEMBER_CUTS,
    MEMBERS,
    ORGAN_COLUMNS,
    ORGANS,
    PARTY_MEMBERS,
    STAFF,
    STANDING_COMMITTEE,
    STANDING_MEMBERS,
    day_of,
)

__all__ = [
    "AS_OF",
    "COVERAGE",
    "MEMBERS",
    "MEMBER_COLUMNS",
    "MEMBER_CUTS",
    "ORGANS",
    "ORGAN_COLUMNS",
    "PARTY_MEMBERS",
    "STAFF",
    "STANDING_COMMITTEE",
    "STANDING_MEMBERS",
    "coverage",
    "day_of",
    "rosters",
]


def declare() -> None:
    """Register the figures in the order in which a report names them."""
    register(MEMBERS, PARTY_MEMBERS, STANDING_COMMITTEE, STANDING_MEMBERS, STAFF, *ORGANS, *coverage.FIGURES)
