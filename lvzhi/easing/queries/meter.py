"""What a month asked of each post: controls, steps, messages and reminders, each number as its rows.

Counts are by post, never by person: how much somebody used the product is nobody's business.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from django.db.models import Count
from django.db.models.functions import TruncMonth

from lvzhi import norms
from lvzhi.accounts.models import Appointment
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.deadlines.terms import add_months
from lvzhi.easing.norms import MONTHS
from lvzhi.easing.queries.asking import asked, by_itself
from lvzhi.easing.vocabulary import METER, OTHERS
from lvzhi.journal import events
from lvzhi.journal.models import Entry
from lvzhi.messages import codes
from lvzhi.messages.queries import counted
from lvzhi.workflow import registry
from lvzhi.workflow.models import DueNotice

DUE = "desk.due"  # the message that brings reminders, which are counted by themselves
ORDER = {role: place for place, role in enumerate(Role.values)}
Key = tuple[str, dt.date]  # post, first day of the month


@dataclass(frozen=True, slots=True)
class Row:
    """One line behind a number: what, how often, how many controls each time."""

    what: str
    times: int
    each: int = 1

    @property
    def sum(self) -> int:
        """What it adds to the number."""
        return self.times * self.each


@dataclass(slots=True)
class Load:
    """What a month asked of a post."""

    steps: Counter[str] = field(default_factory=Counter)
    messages: Counter[str] = field(default_factory=Counter)
    reminders: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Meter:
    """Loads by post and month; months from the oldest."""

    months: tuple[dt.date, ...]
    loads: dict[Key, Load]

    @property
    def roles(self) -> list[str]:
        """Posts of which anything was asked, in the order of the roles."""
        return sorted({role for role, _ in self.loads}, key=lambda role: ORDER.get(role, len(ORDER)))

    def value(self, what: str, role: str, month: dt.date) -> int:
        """A number: the sum of its rows."""
        return sum(one.sum for one in self.rows(what, role, month))

    def rows(self, what: str, role: str, month: dt.date) -> list[Row]:
        """What is counted, the most first."""
        load = self.loads.get((role, month))
        found = [] if load is None else ROWS[what](load)
        return sorted(found, key=lambda one: (-one.sum, one.what))


def _sentence(event: str, known: dict[str, str]) -> str:
    return known.get(event, event)


def _steps(load: Load) -> list[Row]:
    known = names()
    return [Row(_sentence(event, known), times) for event, times in load.steps.items()]


def _asking(which: str) -> Callable[[Load], list[Row]]:
    def found(load: Load) -> list[Row]:
        forms, known = asked(), names()
        pairs = [(event, times, getattr(forms[event], which)) for event, times in load.steps.items() if event in forms]
        return [Row(_sentence(event, known), times, each) for event, times, each in pairs if each]

    return found


def _messages(load: Load) -> list[Row]:
    known = codes.registered()
    return [Row(known.get(code, code), times) for code, times in load.messages.items()]


def _reminders(load: Load) -> list[Row]:
    known = {one.key: one.name for one in registry.workflows()}
    return [Row(known.get(kind, kind), times) for kind, times in load.reminders.items()]


ROWS: dict[str, Callable[[Load], list[Row]]] = {
    "fields": _asking("fields"), "required": _asking("required"), "again": _asking("again"), "steps": _steps,
    "messages": _messages, "reminders": _reminders,
}  # fmt: skip


def names() -> dict[str, str]:
    """What an event of the journal is called: a step by its procedure and its own name, else its sentence."""
    told = events.registered()
    return told | {key: f"{one.workflow.name} · {one.name}" for key, one in asked().items()}


def months(committee: Committee, today: dt.date | None = None) -> tuple[dt.date, ...]:
    """First days of the months looked at, from the oldest to the present one."""
    day = (today or clock.today()).replace(day=1)
    found = [day]
    for _ in range(int(norms.value(MONTHS, committee)) - 1):
        found.append((found[-1] - dt.timedelta(days=1)).replace(day=1))
    return tuple(reversed(found))


def meter(committee: Committee, over: Sequence[dt.date]) -> Meter:
    """Everything of these months. Four queries."""
    loads: dict[Key, Load] = defaultdict(Load)
    start = clock.as_moment(over[0])
    role = _roles(committee)
    entries = Entry.objects.filter(committee_id=committee.pk, at__gte=start, account_id__isnull=False)
    entries = entries.exclude(event__in=by_itself())
    grouped = entries.annotate(month=TruncMonth("at", tzinfo=clock.ZONE)).order_by()
    for month, account, event, times in grouped.values_list("month", "account_id", "event").annotate(n=Count("seq")):
        day = clock.as_day(month)
        loads[role(account, day), day].steps[event] += times
    for month, account, code, times in counted(committee, start, leaving=(DUE,)):
        day = clock.as_day(month)
        loads[role(account, day), day].messages[code] += times
    due = DueNotice.objects.filter(committee=committee, sent_on__gte=over[0])
    by_kind = due.annotate(month=TruncMonth("sent_on")).order_by()
    for day, account, kind, times in by_kind.values_list("month", "account_id", "kind").annotate(n=Count("pk")):
        loads[role(account, day), day].reminders[kind] += times
    return Meter(tuple(over), {key: load for key, load in loads.items() if key[1] in over})


def _roles(committee: Committee) -> Callable[[int, dt.date], str]:
    """The post of an account in a month: of several the first in the order of the roles. One query."""
    held: dict[int, list[tuple[str, dt.date, dt.date | None]]] = defaultdict(list)
    rows = Appointment.objects.filter(committee=committee).values_list("account_id", "role", "starts", "ends")
    for account, role, starts, ends in rows:
        held[account].append((role, starts, ends))

    def found(account: int, month: dt.date) -> str:
        last = add_months(month, 1)[0] - dt.timedelta(days=1)
        fits = [
            role for role, starts, ends in held.get(account, ()) if starts <= last and (ends is None or ends >= month)
        ]
        return min(fits, key=lambda role: ORDER.get(role, len(ORDER))) if fits else ""

    return found


def role_name(role: str) -> str:
    """What a post is called; those without one in the committee are told together."""
    return str(Role(role).label) if role in ORDER else OTHERS


def rows(found: Meter, what: str, role: str, month: dt.date) -> list[Row]:
    """Rows of a number; nothing for a name that no number has."""
    return found.rows(what, role, month) if what in METER else []
