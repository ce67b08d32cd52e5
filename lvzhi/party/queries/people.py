"""Who may be put into a Party organisation: Party members among the committee's members and staff."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q

from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.people.models import Affiliation, Member, Person, Staff
from lvzhi.people.queries import matching, members_on, staff_on
from lvzhi.people.vocabulary import CPC


def in_party(day: dt.date) -> Q:
    """Persons who are Party members on the day."""
    rows = Affiliation.objects.filter(
        Q(starts=None) | Q(starts__lte=day), Q(ends=None) | Q(ends__gte=day), person=OuterRef("pk"), party=CPC
    )
    return Q(Exists(rows))


def known_persons(committee: Committee) -> Any:
    """Everybody who is or was a member of the committee or on its staff."""
    members = Member.objects.live().filter(committee=committee).values("person_id")
    staff = Staff.objects.live().filter(committee=committee).values("person_id")
    return Person.objects.filter(Q(pk__in=members) | Q(pk__in=staff))


def found_persons(committee: Committee, text: str, day: dt.date) -> Any:
    """Party members in office on the day whose name, pinyin, initials or phone fit what was typed."""
    if not text.strip():
        return Person.objects.none()
    scope = Scope(committee)
    here = Q(pk__in=members_on(scope, day).values("person_id")) | Q(pk__in=staff_on(scope, day).values("person_id"))
    return Person.objects.filter(here & matching(text, prefix="") & in_party(day)).order_by("pinyin", "pk")


def named(persons: Sequence[Person]) -> dict[int, tuple[str, str]]:
    """Name and employer of each."""
    return {one.pk: (one.name, one.work) for one in persons}
