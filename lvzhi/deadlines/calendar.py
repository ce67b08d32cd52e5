"""Which days are worked: the committee's corrections, then the library, then an estimate that says so.

The library holds the State Council's yearly notices. A year it does not hold is never guessed in silence: weekends
and the statutory days that can be known beforehand are used, and ``certain`` is false for every day of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

import chinese_calendar

from lvzhi.deadlines import almanac

_DAY = timedelta(days=1)
_SATURDAY = 5
_HOLIDAYS: Mapping[date, str] = chinese_calendar.constants.holidays
_MADE_UP: Mapping[date, str] = chinese_calendar.constants.workdays
_FIRST_YEAR = min(_HOLIDAYS).year
_LAST_YEAR = max(_HOLIDAYS).year


class DayKind(StrEnum):
    """Why a day is worked or not."""

    WORKING = "working"
    MADE_UP = "made_up"
    CORRECTED_WORKING = "corrected_working"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    CORRECTED_OFF = "corrected_off"
    ESTIMATED_HOLIDAY = "estimated_holiday"

    @property
    def is_working(self) -> bool:
        return self in (DayKind.WORKING, DayKind.MADE_UP, DayKind.CORRECTED_WORKING)


class Calendar:
    """Working days with the State Council's exchanged days (调休).

    Arguments:
        corrections: the committee's own table, day → worked (True) or off (False); it goes before everything.
        complete: years whose whole arrangement the committee has entered; a day of such a year that is not
            corrected follows its weekday and is certain.
    """

    def __init__(self, corrections: Mapping[date, bool] | None = None, *, complete: Collection[int] = ()) -> None:
        self.corrections: Mapping[date, bool] = MappingProxyType(dict(corrections or {}))
        self.complete = frozenset(complete)

    def __repr__(self) -> str:
        return f"Calendar({len(self.corrections)} corrections, complete={sorted(self.complete)})"

    def kind(self, day: date) -> DayKind:
        """Why ``day`` is worked or not."""
        usual = self._usual(day)
        corrected = self.corrections.get(day)
        if corrected is None or corrected == usual.is_working:
            return usual
        return DayKind.CORRECTED_WORKING if corrected else DayKind.CORRECTED_OFF

    def _usual(self, day: date) -> DayKind:
        """What ``day`` would be without the committee's own table."""
        weekend = day.weekday() >= _SATURDAY
        if day.year in self.complete:
            return DayKind.WEEKEND if weekend else DayKind.WORKING
        if self._covered(day.year):
            if day in _MADE_UP:
                return DayKind.MADE_UP
            if day in _HOLIDAYS:
                return DayKind.HOLIDAY
        elif almanac.statutory_name(day):
            return DayKind.ESTIMATED_HOLIDAY
        return DayKind.WEEKEND if weekend else DayKind.WORKING

    def is_working(self, day: date) -> bool:
        """Whether ``day`` is a working day; for a year that is not covered this is an estimate (see ``certain``)."""
        return self.kind(day).is_working

    def certain(self, day: date) -> bool:
        """Whether the answer for ``day`` is known: corrected, in a year entered completely, or in the library."""
        return day in self.corrections or day.year in self.complete or self._covered(day.year)

    def holiday(self, day: date) -> str:
        """The holiday's key for ``day`` (``national_day`` …), or an empty text."""
        name = _HOLIDAYS.get(day, "")
        if name:
            return almanac.LIBRARY_NAMES.get(name, "")
        return "" if self._covered(day.year) else almanac.statutory_name(day)

    def after(self, day: date, *, backwards: bool = False) -> Iterator[date]:
        """The days following ``day`` (or preceding it), without ``day`` itself; ends at the calendar's own limits."""
        step = -_DAY if backwards else _DAY
        while True:
            try:
                day += step
            except OverflowError:
                return
            yield day

    def next_working(self, day: date) -> date:
        """``day`` itself when it is worked, otherwise the first working day after it."""
        if self.is_working(day):
            return day
        return next(later for later in self.after(day) if self.is_working(later))

    def working_days(self, first: date, last: date) -> int:
        """How many working days lie after ``first`` up to and with ``last``; negative when ``last`` is earlier."""
        if last < first:
            return -self.working_days(last, first)
        span = (last - first).days
        return sum(self.is_working(first + timedelta(days=step)) for step in range(1, span + 1))

    @staticmethod
    def _covered(year: int) -> bool:
        return _FIRST_YEAR <= year <= _LAST_YEAR
