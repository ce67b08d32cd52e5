"""Attendance as pages and papers show it: lines of a sitting, tallies, quorum, clashes, what is missing."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from fractions import Fraction
from typing import Any

from django.db.models import Count, Prefetch, Q

from lvzhi import norms
from lvzhi.access import Actor
from lvzhi.activities import rules
from lvzhi.activities.models import Activity, Attendance, Correction, Leave, Participant, Sitting
from lvzhi.activities.norms import kind_named
from lvzhi.activities.vocabulary import WAS_THERE, LeaveState, Presence, State, Verdict
from lvzhi.deadlines import Term, clock, reckon
from lvzhi.norms.calendars import calendar_of

CLASHING = (State.PLANNED, State.HELD, State.CLOSED)


@dataclass(frozen=True)
class Clash:
    """Two sittings at once for one person; no `other` and no uid where the reader may not open it."""

    person_id: int
    name: str
    sitting: Sitting
    other: str
    other_uid: Any
    starts: datetime
    both: bool


@dataclass
class Line:
    """One participant at one sitting, with everything a page says of it."""

    participant: Participant
    attendance: Attendance | None = None
    leave: Leave | None = None
    clash: Clash | None = None
    days_late: int = 0
    corrections: Sequence[Correction] = ()


@dataclass
class Quorum:
    """Whether enough are there for the meeting to open (R0.3)."""

    needed: int
    present: int
    expected: int
    fraction: Fraction

    @property
    def reached(self) -> bool:
        """Enough have come."""
        return self.present >= self.needed


@dataclass
class Tally:
    """How many of whom there were at one sitting."""

    sitting: Sitting
    expected: int = 0
    noted: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    counted_present: int = 0
    counted: int = 0

    @property
    def present(self) -> int:
        """Who was there, on time or not."""
        return sum(count for presence, count in self.counts.items() if presence in WAS_THERE)

    @property
    def open(self) -> int:
        """Of how many nothing is noted."""
        return max(self.expected - self.noted, 0)


def clashes_told(actor: Actor, found: Sequence[Clash]) -> list[Clash]:
    """As the actor may be told: of an activity that is not theirs to open the time alone, no name and no way to it.

    That somebody is elsewhere concerns whoever keeps the list; at what does not. One query where there are any.
    """
    if not found:
        return []
    known = Activity.objects.filter(rules.visible.rows(actor), uid__in={one.other_uid for one in found})
    seen = set(known.values_list("uid", flat=True))
    return [one if one.other_uid in seen else replace(one, other="", other_uid=None) for one in found]


def lines(activity: Activity, sitting: Sitting, participants: Iterable[Participant]) -> list[Line]:
    """The lines of a sitting, over the list as loaded with persons. Four queries."""
    rows = [row for row in participants if sitting.group in ("", row.group)]
    noted = {
        row.participant_id: row
        for row in Attendance.objects.live()
        .filter(sitting=sitting)
        .prefetch_related(Prefetch("corrections", Correction.objects.live().order_by("id")))
    }
    leaves: dict[int, Leave] = {}
    for leave in Leave.objects.live().filter(activity=activity).exclude(state=LeaveState.WITHDRAWN).order_by("id"):
        leaves[leave.participant_id] = leave
    clashing = {clash.person_id: clash for clash in clashes(activity, rows, [sitting])}
    found = []
    for row in rows:
        attendance = noted.get(row.pk)
        found.append(
            Line(
                participant=row,
                attendance=attendance,
                leave=leaves.get(row.pk),
                clash=clashing.get(row.person_id or 0),
                days_late=max((clock.as_day(attendance.created_at) - sitting.on).days, 0) if attendance else 0,
                corrections=list(attendance.corrections.all()) if attendance else (),
            )
        )
    return found


def tallies(sittings: Sequence[Sitting], participants: Sequence[Participant]) -> list[Tally]:
    """How many of whom at each sitting. One query."""
    counted = {row.pk for row in participants if row.counted}
    by_sitting: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    present: dict[int, int] = defaultdict(int)
    rows = Attendance.objects.live().filter(sitting__in=[sitting.pk for sitting in sittings])
    for sitting_id, participant_id, presence in rows.values_list("sitting_id", "participant_id", "presence"):
        by_sitting[sitting_id][presence] += 1
        if presence in WAS_THERE and participant_id in counted:
            present[sitting_id] += 1
    found = []
    for sitting in sittings:
        own = [row for row in participants if sitting.group in ("", row.group)]
        counts = dict(by_sitting[sitting.pk])
        found.append(
            Tally(
                sitting=sitting,
                expected=sum(1 for row in own if not row.uninvited) + _uninvited_noted(own, counts),
                noted=sum(counts.values()),
                counts=counts,
                counted_present=present[sitting.pk],
                counted=sum(1 for row in own if row.counted),
            )
        )
    return found


def _uninvited_noted(own: Sequence[Participant], counts: dict[str, int]) -> int:
    """The uninvited stand among those expected only as far as something is noted at all."""
    return sum(1 for row in own if row.uninvited) if counts else 0


def quorum(activity: Activity, tally: Tally) -> Quorum | None:
    """The opening value of that kind of meeting at a sitting; None where the kind has none."""
    kind = kind_named(activity.committee_id, activity.kind, activity.held_on)
    if kind is None or kind.quorum is None or not tally.counted:
        return None
    return Quorum(math.ceil(kind.quorum * tally.counted), tally.counted_present, tally.counted, kind.quorum)


def clashes(activity: Activity, participants: Sequence[Participant], sittings: Sequence[Sitting]) -> list[Clash]:
    """Who of them stands on the list of another activity at the same time. One query, and one more where any does."""
    persons = {row.person_id: row for row in participants if row.person_id is not None}
    if not persons or not sittings:
        return []
    first, last = min(row.starts for row in sittings), max(row.ends for row in sittings)
    rows = (
        Participant.objects.live()
        .filter(
            person__in=list(persons),
            activity__state__in=CLASHING,
            activity__voided_at=None,
            activity__sittings__voided_at=None,
            activity__sittings__starts__lt=last,
            activity__sittings__ends__gt=first,
        )
        .exclude(activity=activity)
        .values_list(
            "pk", "person_id", "group", "activity__title", "activity__uid",
            "activity__sittings__pk", "activity__sittings__group",
            "activity__sittings__starts", "activity__sittings__ends",
        )
    )  # fmt: skip
    hits = []
    for other, person, group, title, uid, sitting_id, for_group, starts, ends in rows:
        own = next((row for row in sittings if row.starts < ends and starts < row.ends), None)
        if own is not None and for_group in ("", group) and own.group in ("", persons[person].group):
            hits.append((other, person, title, uid, sitting_id, starts, own))
    there = _there([(hit[0], hit[4]) for hit in hits], [(persons[hit[1]].pk, hit[6].pk) for hit in hits])
    return [
        Clash(
            person, persons[person].name, own, title, uid, starts,
            both=(other, sitting_id) in there and (persons[person].pk, own.pk) in there,
        )
        for other, person, title, uid, sitting_id, starts, own in hits
    ]  # fmt: skip


def _there(*pairs: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Of pairs of participant and sitting, those at which the participant was present."""
    wanted = {pair for some in pairs for pair in some}
    if not wanted:
        return set()
    rows = Attendance.objects.live().filter(
        participant__in={pair[0] for pair in wanted}, sitting__in={pair[1] for pair in wanted}, presence__in=WAS_THERE
    )
    return set(rows.values_list("participant_id", "sitting_id")) & wanted


