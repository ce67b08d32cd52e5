"""The one place where "now" is read.

Everything that asks for the time asks here, so that a generator or a test can travel: ``with clock.at(day): …``.
The journey is a context variable: it ends with its block and does not leak into other threads or tasks.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")
_MORNING = time(9, 0)  # a bare date means office hours of that day, not its first second

_moment: ContextVar[datetime | None] = ContextVar("lvzhi_moment", default=None)


@dataclass(slots=True)
class Reading:
    """What somebody asked the clock for, so that an answer kept for later is known to be good on another day.

    Args:
        moment: the moment itself was asked for: the answer is of that moment alone.
        day: the day was: the answer is of that day alone.
        past: the latest day of which only was asked whether it has come, and it had: good on every later day.
    """

    moment: bool = False
    day: bool = False
    past: date = date.min


_watching: ContextVar[tuple[Reading, ...]] = ContextVar("lvzhi_clock_watching", default=())


@contextmanager
def watched() -> Iterator[Reading]:
    """What is asked of the clock inside the block; blocks nest and each hears all of it."""
    reading = Reading()
    token = _watching.set((*_watching.get(), reading))
    try:
        yield reading
    finally:
        _watching.reset(token)


_ahead = timedelta(0)


def go_ahead(by: timedelta) -> None:
    """Let this process stand so far ahead of the machine's clock: what a demonstration shows of days to come."""
    global _ahead  # noqa: PLW0603  reason: one process has one clock
    _ahead = by


@contextmanager
def unheard() -> Iterator[None]:
    """Nobody hears what is asked inside the block: it has no bearing on the answer."""
    token = _watching.set(())
    try:
        yield
    finally:
        _watching.reset(token)


def now() -> datetime:
    """The present moment, aware, in Asia/Shanghai; inside ``at`` the moment travelled to."""
    for reading in _watching.get():
        reading.moment = True
    return _now()


def _now() -> datetime:
    moment = _moment.get()
    return datetime.now(ZONE) + _ahead if moment is None else moment


def today() -> date:
    """The present day in Asia/Shanghai."""
    for reading in _watching.get():
        reading.day = True
    return _now().date()


def until(day: date) -> date:
    """That day, or today where it has not come; of a day that is over nothing else is asked of the clock."""
    present = _now().date()
    for reading in _watching.get():
        if day < present:
            reading.past = max(reading.past, day)
        else:
            reading.day = True
    return min(day, present)


def asked_again(before: Reading) -> None:
    """Whoever listens hears what an answer hung on that was found before and is used again."""
    for reading in _watching.get():
        reading.moment |= before.moment
        reading.day |= before.day
        reading.past = max(reading.past, before.past)


def as_day(moment: date | datetime) -> date:
    """The day of a moment in Asia/Shanghai; a naive datetime is taken as local time."""
    if not isinstance(moment, datetime):
        return moment
    return moment.date() if moment.tzinfo is None else moment.astimezone(ZONE).date()


def as_moment(moment: date | datetime) -> datetime:
    """An aware moment in Asia/Shanghai; a bare date becomes nine in the morning, a naive datetime is local time."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, _MORNING, ZONE)
    return moment.replace(tzinfo=ZONE) if moment.tzinfo is None else moment.astimezone(ZONE)


def travelling() -> bool:
    """Whether the present context stands in another time than the machine's."""
    return _moment.get() is not None


@contextmanager
def at(moment: date | datetime) -> Iterator[datetime]:
    """Let every reader of the clock inside the block see ``moment``.

    Journeys nest; the inner one wins and the outer one comes back. An error inside the block ends the journey too.
    """
    arrived = as_moment(moment)
    token = _moment.set(arrived)
    try:
        yield arrived
    finally:
        _moment.reset(token)
