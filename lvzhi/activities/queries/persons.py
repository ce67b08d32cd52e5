"""People of the committee who may be put on a list: members and staff, by name, pinyin, or organ."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from lvzhi.activities import rules
from lvzhi.activities.models import Supervisor
from lvzhi.activities.vocabulary import AS_MEMBER, AS_STAFF
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.people.models import Person
from lvzhi.people.queries import holding, in_organ, members_on, sectors_of, staff_on
from lvzhi.people.vocabulary import ON_STANDING_COMMITTEE

MEMBERS, STANDING, STAFF, ORGAN, TEAM = "members", "standing", "staff", "organ:", "team:"
GATHERED = (
    OrganKind.SPECIAL_COMMITTEE,
    OrganKind.SECTOR,
    OrganKind.LIAISON_GROUP,
    OrganKind.STUDY_GROUP,
    OrganKind.PARTY,
    OrganKind.FEDERATION,
    OrganKind.PARTY_GROUP,
    OrganKind.LEADING_GROUP,
    OrganKind.THINK_TANK,
    OrganKind.AGENCY,
)


def noted_beside(committee: Committee, persons: Sequence[Person], day: dt.date) -> dict[int, str]:
    """The second line of a picker: sector and employer of a member, title of somebody on the staff."""
    keys = [one.pk for one in persons]
    members = list(members_on(Scope(committee), day).filter(person__in=keys)) if keys else []
    sectors = sectors_of(members, day)
    found = {row.person_id: AS_MEMBER.format(sector=sectors.get(row.pk, ""), work=row.person.work) for row in members}
    for row in staff_on(Scope(committee), day).filter(person__in=keys) if keys else []:
        found.setdefault(row.person_id, AS_STAFF.format(title=row.title))
    return found


def gathered(committee: Committee, which: Iterable[str], day: dt.date) -> list[Person]:
    """The persons of groups in office on the day: all members, the standing committee, staff, organs and groups of
    supervisors by key."""
    scope, found = Scope(committee), dict[int, Person]()
    members = members_on(scope, day).order_by("person__pinyin", "pk")
    for key in which:
        if key == MEMBERS:
            rows = members
        elif key == STANDING:
            rows = members.filter(holding(ON_STANDING_COMMITTEE, day))
        elif key == STAFF:
            rows = staff_on(scope, day).order_by("person__pinyin", "pk")
        elif key.startswith(TEAM):
            found |= {one.pk: one for one in _of_team(committee, key, day)}
            continue
        else:
            rows = _of_organ(committee, key, day, members)
        found |= {row.person_id: row.person for row in rows}
    return list(found.values())


def _of_organ(committee: Committee, key: str, day: dt.date, members: Any) -> list[Any]:
    from lvzhi.committee.queries import organs_on

    wanted = key.removeprefix(ORGAN)
    organ = organs_on(committee, day).filter(pk=int(wanted)).first() if wanted.isdigit() else None
    if organ is None:
        return []
    staff = staff_on(Scope(committee, organ=organ), day).order_by("person__pinyin", "pk")
    return [*members.filter(in_organ(organ, day)), *staff]


def _of_team(committee: Committee, key: str, day: dt.date) -> list[Person]:
    wanted = key.removeprefix(TEAM)
    if not wanted.isdigit():
        return []
    rows = Supervisor.objects.filter(rules.in_office(day), committee=committee, group=int(wanted))
    return [row.member.person for row in rows.select_related("member__person").order_by("member__person__pinyin", "pk")]
