"""The organs of a committee on a day with who leads and how many sit in each: the chart, and one organ's own page."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from lvzhi.access import Actor
from lvzhi.committee import panels
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.panels import Note
from lvzhi.committee.queries import organs_on
from lvzhi.committee.scope import Scope
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.people.models import Member, Membership, Staff, holds
from lvzhi.people.queries import posts_on, staff_on, tell, told_apart
from lvzhi.people.vocabulary import CHART_KINDS, ON_STANDING_COMMITTEE, POST_ORDER, Part, PostKind

LED = (Part.HEAD.value, Part.DEPUTY.value, Part.SECRETARY.value)


@dataclass
class Box:
    """An organ as the chart shows it on a day.

    Args:
        name: what it was called on the day. led: names by part (head, deputy, secretary), told apart.
        count: members who sit in it, of an agency office its staff. notes: what other rooms say of it.
        below: organs under it.
    """

    organ: Organ
    name: str
    led: dict[str, list[str]]
    count: int
    notes: list[tuple[str, Note]]
    below: list[Box] = field(default_factory=list)


@dataclass
class Group:
    """Organs of one kind."""

    kind: str
    name: str
    boxes: list[Box]

    @property
    def flat(self) -> list[Box]:
        """Every box, an organ before those under it."""
        return [box for top in self.boxes for box in (top, *top.below)]


@dataclass
class Chart:
    """A committee on a day: its offices by post with who holds them, members of the standing committee, its organs."""

    committee: Committee
    day: dt.date
    posts: list[tuple[str, list[str]]]
    board: int
    groups: list[Group]

    @property
    def boxes(self) -> list[Box]:
        """Every box of every group."""
        return [box for group in self.groups for box in group.flat]


def chart(actor: Actor, committee: Committee, day: dt.date) -> Chart:
    """The organs that stand on the day. A fixed number of statements, whatever the number of organs and members."""
    organs = list(organs_on(committee, day).select_related("parent").order_by("kind", "code", "pk"))
    boxes = _boxes(actor, committee, organs, day)
    posts, board = _offices(committee, day)
    groups = []
    for kind in CHART_KINDS:
        own = [box for box in boxes if box.organ.kind == kind]
        if own:
            groups.append(Group(kind, str(OrganKind(kind).label), _nested(own)))
    return Chart(committee, day, posts, board, groups)


def _nested(boxes: Sequence[Box]) -> list[Box]:
    """Boxes with those of their own kind under them: two levels, deeper ones stand under the second's top."""
    known = {box.organ.pk: box for box in boxes}
    tops = []
    for box in boxes:
        upper = known.get(box.organ.parent_id or 0)
        while upper is not None and upper.organ.parent_id in known:
            upper = known[upper.organ.parent_id]
        if upper is None or upper is box:
            tops.append(box)
        else:
            upper.below.append(box)
    return tops


def _boxes(actor: Actor, committee: Committee, organs: Sequence[Organ], day: dt.date) -> list[Box]:
    seats: list[Any] = list(
        Membership.objects.live().filter(
            holds("", day), holds("member__", day), organ__in=[one.pk for one in organs], member__voided_at=None
        ).select_related("member__person")
    )  # fmt: skip
    led: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    names = told_apart([seat.member for seat in seats if seat.part in LED], day)
    for seat in sorted(seats, key=lambda one: (one.starts, one.pk)):
        if seat.part in LED:
            led[seat.organ_id][seat.part].append(names[seat.member_id])
    counts = Counter(seat.organ_id for seat in seats)
    for row in staff_on(Scope(committee), day):
        if row.organ is not None and row.organ.kind == OrganKind.AGENCY:
            counts[row.organ_id] += 1
        if row.part in LED and row.organ_id is not None:
            led[row.organ_id][row.part].append(row.person.name)
    said = panels.said(organs, day, actor)
    return [
        Box(
            one,
            one.name_on(day),
            {part: found for part in LED if (found := led[one.pk][part])},
            counts[one.pk],
            said[one.pk],
        )
        for one in organs
    ]


def _offices(committee: Committee, day: dt.date) -> tuple[list[tuple[str, list[str]]], int]:
    """Posts with their holders, the highest first, without plain standing members; and how many the board has."""
    rows = list(posts_on(Scope(committee), day, ON_STANDING_COMMITTEE))
    found: dict[str, list[str]] = defaultdict(list)
    for row in sorted(rows, key=lambda one: (POST_ORDER[one.kind], one.starts, one.pk)):
        if row.kind != PostKind.STANDING:
            found[str(row.get_kind_display())].append(row.person.name)
    return list(found.items()), len({row.person_id for row in rows})


def seats_in(organ: Organ) -> list[Membership]:
    """Everybody who leads or led the organ, or has or had a duty of his own in it, the latest first."""
    rows = Membership.objects.live().filter(organ=organ, member__voided_at=None)
    rows = rows.exclude(part=Part.MEMBER, duty="").select_related("member__person", "member__committee")
    return list(rows.order_by("-starts", "pk"))


def staff_in(organ: Organ, day: dt.date) -> list[Staff]:
    """Who works in the organ on the day, those who lead it first."""
    rows = staff_on(Scope(organ.committee, organ=organ), day)
    order = {part: place for place, part in enumerate((*LED, Part.MEMBER.value))}
    return sorted(rows, key=lambda row: (order[row.part], row.person.pinyin, row.pk))


def called_in(rows: Sequence[Membership], day: dt.date) -> dict[int, str]:
    """What to call the member of each seat."""
    members: dict[int, Member] = {row.member_id: row.member for row in rows}
    names = told_apart(list(members.values()), day)
    return {row.pk: names.get(row.member_id, tell(row.member, "")) for row in rows}
