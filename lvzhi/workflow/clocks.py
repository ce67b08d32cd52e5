"""Time limits of states: which clock runs, what day it ends on, and the line of reckoning behind that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lvzhi import norms
from lvzhi.deadlines import Due, Extension, Term, clock, on_day, reckon
from lvzhi.norms.calendars import calendar_of
from lvzhi.workflow import vocabulary
from lvzhi.workflow.declare import Clock, Workflow
from lvzhi.workflow.models import Procedural
from lvzhi.workflow.norms import SOON


@dataclass(frozen=True, slots=True)
class Running:
    """A clock running on a record, with the day it ends on."""

    clock: Clock
    due: Due


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of a time limit, in words, with the tone of its tag."""

    words: str
    tone: str
    overdue: bool = False
    soon: bool = False


def left(due_on: date | None, committee_id: int, today: date | None = None) -> Left | None:
    """How long until the day, or how long since; None where there is no limit.

    Overdue is computed, never stored: the state says where it is, this what the clock says.
    """
    if due_on is None:
        return None
    days = (due_on - (today or clock.today())).days
    if days < 0:
        return Left(vocabulary.OVERDUE.format(days=-days), "bad", overdue=True)
    words = vocabulary.DUE_IN.format(days=days) if days else vocabulary.DUE_TODAY
    soon = days <= int(norms.value(SOON, committee_id))
    return Left(words, "warn" if soon else "neutral", soon=soon)


def running(workflow: Workflow, record: Procedural) -> Running | None:
    """The clock of the record's present state, or None where none runs or its start is not yet known.

    Of several clocks over one state the first that has a start runs.

    The term is the norm in force on the day the clock started (R1.65, R1.74).
    """
    fits = [one for one in workflow.clocks if record.state in one.states]
    starts = ((one, one.start(record) if one.start else clock.as_day(record.state_since)) for one in fits)
    found, start = next(((one, day) for one, day in starts if day is not None), (None, None))
    if found is None or start is None:
        return None
    term = norms.value(found.norm, record.committee_id, on=start)
    if not isinstance(term, Term):
        return None
    named = found.until(record) if found.until else None
    if named is not None:
        return Running(found, on_day(start, named, term))
    extensions = found.extensions(record) if found.extensions else ()
    due = reckon(
        start,
        term,
        calendar_of(record.committee_id),
        extensions=tuple(Extension(approved_on=approved, new_date=until) for until, approved in extensions),
    )
    return Running(found, due)
