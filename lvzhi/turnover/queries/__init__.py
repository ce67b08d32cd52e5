"""Reads of the room."""

from lvzhi.turnover.queries.ends import End, ends_of, loose_ends, rated_by_nobody, title_of, way_of
from lvzhi.turnover.queries.plans import (
    archive_of,
    change_address,
    change_of,
    changes_of,
    entrant_of,
    entrants_of,
    marks_of,
    old_term,
    organs_after,
    plan_kinds,
    present,
    successors,
    written_down,
)

__all__ = [
    "End",
    "archive_of",
    "change_address",
    "change_of",
    "changes_of",
    "ends_of",
    "entrant_of",
    "entrants_of",
    "loose_ends",
    "marks_of",
    "old_term",
    "organs_after",
    "plan_kinds",
    "present",
    "rated_by_nobody",
    "successors",
    "title_of",
    "way_of",
    "written_down",
]