def verdicts(activity: Activity) -> dict[str, int]:
    """Of those who count: how many came to which verdict. One query."""
    rows = Participant.objects.live().filter(activity=activity, counted=True).order_by()
    found = dict(rows.values_list("verdict").annotate(Count("pk")))
    return {str(verdict): found.get(verdict, 0) for verdict in Verdict.values if found.get(verdict)}


def late_days(activity: Activity) -> int:
    """How many days after its end it was entered, where that is later than the committee's norm; otherwise 0."""
    entered = clock.as_day(activity.created_at)
    if entered <= activity.ends_on:
        return 0
    term = norms.value("activities.late_after", activity.committee_id, activity.ends_on)
    if isinstance(term, Term) and entered <= reckon(activity.ends_on, term, calendar_of(activity.committee_id)).date:
        return 0
    return (entered - activity.ends_on).days


def unnoted(rows: Any) -> Any:
    """Activities with sittings gone by of which nothing is noted though somebody stands on the list."""
    gone = (
        Sitting.objects.live()
        .filter(on__lte=clock.today())
        .exclude(pk__in=Attendance.objects.live().values("sitting_id"))
    )
    listed = Participant.objects.live().values("activity_id")
    return rows.filter(Q(pk__in=gone.values("activity_id")) & Q(pk__in=listed))


def presence_words(tally: Tally) -> list[tuple[str, str, int]]:
    """Presence, its words and how many, those that occur."""
    return [(one.value, str(one.label), tally.counts[one]) for one in Presence if tally.counts.get(one)]
