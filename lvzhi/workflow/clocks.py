"""Time limits of states: which clock runs, what day it ends on, and the line of reckoning behind that day."""

from __future__ import annotations

from dataclasses import dataclass

from lvzhi import norms
from lvzhi.deadlines import Due, Extension, Term, clock, reckon
from lvzhi.norms.calendars import calendar_of
from lvzhi.workflow.declare import Clock, Workflow
from lvzhi.workflow.models import Procedural


@dataclass(frozen=True, slots=True)
class Running:
    """A clock running on a record, with the day it ends on."""

    clock: Clock
    due: Due


def running(workflow: Workflow, record: Procedural) -> Running | None:
    """The clock of the record's present state, or None where none runs or its start is not yet known.

    The term is the norm in force on the day the clock started (R1.65, R1.74).
    """
    found = next((one for one in workflow.clocks if record.state in one.states), None)
    if found is None:
        return None
    start = found.start(record) if found.start else clock.as_day(record.state_since)
    if start is None:
        return None
    term = norms.value(found.norm, record.committee_id, on=start)
    if not isinstance(term, Term):
        return None
    extensions = found.extensions(record) if found.extensions else ()
    due = reckon(
        start,
        term,
        calendar_of(record.committee_id),
        extensions=tuple(Extension(approved_on=approved, new_date=until) for until, approved in extensions),
    )
    return Running(found, due)
