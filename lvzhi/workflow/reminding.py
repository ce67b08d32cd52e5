"""Reminders that nobody sends: what stands in someone's to-do list and falls due, once for each occasion.

Who is reminded is whoever may take the step that a record waits for: the to-do list asked from the other side. A thing
done stands in no list any more, so that its reminders stop by themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.db import transaction
from django.db.models import Q

from lvzhi import norms
from lvzhi.access import Actor
from lvzhi.accounts.actors import LoginActor, actors_in
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.norms.calendars import calendar_of
from lvzhi.workflow.crowd import crowds, waiting_for
from lvzhi.workflow.declare import Workflow
from lvzhi.workflow.models import DueNotice
from lvzhi.workflow.norms import REMIND_BEFORE, REMIND_EVERY, REMIND_FROM, REMIND_MOST, REMIND_REST, REMIND_UNTIL
from lvzhi.workflow.registry import workflows
from lvzhi.workflow.todo import standing
from lvzhi.workflow.vocabulary import Occasion


@dataclass(frozen=True)
class Reminder:
    """One thing that someone is reminded of."""

    workflow: Workflow
    record: Any
    occasion: Occasion
    times: int

    @property
    def clock(self) -> str:
        """What its clock is called."""
        return next(one.name for one in self.workflow.clocks if one.key == self.record.due_clock)


Tell = Callable[[LoginActor, Committee, Sequence[Reminder]], None]
_TELLERS: list[Tell] = []


def register_teller(tell: Tell) -> None:
    """Who brings a person's reminders to them, all of one run together; a room that can send registers itself."""
    _TELLERS[:] = [tell]


def in_hours(committee: Committee, actor: Actor) -> bool:
    """Whether reminders may go out now: none at night, none on a day of rest unless the committee wants it (R1.70)."""
    day = clock.as_day(actor.at)
    first, last = (int(norms.value(key, committee, day)) for key in (REMIND_FROM, REMIND_UNTIL))
    if not first <= actor.at.astimezone(clock.ZONE).hour < last:
        return False
    return bool(norms.value(REMIND_REST, committee, day)) or calendar_of(committee).is_working(day)


def remind(actor: Actor) -> int:
    """Remind everyone of what falls due, person by person; how many reminders went out. The second run sends none."""
    return sum(_remind(actor, place) for place in Committee.objects.order_by("path") if in_hours(place, actor))


def _remind(actor: Actor, place: Committee) -> int:
    day = clock.as_day(actor.at)
    until = day + timedelta(days=int(norms.value(REMIND_BEFORE, place, day)))
    due = [found for one in workflows() if one.clocks for found in _due(one, place, day, until)]
    if not due:
        return 0
    count = 0
    with transaction.atomic():
        Committee.objects.select_for_update().get(pk=place.pk)  # two runs at one moment: the second finds all sent
        sent = _sent(place, day)
        for person, several in _by_person(actors_in(place, actor.at), due):
            found = [one for one in several if _key(one, person) not in sent]
            if found:
                _send(actor, person, place, found)
                count += len(found)
    return count


def _due(workflow: Workflow, place: Committee, day: date, until: date) -> Iterator[Reminder]:
    """What of a procedure someone is to be reminded of today, whoever that is: the earliest due first."""
    rows = standing(workflow).filter(_falling_due(workflow, until), committee=place)
    for row in rows.order_by("due_on", "pk"):
        occasion = _occasion(workflow, row, place, day, until)
        if occasion is not None:
            yield Reminder(workflow, row, *occasion)


def _by_person(people: Sequence[LoginActor], due: Sequence[Reminder]) -> Iterator[tuple[LoginActor, list[Reminder]]]:
    """Everyone with what waits for them, in the order of the procedures, each of which is asked for all at once."""
    groups = crowds(people)
    found: dict[int, list[Reminder]] = defaultdict(list)
    for workflow, reminders in groupby(due, key=lambda one: one.workflow):
        several = list(reminders)
        pairs = waiting_for(workflow, groups, [one.record.pk for one in several])
        for one in several:
            for person in people:
                if (one.record.pk, person.account_id) in pairs:
                    found[person.account_id or 0].append(one)
    for person in people:
        if person.account_id in found:
            yield person, found[person.account_id]


def _falling_due(workflow: Workflow, until: date) -> Q:
    """Due by that day, or with a clock that wakes a record: its to-do list says whether the day has come."""
    waking = [one.key for one in workflow.clocks if one.wakes]
    return Q(due_on__lte=until) | Q(due_clock__in=waking)


Key = tuple[str, Any, str, date, str, int, int]


def _sent(place: Committee, day: date) -> set[Key]:
    """Reminders of this committee on what is still running, so that none goes out twice."""
    rows = DueNotice.objects.filter(committee=place, due_on__gte=day - OLDEST)
    return set(rows.values_list("kind", "record_uid", "clock", "due_on", "occasion", "times", "account_id"))


OLDEST = timedelta(days=366)  # what is overdue for longer has had its last reminder long ago


def _occasion(workflow: Workflow, row: Any, place: Committee, day: date, until: date) -> tuple[Occasion, int] | None:
    """Why someone is reminded of a record today, if at all: it woke, falls due soon, or is overdue, the n-th time."""
    if row.due_on is None or row.due_on < day - OLDEST:
        return None
    if row.due_on < day:
        every = int(norms.value(REMIND_EVERY, place, day))
        times = 1 + ((day - row.due_on).days - 1) // every if every else 0
        return (Occasion.OVERDUE, times) if 0 < times <= int(norms.value(REMIND_MOST, place, day)) else None
    if row.due_on <= until:
        return Occasion.SOON, 0
    return Occasion.WOKEN, 0


def _key(found: Reminder, person: LoginActor) -> Key:
    row = found.record
    return (
        found.workflow.key, row.uid, row.due_clock, row.due_on, str(found.occasion), found.times,
        person.account_id or 0,
    )  # fmt: skip


def _send(actor: Actor, person: LoginActor, place: Committee, found: Sequence[Reminder]) -> None:
    """Keep each reminder and tell the person all of them at once, in one line of the journal."""
    with line(actor, "workflow.reminded", committee=place, count=len(found), who=person.name):
        for one in found:
            kind, uid, running, due_on, occasion, times, account = _key(one, person)
            DueNotice(
                committee=place, kind=kind, record_uid=uid, clock=running, due_on=due_on, occasion=occasion,
                times=times, account_id=account, who=person.name, sent_on=clock.as_day(actor.at), created_at=actor.at,
            ).save()  # fmt: skip
        for tell in _TELLERS:
            tell(person, place, found)
