"""How long something may take, as a rule states it (R1.66–R1.74)."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lvzhi.deadlines.dates import BadDate, check_date

_LEAP_YEAR = 2000  # a fixed 29 February is possible; in other years it means the last day of that month
_MONTHS = 12


class Unit(StrEnum):
    """What a term is counted in."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    MONTH = "month"
    FIXED_DATE = "fixed_date"


@dataclass(frozen=True)
class Term:
    """A term: an amount of a unit, or a fixed day of the year.

    Arguments:
        amount: how many units; negative counts backwards ("at least 20 days before", R1.72). Unused for a fixed date.
        unit: working day, calendar day, month or fixed date.
        fixed: (month, day) of a fixed date: the first such day on or after the start.
        roll: whether a last day that is not worked moves to the next working day. No rule of §1.11 says so:
            a committee that wants it sets it.

    Errors: ``BadDate`` for a fixed day that no year has (31 September), or a fixed date without its day.
    """

    amount: int = 0
    unit: Unit = Unit.WORKING_DAY
    fixed: tuple[int, int] | None = None
    roll: bool = False

    def __post_init__(self) -> None:
        try:
            object.__setattr__(self, "unit", Unit(self.unit))
        except ValueError:
            raise BadDate("bad_term", unit=str(self.unit)) from None
        if (self.unit is Unit.FIXED_DATE) != (self.fixed is not None):
            raise BadDate("bad_term", unit=str(self.unit))
        if self.fixed is not None:
            try:
                check_date(_LEAP_YEAR, *self.fixed)
            except BadDate as problem:
                facts = {key: value for key, value in problem.facts.items() if key != "year"}
                raise BadDate(problem.code, **facts) from None


def add_months(start: date, months: int) -> tuple[date, bool]:
    """``start`` moved by whole months, and whether its day had to be cut to the end of a shorter month."""
    index = start.year * _MONTHS + start.month - 1 + months
    year, month = divmod(index, _MONTHS)
    if not date.min.year <= year <= date.max.year:
        raise BadDate("year_out_of_range", year=year, first=date.min.year, last=date.max.year)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last)), start.day > last


def next_fixed(start: date, fixed: tuple[int, int]) -> tuple[date, bool]:
    """The first day ``fixed`` on or after ``start``, and whether it was cut (29 February in a common year)."""
    month, day = fixed
    for year in (start.year, start.year + 1):
        last = monthrange(year, month)[1]
        found = date(year, month, min(day, last))
        if found >= start:
            break
    return found, day > last
