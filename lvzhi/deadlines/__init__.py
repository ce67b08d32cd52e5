"""Working-day arithmetic over a calendar it is given; the one clock of the product.

Nothing here knows a committee, a database or a norm: corrections, terms and thresholds are handed in by the caller.
"""

from __future__ import annotations

from lvzhi.deadlines import clock
from lvzhi.deadlines.calendar import Calendar, DayKind
from lvzhi.deadlines.dates import BadDate, check_date, parse_date
from lvzhi.deadlines.reckoning import Due, Extension, Left, Line, Pause, State, days_left, on_day, reckon, state
from lvzhi.deadlines.terms import Term, Unit

__all__ = [
    "BadDate",
    "Calendar",
    "DayKind",
    "Due",
    "Extension",
    "Left",
    "Line",
    "Pause",
    "State",
    "Term",
    "Unit",
    "check_date",
    "clock",
    "days_left",
    "on_day",
    "parse_date",
    "reckon",
    "state",
]
