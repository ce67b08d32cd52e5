"""Correcting the committee's calendar."""

from __future__ import annotations

import datetime as dt

from lvzhi.access import Actor, Missing, Refusal
from lvzhi.committee.models import Committee
from lvzhi.journal.lines import line
from lvzhi.norms import memo, rules
from lvzhi.norms.actions.values import checked_ground
from lvzhi.norms.models import CalendarDay
from lvzhi.norms.vocabulary import CALENDAR_EDITORS

LONGEST = 31  # days in one go: a slip of the year must not fill a calendar


def set_days(
    actor: Actor, committee: Committee, first: dt.date, last: dt.date | None, *, works: bool, ground: str
) -> int:
    """Say that the days from `first` to `last` (inclusive) are worked or not; returns how many were written.

    Raises:
        NotAllowed: neither system administrator nor office.
        Refusal: reversed dates, more than a month in one go, ground missing.
    """
    rules.check(actor, committee, CALENDAR_EDITORS)
    until = last or first
    ground = checked_ground(ground)
    if until < first:
        raise Refusal("norms.day_range", field="last", first=first, last=until)
    days = [first + dt.timedelta(days=step) for step in range((until - first).days + 1)]
    if len(days) > LONGEST:
        raise Refusal("norms.day_span", field="last", limit=LONGEST)
    known = {row.day: row for row in CalendarDay.objects.filter(committee=committee, day__in=days)}
    with line(actor, "norms.days_set", subject=committee, committee=committee, first=first, last=until):
        for day in days:
            row = known.get(day) or CalendarDay(committee=committee, day=day)
            row.works, row.ground = works, ground
            row.save()
    memo.forget()
    return len(days)


def clear_day(actor: Actor, committee: Committee, day: dt.date) -> None:
    """Take back a correction. Raises `Missing`, `NotAllowed`."""
    rules.check(actor, committee, CALENDAR_EDITORS)
    row = CalendarDay.objects.filter(committee=committee, day=day).first()
    if row is None:
        raise Missing("norms.day_missing", day=day)
    with line(actor, "norms.days_clear", subject=committee, committee=committee, day=day):
        row.delete()
