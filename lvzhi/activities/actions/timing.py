"""When a sitting begins and ends: as given, or by the hours that the committee's norms name for a half day."""

from __future__ import annotations

import datetime as dt
import re

from django.utils.timezone import make_aware

from lvzhi import norms
from lvzhi.access import Refusal
from lvzhi.activities.vocabulary import Half

_HOURS = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)\s*[-—–~]\s*([01]?\d|2[0-3]):([0-5]\d)")
Times = tuple[dt.time, dt.time]


def hours_of(committee_id: int, half: str, day: dt.date) -> Times:
    """First and last moment of a part of the day.

    Raises:
        Refusal: the norm is written in another form.
    """
    if half == Half.DAY:
        return hours_of(committee_id, Half.MORNING, day)[0], hours_of(committee_id, Half.AFTERNOON, day)[1]
    given = str(norms.value(f"activities.hours_{half}", committee_id, day))
    found = _HOURS.fullmatch(given.strip())
    if found is None:
        raise Refusal("activities.hours", given=given)
    numbers = [int(number) for number in found.groups()]
    return dt.time(numbers[0], numbers[1]), dt.time(numbers[2], numbers[3])


def moments(
    committee_id: int, on: dt.date, half: str, starts: dt.time | None, ends: dt.time | None
) -> tuple[dt.datetime, dt.datetime]:
    """The moments between which a sitting lies; what was not given comes from the norms."""
    usual = hours_of(committee_id, half, on)
    first, last = starts or usual[0], ends or usual[1]
    return make_aware(dt.datetime.combine(on, first)), make_aware(dt.datetime.combine(on, last))
