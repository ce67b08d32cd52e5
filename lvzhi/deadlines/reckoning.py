"""From a start and a term to a due date that can explain itself (R1.74)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from lvzhi.deadlines import clock, vocabulary
from lvzhi.deadlines.calendar import Calendar, DayKind
from lvzhi.deadlines.dates import BadDate
from lvzhi.deadlines.terms import Term, Unit, add_months, next_fixed

_DAY = timedelta(days=1)
Day = date  # ``Due`` has a field of this name
_LONGEST = 3660  # days a count may run over before it is taken for a mistake


@dataclass(frozen=True)
class Line:
    """One step of the reckoning: a code and the numbers it speaks of."""

    code: str
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Pause:
    """Days that do not count, from ``start`` up to and with ``end``; without an end it is still going on."""

    start: date
    end: date | None = None


@dataclass(frozen=True)
class Extension:
    """A dated approval of a later date (R1.74).

    Arguments:
        approved_on: the day of approval; it counts only before the date then in force.
        new_date: the date granted.
        approver, reason: said in the reckoning, not judged.
    """

    approved_on: date
    new_date: date
    approver: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Due:
    """A due date, whether it is certain, and how it came about."""

    date: Day
    certain: bool
    lines: tuple[Line, ...]
    start: Day
    term: Term
    original: Day
    paused: bool = False

    @property
    def extended(self) -> bool:
        """Whether an extension counted."""
        return self.date != self.original

    def explain(self) -> str:
        """The whole reckoning in one Chinese line."""
        return vocabulary.explain([(line.code, line.facts) for line in self.lines])


class State(StrEnum):
    """What the clock says; computed, never stored."""

    ON_TIME = "on_time"
    LATE = "late"
    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    RUNNING = "running"


@dataclass(frozen=True)
class Left:
    """What remains until a date, in both units; negative once it has passed."""

    working: int
    calendar: int


def reckon(
    start: date | datetime,
    term: Term,
    calendar: Calendar,
    *,
    extensions: Sequence[Extension] = (),
    pauses: Sequence[Pause] = (),
) -> Due:
    """The due date of a term, with the line of reckoning behind it.

    Arguments:
        start: the event; its own day is not counted. A moment counts by its day in Asia/Shanghai.
        term: how long.
        calendar: which days are worked.
        extensions: approvals; one counts only if approved before the date then in force (R1.74).
        pauses: days that do not count; they do not move a fixed date.

    Errors: ``BadDate`` when the term leads out of the calendar.
    """
    first = clock.as_day(start)
    paused = _Paused(pauses)
    count = {
        Unit.WORKING_DAY: _count_days,
        Unit.CALENDAR_DAY: _count_days,
        Unit.MONTH: _count_months,
        Unit.FIXED_DATE: _fixed,
    }[term.unit]
    original, lines = count(first, term, calendar, paused)
    if term.roll and not calendar.is_working(original):
        rolled = calendar.next_working(original)
        lines.append(Line("rolled", {"from": original, "to": rolled}))
        original = rolled
    lines.append(Line("due", {"date": original, "weekday": original.weekday()}))
    final = _extend(original, extensions, lines)
    unknown = _unknown_years(first, original, term, calendar)
    if unknown:
        lines.append(Line("uncertain", {"years": unknown}))
    opening = Line("start", {"date": first, "unit": term.unit.value, "amount": term.amount, "fixed": term.fixed})
    return Due(final, not unknown, (opening, *lines), first, term, original, paused.open)


def on_day(start: date | datetime, day: date, term: Term) -> Due:
    """A due date that was named outright for this one thing, in place of the term that would apply."""
    first = clock.as_day(start)
    lines = (Line("named", {"date": first}), Line("due", {"date": day, "weekday": day.weekday()}))
    return Due(day, True, lines, first, term, day)  # noqa: FBT003  reason: nothing is uncertain about a day that was named


def state(due: Due | date, today: date, done_on: date | None = None, *, soon: int = 0) -> State:
    """What the clock says of something due.

    Arguments:
        due: the date, or the reckoning (its extended date counts).
        today: the day of asking.
        done_on: the day it was done, if it was.
        soon: calendar days before the date from which "due soon" is said; a norm of the caller.
    """
    last = due.date if isinstance(due, Due) else due
    if done_on is not None:
        return State.ON_TIME if done_on <= last else State.LATE
    if today > last:
        return State.OVERDUE
    return State.DUE_SOON if (last - today).days <= soon else State.RUNNING


def days_left(due: Due | date, today: date, calendar: Calendar) -> Left:
    """Days from ``today`` (not counted) to the date (counted); negative when it has passed."""
    last = due.date if isinstance(due, Due) else due
    return Left(working=calendar.working_days(today, last), calendar=(last - today).days)


class _Paused:
    """Which days fall into a pause; an open pause runs until today."""

    def __init__(self, pauses: Sequence[Pause]) -> None:
        self.open = any(pause.end is None for pause in pauses)
        self._spans = [(pause.start, clock.today() if pause.end is None else pause.end) for pause in pauses]

    def __contains__(self, day: date) -> bool:
        return any(start <= day <= end for start, end in self._spans)

    def between(self, first: date, last: date) -> int:
        """Paused days after ``first`` up to and with ``last``, each once."""
        return sum((first + timedelta(days=step)) in self for step in range(1, (last - first).days + 1))

    def lines(self, first: date, last: date) -> list[Line]:
        return [
            Line("paused", {"from": max(start, first), "to": min(end, last), "open": self.open})
            for start, end in sorted(self._spans)
            if start <= last and end >= first and start <= end
        ]


def _walk(first: date, calendar: Calendar, backwards: bool) -> Iterator[date]:
    for step, day in enumerate(calendar.after(first, backwards=backwards)):
        if step > _LONGEST:
            break
        yield day
    raise BadDate("term_too_long", start=first)


def _count_days(first: date, term: Term, calendar: Calendar, paused: _Paused) -> tuple[date, list[Line]]:
    """Working or calendar days, one by one, so that what is passed over can be named."""
    working = term.unit is Unit.WORKING_DAY
    remaining = abs(term.amount)
    day, skipped, made_up = first, list[tuple[date, str, str]](), list[date]()
    steps = _walk(first, calendar, term.amount < 0)
    while remaining:
        day = next(steps)
        if day in paused:
            continue
        kind = calendar.kind(day)
        if working and not kind.is_working:
            skipped.append((day, kind.value, calendar.holiday(day)))
            continue
        if working and kind in (DayKind.MADE_UP, DayKind.CORRECTED_WORKING):
            made_up.append(day)
        remaining -= 1
    lines = [Line("skipped", {"days": tuple(sorted(skipped))})] if skipped else []
    lines += [Line("made_up", {"days": tuple(sorted(made_up))})] if made_up else []
    return day, lines + paused.lines(min(first, day), max(first, day))


def _count_months(first: date, term: Term, calendar: Calendar, paused: _Paused) -> tuple[date, list[Line]]:
    """Whole months, the day cut to a shorter month's end; paused days are added behind."""
    bare, cut = add_months(first, term.amount)
    lines = [Line("clamped", {"month": bare.month, "wanted": first.day, "last": bare.day})] if cut else []
    last, held = bare, 0
    while (now_held := paused.between(first, last)) > held:
        held = now_held
        last = bare + timedelta(days=held)
    return last, lines + paused.lines(first, last)


