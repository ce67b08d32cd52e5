"""Members and staff of a committee as people to choose from: authors of advice, whoever answers for a problem."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from lvzhi.activities.models import Activity
from lvzhi.activities.queries import participants_of
from lvzhi.activities.vocabulary import Role
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.ledger.vocabulary.words import BY_WHOM
from lvzhi.people.models import Person
from lvzhi.people.queries import matching as named_like
from lvzhi.people.queries import members_on, staff_on

OFFERED = 20  # names to tick; others are found by typing


def persons_here(committee: Committee, day: dt.date, text: str = "") -> QuerySet[Person]:
    """Members and staff of the committee on the day whose name, pinyin or initials fit."""
    scope = Scope(committee)
    found = Person.objects.filter(
        Q(pk__in=members_on(scope, day).order_by().values("person_id"))
        | Q(pk__in=staff_on(scope, day).order_by().values("person_id"))
    )
    return (found.filter(named_like(text, "")) if text else found).order_by("pinyin", "id")


def called_persons(committee: Committee, persons: Iterable[Any], day: dt.date) -> dict[int, str]:
    """What each is called: the name, with the work beside it where two people here bear it. One query."""
    rows = list(persons)
    names = persons_here(committee, day).filter(name__in={one.name for one in rows}) if rows else ()
    many = Counter(one.name for one in names)
    return {
        one.pk: BY_WHOM.format(name=one.name, body=one.work) if many[one.name] > 1 and one.work else one.name
        for one in rows
    }


def speakers(activity: Activity) -> list[Person]:
    """Who spoke at an activity, as it is on its list; where nobody is marked so, the first of the list."""
    rows = participants_of(activity).exclude(person=None)
    spoke = rows.filter(role__in=[Role.SPEAK, Role.MAIN]) or rows[:OFFERED]
    return [row.person for row in spoke[:OFFERED]]
