"""What minutes tell: who was there in the order of rank, what was spoken to, from the records alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lvzhi.activities.models import Activity, Attendance, Participant, Sitting
from lvzhi.activities.queries import pages
from lvzhi.activities.vocabulary import Capacity, Presence, Role, Verdict
from lvzhi.committee.scope import Scope
from lvzhi.people.queries import posts_on
from lvzhi.people.vocabulary import POST_ORDER, Rank

LEADING = (Role.HOST, Role.LEAD)
SITTING_IN = (Role.SIT_IN, Role.EXPERT)
CAPACITIES = tuple(Capacity.values)
RANKS = tuple(Rank.values)


@dataclass
class Roll:
    """The people of an activity as minutes name them, each group in the order of rank."""

    hosts: list[Participant] = field(default_factory=list)
    leads: list[Participant] = field(default_factory=list)
    by_verdict: dict[str, list[Participant]] = field(default_factory=dict)
    sitting_in: list[Participant] = field(default_factory=list)
    unnoted: list[Participant] = field(default_factory=list)
    late: frozenset[int] = frozenset()
    left_early: frozenset[int] = frozenset()
    total: int = 0

    @property
    def known(self) -> bool:
        """Whether anybody's attendance is noted."""
        return len(self.unnoted) < self.total


def roll_of(activity: Activity, sittings: Sequence[Sitting]) -> Roll:
    """Everybody on the list by what the sittings together say. Three queries."""
    people = ranked(activity, pages.people_of(activity))
    found = Roll(total=sum(1 for row in people if row.role not in SITTING_IN))
    for row in people:
        if row.role == Role.HOST:
            found.hosts.append(row)
        if row.role == Role.LEAD:
            found.leads.append(row)
        if row.role in SITTING_IN:
            if row.verdict in (Verdict.ATTENDED, Verdict.OPEN):
                found.sitting_in.append(row)
        elif row.verdict == Verdict.OPEN:
            found.unnoted.append(row)
        else:
            found.by_verdict.setdefault(row.verdict, []).append(row)
    if len(sittings) == 1:
        noted = dict(Attendance.objects.live().filter(sitting=sittings[0]).values_list("participant_id", "presence"))
        found.late = frozenset(pk for pk, presence in noted.items() if presence == Presence.LATE)
        found.left_early = frozenset(pk for pk, presence in noted.items() if presence == Presence.LEFT_EARLY)
    return found


def ranked(activity: Activity, people: Sequence[Participant]) -> list[Participant]:
    """The list in the order of rank: offices of the committee, members, staff by rank, others; then by pinyin."""
    held: dict[int, int] = {}
    for post in posts_on(Scope(activity.committee), activity.held_on):
        place = POST_ORDER.get(post.kind, len(POST_ORDER))
        held[post.person_id] = min(place, held.get(post.person_id, place))

    def order(row: Participant) -> tuple[int, int, int]:
        rank = RANKS.index(row.rank) if row.rank in RANKS else len(RANKS)
        return held.get(row.person_id or 0, len(POST_ORDER)), CAPACITIES.index(row.capacity), rank

    return sorted(people, key=order)  # pinyin, in which they come, settles the rest