def _fixed(first: date, term: Term, calendar: Calendar, paused: _Paused) -> tuple[date, list[Line]]:
    """A day of the year, whatever was paused."""
    wanted = term.fixed or (first.month, first.day)  # a fixed term always has its day: Term refuses otherwise
    found, cut = next_fixed(first, wanted)
    lines = [Line("clamped", {"month": found.month, "wanted": wanted[1], "last": found.day})] if cut else []
    if paused.between(first - _DAY, found):
        lines.append(Line("pause_ignored"))
    return found, lines


def _extend(original: date, extensions: Sequence[Extension], lines: list[Line]) -> date:
    """Apply approvals in the order of their days; what does not count says why."""
    final = original
    for grant in sorted(extensions, key=lambda each: (each.approved_on, each.new_date)):
        facts = {
            "approved_on": grant.approved_on,
            "to": grant.new_date,
            "approver": grant.approver,
            "in_force": final,
        }
        if grant.approved_on >= final:
            lines.append(Line("extension_late", facts))
        elif grant.new_date <= final:
            lines.append(Line("extension_not_later", facts))
        else:
            lines.append(Line("extended", facts))
            final = grant.new_date
    return final


def _unknown_years(first: date, last: date, term: Term, calendar: Calendar) -> tuple[int, ...]:
    """Years the calendar does not know, of the days that the term depends on."""
    if term.unit is not Unit.WORKING_DAY and not term.roll:
        return ()
    if term.unit is not Unit.WORKING_DAY:
        return () if calendar.certain(last) else (last.year,)
    low, high = sorted((first, last))
    start = low if term.amount < 0 else low + _DAY
    days = (start + timedelta(days=step) for step in range((high - start).days + 1))
    return tuple(sorted({day.year for day in days if not calendar.certain(day)}))
