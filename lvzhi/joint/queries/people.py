"""People whom a committee may send into a team: its members and staff."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.joint.models import Mate, Partaking
from lvzhi.joint.vocabulary import COUNTED, TWIN, Role
from lvzhi.people.models import Member, Person, Staff
from lvzhi.people.queries import matching, members_on, staff_on


def team_at(kind: str, uid: UUID) -> list[Person]:
    """The whole team that works on a record now: people of every committee that takes part. One query."""
    rows = Mate.objects.live().filter(
        until=None, part__state__in=COUNTED, part__voided_at=None, part__topic__kind=kind, part__topic__subject=uid,
        part__topic__voided_at=None,
    )  # fmt: skip
    found = {row.person_id: row.person for row in rows.select_related("person").order_by("part_id", "id")}
    return list(found.values())


def committees_at(kind: str, uid: UUID) -> list[Committee]:
    """Committees that have joined the work on a record, without the one that leads it. One query."""
    rows = Partaking.objects.live().filter(
        state__in=COUNTED, topic__kind=kind, topic__subject=uid, topic__voided_at=None
    )  # fmt: skip
    joined = rows.exclude(role=Role.LEAD).order_by().values("committee_id")
    return list(Committee.objects.filter(pk__in=joined).order_by("path"))


def known_persons(committee: Committee) -> Any:
    """Everybody who is or was a member of the committee or on its staff."""
    members = Member.objects.live().filter(committee=committee).values("person_id")
    staff = Staff.objects.live().filter(committee=committee).values("person_id")
    return Person.objects.filter(Q(pk__in=members) | Q(pk__in=staff))


def found_persons(committee: Committee, text: str, day: dt.date) -> Any:
    """Those in office on the day whose name, pinyin, initials or phone fit what was typed."""
    if not text.strip():
        return Person.objects.none()
    scope = Scope(committee)
    here = Q(pk__in=members_on(scope, day).values("person_id")) | Q(pk__in=staff_on(scope, day).values("person_id"))
    return Person.objects.filter(here & matching(text, prefix="")).order_by("pinyin", "pk")


def called(committee: Committee, persons: Sequence[Person]) -> dict[int, str]:
    """What to call each: the name, with the employer where another here shares it. One query."""
    if not persons:
        return {}
    names = known_persons(committee).filter(name__in={one.name for one in persons}).order_by().values("name")
    twins = set(names.annotate(many=Count("pk")).filter(many__gt=1).values_list("name", flat=True))
    return {one.pk: TWIN.format(name=one.name, work=one.work) if one.name in twins else one.name for one in persons}
