"""What each Party organisation must hold by month, quarter and year, and how far it is (R10.3, R10.7)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.norms.codes import CodeValue
from lvzhi.party.models import Body, Meeting
from lvzhi.party.vocabulary import (
    APPRAISAL,
    BOARD,
    GROUP,
    MEETINGS,
    NAMES,
    PERIODS,
    SLOT,
    BodyKind,
    Form,
    MeetingState,
    Standing,
)

MONTHS = {"month": 1, "quarter": 3, "year": 12}
YEAR = MONTHS["year"]
DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Slot:
    """What is required of one organisation within one month, quarter or year.

    Args:
        held: how many were held in it. times: how many are wanted.
    """

    kind: str
    name: str
    per: str
    starts: dt.date
    ends: dt.date
    times: int
    held: int

    @property
    def standing(self) -> Standing:
        """How far it is today."""
        today = clock.today()
        if self.held >= self.times:
            return Standing.HELD
        if self.ends < today:
            return Standing.MISSING
        return Standing.DUE if self.starts <= today else Standing.LATER

    @property
    def period(self) -> str:
        """The month, quarter or year in words."""
        quarter = (self.starts.month - 1) // MONTHS["quarter"] + 1
        return PERIODS[self.per].format(day=self.starts, quarter=quarter)

    def __str__(self) -> str:
        return SLOT.format(kind=self.name, period=self.period)


def _first(month: int) -> dt.date:
    return dt.date(month // YEAR, month % YEAR + 1, 1)


def spans(per: str, start: dt.date, end: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    """Months, quarters or years that end between two days."""
    length = MONTHS[per]
    month = start.year * YEAR + start.month - 1
    month -= month % length
    while (last := _first(month + length) - DAY) <= end:
        if last >= start:
            yield _first(month), last
        month += length


def quarter_span(day: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day of the quarter of a day."""
    month = day.year * YEAR + day.month - 1
    month -= month % MONTHS["quarter"]
    return _first(month), _first(month + MONTHS["quarter"]) - DAY


def _fits(body: Body, entry: CodeValue) -> bool:
    if body.rhythm not in str(entry.extra.get("who", "")).split(NAMES):
        return False
    return not (entry.code == BOARD and not body.has_board) and not (entry.code == GROUP and not body.groups)


def _times(entry: CodeValue) -> int:
    text = str(entry.extra.get("times", ""))
    return int(text) if text.isdecimal() else 0


def kinds_for(body: Body, day: dt.date) -> list[CodeValue]:
    """What such an organisation holds, required or not; any branch of which one belongs to one alone may appraise."""
    bound = body.kind == BodyKind.BRANCH and body.form != Form.FUNCTIONAL
    rows = codes.codes(MEETINGS, body.committee_id, day)
    return [one for one in rows if _fits(body, one) or (one.code == APPRAISAL and bound)]


def required(body: Body, entries: Sequence[CodeValue]) -> list[CodeValue]:
    """What it must hold."""
    return [one for one in entries if str(one.extra.get("per")) in MONTHS and _times(one) and _fits(body, one)]


def _asked(body: Body, start: dt.date, end: dt.date) -> bool:
    """One that stood for less than half of a month, quarter or year is asked nothing of it."""
    middle = start + (end - start) / 2
    return body.starts <= middle and (body.ends is None or body.ends >= end)


def _held(found: Sequence[Body], start: dt.date, end: dt.date) -> dict[tuple[int, str], list[dt.date]]:
    rows = Meeting.objects.live().filter(
        body__in=[one.pk for one in found], state=MeetingState.HELD, held_on__range=(start, end)
    )
    days: dict[tuple[int, str], list[dt.date]] = defaultdict(list)
    for body, kind, day in rows.values_list("body_id", "kind", "held_on"):
        days[body, kind].append(day)
    return days


def rhythm(found: Sequence[Body], start: dt.date, end: dt.date, *, year: bool = False) -> dict[int, list[Slot]]:
    """What is required of each between two days. One query, and one for each committee's own table.

    Args:
        year: also what the whole year of ``end`` asks, though it ends later.
    """
    last = _first((end.year + 1) * YEAR) - DAY if year else end
    days = _held(found, dt.date(start.year, 1, 1), last)
    tables: dict[int, list[CodeValue]] = {}
    slots: dict[int, list[Slot]] = {}
    for body in found:
        if body.committee_id not in tables:
            tables[body.committee_id] = codes.entries(MEETINGS, body.committee_id, clock.until(end))
        slots[body.pk] = [
            Slot(one.code, one.name, per, first, until, _times(one), _within(days[body.pk, one.code], first, until))
            for one in required(body, tables[body.committee_id])
            for per in [str(one.extra["per"])]
            for first, until in spans(per, start, last if MONTHS[per] == YEAR else end)
            if _asked(body, first, until)
        ]
    return slots


def _within(days: Sequence[dt.date], start: dt.date, end: dt.date) -> int:
    return sum(start <= day <= end for day in days)


def missing(slots: Sequence[Slot]) -> list[Slot]:
    """Those whose time is over."""
    return [one for one in slots if one.standing == Standing.MISSING]
