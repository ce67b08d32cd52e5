"""Who and what stands on the sides of a kind of contact on a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.queries import organs_on
from lvzhi.committee.scope import Scope
from lvzhi.contacts.models import Pair
from lvzhi.contacts.queries.scheme import Scheme, Side
from lvzhi.contacts.vocabulary.states import Target
from lvzhi.directory.models import Unit
from lvzhi.directory.queries import units_on
from lvzhi.people.models import Member, holds
from lvzhi.people.queries import members_on


@dataclass(frozen=True, slots=True)
class Far:
    """Something at the far end: a member, an organ, a unit, or a record named by kind and uid.

    Args:
        title: what a record is called; the others have names of their own.
    """

    row: Any
    target: str
    title: str = ""

    @property
    def key(self) -> str:
        """As `Pair.key_of` spells it: a person is the same whatever the term."""
        pk = self.row.person_id if self.target == Target.PERSON else getattr(self.row, "pk", None) or self.row.uid
        return Pair.key_of(self.target, pk)

    @property
    def name(self) -> str:
        """What it is called."""
        return self.title or (self.row.person.name if self.target == Target.PERSON else str(self.row.name))


@dataclass
class Ground:
    """A kind of contact on a day: who may stand where, and which pairs there are.

    Args:
        near: members on the near side by key; far: what stands on the far side by its key (empty for records).
        pairs: of this kind, that hold on the day or later.
    """

    scheme: Scheme
    committee: Committee
    day: dt.date
    near: dict[int, Member] = field(default_factory=dict)
    far: dict[str, Far] = field(default_factory=dict)
    pairs: list[Pair] = field(default_factory=list)

    def of(self, member: Member) -> list[Pair]:
        """Pairs that the member's person has already."""
        return [one for one in self.pairs if one.member.person_id == member.person_id]

    @property
    def partnered(self) -> set[str]:
        """What has somebody already."""
        return {one.far for one in self.pairs}

    @property
    def lacking(self) -> list[Far]:
        """What ought to have somebody and has nobody."""
        held = self.partnered
        return [one for key, one in self.far.items() if key not in held]

    @property
    def idle(self) -> list[Member]:
        """Members of the near side with fewer pairs than the scheme wants."""
        counts: dict[int, int] = {}
        for one in self.pairs:
            counts[one.member.person_id] = counts.get(one.member.person_id, 0) + 1
        return [row for row in self.near.values() if counts.get(row.person_id, 0) < self.scheme.least]


def members_of_side(side: Side, scope: Scope, day: dt.date) -> Any:
    """Members in tenure who stand on the side."""
    return members_on(scope, day).filter(side.members(day)).order_by("person__pinyin", "pk")


def organs_of_side(side: Side, committee: Committee, day: dt.date) -> Any:
    """Organs of the committee that stand on the side."""
    return organs_on(committee, day).filter(kind__in=side.kinds)


def units_of_side(side: Side, committee: Committee, day: dt.date) -> Any:
    """Units of the committee's directory that stand on the side."""
    return units_on(committee, day).filter(kind__in=side.kinds).order_by("code", "name")


def far_of_side(side: Side, committee: Committee, day: dt.date) -> list[Far]:
    """All that stands on the far side; nothing for records, which other rooms keep. One query."""
    if side.target == Target.PERSON:
        return [Far(row, Target.PERSON) for row in members_of_side(side, Scope(committee), day)]
    if side.target == Target.ORGAN:
        return [Far(row, Target.ORGAN) for row in organs_of_side(side, committee, day)]
    if side.target == Target.UNIT:
        return [Far(row, Target.UNIT) for row in units_of_side(side, committee, day)]
    return []


def ground(scheme: Scheme, committee: Committee, day: dt.date) -> Ground:
    """Both sides and the pairs of a kind on a day. Three queries."""
    found = Ground(scheme, committee, day)
    found.near = {row.pk: row for row in members_of_side(scheme.near, Scope(committee), day)}
    found.far = {one.key: one for one in far_of_side(scheme.far, committee, day)}
    rows = Pair.objects.live().filter(holds("", day), committee=committee, scheme=scheme.code)
    found.pairs = list(rows.select_related("member").order_by("pk"))
    return found


def organ_of(far: Far) -> Organ | None:
    """The organ, where it is one."""
    return far.row if far.target == Target.ORGAN else None


def unit_of(far: Far) -> Unit | None:
    """The unit, where it is one."""
    return far.row if far.target == Target.UNIT else None
