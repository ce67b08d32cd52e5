"""A plan of pairs as the product proposes it: shown first, written by `pairing.write_plan` (R6.16)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lvzhi.access import Refusal
from lvzhi.committee.models import Committee
from lvzhi.contacts.actions.allotting import allot
from lvzhi.contacts.models import Pair
from lvzhi.contacts.queries import Far, Scheme, ground, scheme
from lvzhi.contacts.vocabulary.states import How, Target
from lvzhi.people.models import Member, Membership, holds


@dataclass(frozen=True, slots=True)
class Proposed:
    """One pair of a plan."""

    member: Member
    far: Far

    @property
    def key(self) -> str:
        """How a form names it."""
        return f"{self.member.pk}/{self.far.key}"


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan of one kind of contact.

    Args:
        rows: the pairs proposed, by who keeps in touch.
        left: who would still have nobody, because nobody has room; idle: members who would still have too few.
        held: pairs there are already.
    """

    scheme: Scheme
    day: dt.date
    rows: list[Proposed]
    left: list[Far]
    idle: list[Member]
    held: int

    @property
    def groups(self) -> list[tuple[Member, list[Proposed]]]:
        """The pairs by who keeps in touch."""
        found: dict[int, tuple[Member, list[Proposed]]] = {}
        for one in self.rows:
            found.setdefault(one.member.pk, (one.member, []))[1].append(one)
        return list(found.values())


def propose(committee: Committee, code: str, day: dt.date, how: str = How.EVEN) -> Plan:
    """A plan that gives everybody without a partner one, evenly, by sector or organ where wanted.

    Args:
        how: `How`; what those who share an organ of that kind come first by.

    Raises:
        Refusal: no such kind that day, or one whose far side this room does not know.
    """
    found = ground(scheme(committee, code, day), committee, day)
    if not found.scheme.plannable:
        raise Refusal("contacts.not_plannable", scheme=found.scheme.name)
    near = {row.person_id: row for row in found.near.values()}
    held: dict[int, list[str]] = {}
    for one in found.pairs:
        held.setdefault(one.member.person_id, []).append(one.far)
    same = {pk: Pair.key_of(Target.PERSON, pk) for pk in near}
    lacking = [one.key for one in found.lacking]
    given = allot(
        list(near), list(found.far), held, lacking=lacking, least=found.scheme.least, most=found.scheme.most,
        same=same, group=_groups(near, found.far, how, day),
    )  # fmt: skip
    place = {pk: number for number, pk in enumerate(near)}
    pairs = sorted(given.pairs, key=lambda one: place[one[0]])
    return Plan(
        found.scheme, day, [Proposed(near[one], found.far[key]) for one, key in pairs],
        [found.far[key] for key in given.left],
        [near[one] for one in given.idle], len(found.pairs),
    )  # fmt: skip


def _groups(near: dict[int, Member], far: dict[str, Far], how: str, day: dt.date) -> dict[Any, frozenset[int]]:
    """What each end belongs to, of the kind that comes first; one query, none where it is to be even."""
    if how == How.EVEN:
        return {}
    wanted: dict[int, list[Any]] = {}
    for key, row in near.items():
        wanted.setdefault(row.pk, []).append(key)
    for name, one in far.items():
        if one.target == Target.PERSON:
            wanted.setdefault(one.row.pk, []).append(name)
    found: dict[Any, set[int]] = {}
    for member, organ in _seats(wanted, how, day):
        for end in wanted[member]:
            found.setdefault(end, set()).add(organ)
    organs = {name: frozenset({one.row.pk}) for name, one in far.items() if one.target == Target.ORGAN}
    return {**{end: frozenset(rows) for end, rows in found.items()}, **organs}


def _seats(members: Iterable[int], kind: str, day: dt.date) -> Iterable[tuple[int, int]]:
    rows = Membership.objects.live().filter(holds("", day), member_id__in=list(members), organ__kind=kind)
    return list(rows.values_list("member_id", "organ_id"))
