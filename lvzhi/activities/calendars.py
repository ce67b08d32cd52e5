"""Sittings and one's own deadlines as an iCalendar file (RFC 5545), for the calendar of a phone or a desk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from icalendar import Calendar, Event

from lvzhi.activities.models import Sitting
from lvzhi.activities.vocabulary import ONE_SITTING, State
from lvzhi.activities.vocabulary.feeds import CALENDAR_NAME, CANCELLED, DUE_OF, PRODUCT, SITTING_OF
from lvzhi.deadlines import clock
from lvzhi.workflow.todo import ToDo


def write(
    sittings: Iterable[Sitting], address: Callable[[Any], str], todos: Iterable[ToDo] = (), host: str = ""
) -> bytes:
    """The calendar of these sittings, and of the days on which what waits for one falls due.

    Args:
        sittings: with their activities.
        address: of the page of an activity, with the host.
        todos: what waits for the person; host: what its addresses begin with.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", CALENDAR_NAME)
    for sitting in sittings:
        calendar.add_component(_event(sitting, address))
    for one in todos:
        if one.due_on is not None:
            calendar.add_component(_deadline(one, host))
    found: bytes = calendar.to_ical()
    return found


def _event(sitting: Sitting, address: Callable[[Any], str]) -> Event:
    activity = sitting.activity
    title = activity.title
    if sitting.name != ONE_SITTING:
        title = SITTING_OF.format(title=title, sitting=sitting.name)
    cancelled = activity.state == State.CANCELLED
    event = Event()
    event.add("uid", f"{sitting.uid}@lvzhi")
    event.add("dtstamp", clock.now())
    event.add("sequence", activity.version)
    event.add("dtstart", sitting.starts)
    event.add("dtend", sitting.ends)
    event.add("summary", CANCELLED.format(title=title) if cancelled else title)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("url", address(activity))
    if sitting.place:
        event.add("location", sitting.place)
    return event


def _deadline(one: ToDo, host: str) -> Event:
    """A day's entry that names the clock and no title: others' names and words stay behind the login."""
    running = next((each.name for each in one.workflow.clocks if each.key == one.record.due_clock), one.step.name)
    event = Event()
    event.add("uid", f"{one.record.uid}-{one.record.due_clock}@lvzhi")
    event.add("dtstamp", clock.now())
    event.add("dtstart", one.due_on)
    event.add("summary", DUE_OF.format(workflow=one.workflow.name, clock=running))
    event.add("transp", "TRANSPARENT")
    event.add("url", host + one.address)
    return event
