"""Putting people on the list of an activity and taking them off it before the notice has gone out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from lvzhi.access import Actor, Refusal
from lvzhi.activities import rules
from lvzhi.activities.actions.judging import judge
from lvzhi.activities.models import Activity, Participant
from lvzhi.activities.vocabulary import UNCOUNTED_ROLES, Capacity, Role, State
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.joint import queries as joint
from lvzhi.journal.lines import line
from lvzhi.people.models import Member, Person
from lvzhi.people.queries import members_on, staff_on

INVITING = frozenset({State.DRAFT, State.PLANNED})
RECASTING = frozenset({State.DRAFT, State.PLANNED, State.HELD})


@dataclass(frozen=True)
class Guest:
    """Somebody to be put on a list: a person known here, or a name with a body."""

    person: Person | None = None
    name: str = ""
    body: str = ""
    role: str = Role.ATTEND
    capacity: str = ""
    group: str = ""

    @property
    def called(self) -> str:
        """The name it goes by."""
        return self.person.name if self.person is not None else self.name.strip()


def invite(activity: Activity, actor: Actor, guests: Sequence[Guest]) -> list[Participant]:
    """Put people on the list; after the notice they are marked as added later.

    Those on it already are passed over, but for the group: it becomes the one named.

    Raises:
        NotAllowed: not its keeper.
        Refusal: held, filed or cancelled; a guest without a name.
    """
    with transaction.atomic():
        locked: Activity = Activity.objects.select_for_update(of=("self",)).get(pk=activity.pk)
        rules.keeper.check(actor, locked)
        if locked.state not in INVITING or locked.voided_at is not None:
            raise Refusal("activities.not_editable", state=locked.get_state_display())
        with line(actor, "activities.invited", subject=locked, count=0) as entry:
            made = put_on_list(locked, actor, guests)
            entry.facts["count"] = len(made)
            _regroup(locked, guests)
    return made


def _regroup(activity: Activity, guests: Sequence[Guest]) -> None:
    """Move those on the list to the group named for them; which sittings are theirs changes with it."""
    wanted = {one.person.pk: one.group.strip() for one in guests if one.person is not None and one.group.strip()}
    rows = Participant.objects.live().filter(activity=activity, person__in=list(wanted))
    moved = [row for row in rows if row.person_id is not None and row.group != wanted[row.person_id]]
    for row in moved:
        row.group = wanted[row.person_id or 0]
    if moved:
        Participant.objects.bulk_update(moved, ["group"], batch_size=500)
        judge(activity, [row.pk for row in moved])


def recast(participant: Participant, actor: Actor, *, role: str, group: str) -> Participant:
    """Change what somebody on the list does there, and in which group; who counts was settled by the notice.

    Raises:
        NotAllowed: not its keeper.
        Refusal: held and filed, or cancelled.
    """
    with transaction.atomic():
        activity: Activity = Activity.objects.select_for_update(of=("self",)).get(pk=participant.activity_id)
        rules.keeper.check(actor, activity)
        if activity.state not in RECASTING or activity.voided_at is not None:
            raise Refusal("activities.not_editable", state=activity.get_state_display())
        with line(actor, "activities.recast", subject=activity, name=participant.name, role=str(Role(role).label)):
            participant.role, participant.group = role, group.strip()
            if activity.state == State.DRAFT:
                participant.counted = role not in UNCOUNTED_ROLES and participant.capacity != Capacity.OUTSIDE
            participant.save()
            judge(activity, [participant.pk])
    return participant


def drop(participant: Participant, actor: Actor) -> None:
    """Take somebody off the list of a draft.

    Raises:
        NotAllowed: not its keeper.
        Refusal: the notice has gone out, and with it the denominator stands.
    """
    activity = participant.activity
    rules.keeper.check(actor, activity)
    if activity.state != State.DRAFT:
        raise Refusal("activities.list_frozen", name=participant.name)
    with line(actor, "activities.dropped", subject=activity, name=participant.name):
        participant.delete()


def put_on_list(activity: Activity, actor: Actor, guests: Sequence[Guest]) -> list[Participant]:
    """The rows made for those not on the list yet, inside the caller's line."""
    standing = set(
        Participant.objects.live().filter(activity=activity, person__isnull=False).values_list("person_id", flat=True)
    )
    wanted: list[Guest] = []
    for guest in guests:
        if not guest.called:
            raise Refusal("activities.nobody_named", field="guests")
        if guest.person is not None:
            if guest.person.pk in standing:
                continue
            standing.add(guest.person.pk)
        wanted.append(guest)
    known = _Known.of(activity, [guest.person.pk for guest in wanted if guest.person is not None])
    rows = [_row(activity, actor, guest, known) for guest in wanted]
    return Participant.objects.bulk_create(rows) if rows else []


@dataclass(frozen=True)
class _Known:
    """What the people room says of the guests on the activity's day: tenures and ranks, here and in what has joined."""

    members: dict[int, Member]
    ranks: dict[int, str]

    @classmethod
    def of(cls, activity: Activity, persons: Sequence[int]) -> _Known:
        if not persons:
            return cls({}, {})
        day, members, ranks = activity.held_on, dict[int, Member](), dict[int, str]()
        for committee in (*joint.committees_at(rules.KIND, activity.uid), activity.committee):  # its own goes before
            scope = Scope(committee)
            members |= {row.person_id: row for row in members_on(scope, day).filter(person_id__in=persons)}
            ranks |= dict(staff_on(scope, day).filter(person_id__in=persons).values_list("person_id", "rank"))
        return cls(members, ranks)


def _row(activity: Activity, actor: Actor, guest: Guest, known: _Known) -> Participant:
    key = guest.person.pk if guest.person is not None else 0
    member = known.members.get(key)
    capacity = guest.capacity or _capacity(key, member, known)
    return Participant(
        activity=activity,
        committee_id=activity.committee_id,
        person=guest.person,
        member=member,
        name=guest.called,
        body=guest.body.strip() or (guest.person.employer if guest.person is not None else ""),
        capacity=capacity,
        role=guest.role,
        rank=known.ranks.get(key, ""),
        group=guest.group.strip(),
        invited_on=_day(actor),
        counted=guest.role not in UNCOUNTED_ROLES and capacity != Capacity.OUTSIDE,
        added_later=activity.state != State.DRAFT and bool(activity.state),
        created_at=actor.at,
    )


def _capacity(key: int, member: Member | None, known: _Known) -> str:
    if member is not None:
        return Capacity.MEMBER
    return Capacity.STAFF if key in known.ranks else Capacity.OUTSIDE


def _day(actor: Actor) -> dt.date:
    return clock.as_day(actor.at)


def note_told(activity: Activity, actor: Actor, how: str) -> int:
    """Note that those on the list without a login were told otherwise; returns how many.

    Raises:
        NotAllowed: not its keeper.
    """
    rules.keeper.check(actor, activity)
    rows = Participant.objects.live().filter(activity=activity, person__account=None, told_on=None)
    with line(actor, "activities.told", subject=activity, count=0) as entry:
        entry.facts["count"] = rows.update(told_how=how.strip(), told_on=clock.as_day(actor.at))
    return int(entry.facts["count"])
