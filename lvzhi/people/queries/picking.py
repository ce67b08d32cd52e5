"""People of a committee by what is typed of them: its members and staff, two of one name told apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Q

from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.people.models import Member, Person, Staff
from lvzhi.people.queries import matching, members_on, staff_on
from lvzhi.people.vocabulary import TOLD_APART


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


def told_apart(committee: Committee, persons: Sequence[Person]) -> dict[int, str]:
    """What to call each: the name, with the employer where another here shares it. One query."""
    if not persons:
        return {}
    names = known_persons(committee).filter(name__in={one.name for one in persons}).order_by().values("name")
    twins = set(names.annotate(many=Count("pk")).filter(many__gt=1).values_list("name", flat=True))
    return {
        one.pk: TOLD_APART.format(name=one.name, work=one.work) if one.name in twins else one.name for one in persons
    }
