"""An organ passes into others: who sits or works there goes on in an heir from the day on; the days before stay."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from lvzhi.committee.models import Organ
from lvzhi.committee.successions import Item, Passing, Topic
from lvzhi.journal.lines import line
from lvzhi.people.actions.memberships import ONE_DAY, put
from lvzhi.people.models import Membership, Staff
from lvzhi.people.queries import tell
from lvzhi.people.vocabulary import PART_SHORT, PASSING

MEMBERS, STAFF = "people.memberships", "people.staff"


def _open(model: Any, organ: Organ, on: dt.date) -> Any:
    rows = model.objects.live().filter(Q(ends=None) | Q(ends__gte=on), organ=organ)
    return rows.order_by("pk")


def _seats(organ: Organ, on: dt.date) -> Any:
    rows = _open(Membership, organ, on).filter(Q(member__ends=None) | Q(member__ends__gte=on), member__voided_at=None)
    return rows.select_related("member__person", "member__committee")


def member_items(organ: Organ, on: dt.date) -> Sequence[Item]:
    """Who sits there on the day or will."""
    return [
        Item(str(seat.pk), PASSING["seat"].format(name=tell(seat.member, ""), part=PART_SHORT[seat.part]))
        for seat in _seats(organ, on)
    ]


def move_members(passing: Passing) -> int:
    """End each seat the day before and seat the member in the heir with the same part; whoever sits there stays."""
    moved = 0
    for seat in _seats(passing.organ, passing.on):
        heir = passing.heir(MEMBERS, seat.pk)
        facts = {"name": seat.member.person.name, "old": passing.organ.name, "new": heir.name, "starts": passing.on}
        with line(passing.actor, "people.transfer", subject=seat.member, **facts):
            there = Membership.objects.live().filter(Q(ends=None) | Q(ends__gte=passing.on), member=seat.member)
            already = there.filter(organ=heir).exists()
            part, duty, starts, ends = seat.part, seat.duty, max(seat.starts, passing.on), seat.ends
            _shorten(seat, passing)
            if not already:
                put(seat.member, heir, part, starts, ends, duty)
        moved += 1
    return moved


def _shorten(row: Any, passing: Passing) -> None:
    """End what began before on the day before; what had not begun yet never was there."""
    row.version += 1
    if row.starts < passing.on:
        row.ends = passing.on - ONE_DAY
    else:
        row.voided_at, row.void_ground = passing.actor.at, PASSING["void"]
    row.save()


def staff_items(organ: Organ, on: dt.date) -> Sequence[Item]:
    """Who works there on the day or will."""
    rows = _open(Staff, organ, on).select_related("person")
    return [Item(str(row.pk), PASSING["staff"].format(name=row.person.name, title=row.title)) for row in rows]


def move_staff(passing: Passing) -> int:
    """End each post the day before and go on with the same title and rank in the heir."""
    moved = 0
    for row in _open(Staff, passing.organ, passing.on).select_related("person", "committee"):
        heir = passing.heir(STAFF, row.pk)
        facts = {"name": row.person.name, "old": passing.organ.name, "new": heir.name, "starts": passing.on}
        with line(passing.actor, "people.transfer", subject=row, **facts):
            after = Staff(
                committee=row.committee, person=row.person, organ=heir, title=row.title, rank=row.rank, part=row.part,
                starts=max(row.starts, passing.on), ends=row.ends,
            )  # fmt: skip
            _shorten(row, passing)
            after.save()
        moved += 1
    return moved


TOPICS = (
    Topic(MEMBERS, PASSING["members"], member_items, move_members),
    Topic(STAFF, PASSING["agency"], staff_items, move_staff),
)
