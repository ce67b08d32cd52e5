"""Absences over a year and a term, weighed against the thresholds of the committee; the rest is a human's to decide."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count

from lvzhi import norms
from lvzhi.activities.norms import kinds_on
from lvzhi.activities.queries.counted import absences, leaves
from lvzhi.activities.queries.reading import Rows
from lvzhi.activities.vocabulary import Duty
from lvzhi.committee.queries import term_on
from lvzhi.committee.scope import Scope
from lvzhi.metrics.periods import Period, between, year
from lvzhi.people.models import Member
from lvzhi.people.queries import members_on

THRESHOLDS = ("plenary", "year", "term")


@dataclass
class Absent:
    """How often one member was absent or on leave, and which thresholds are reached (R6.5–R6.7)."""

    member: Member
    plenaries: int = 0
    standing_year: int = 0
    standing_term: int = 0
    others: int = 0
    leaves: int = 0
    reached: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """Absences of the year and plenaries of the term together, for the order of the list."""
        return self.plenaries + self.standing_year + self.others


def of_duty(scope: Scope, day: dt.date, duty: Duty) -> list[str]:
    """Codes of the kinds at which that attendance is owed."""
    return [one.code for one in kinds_on(scope.committee, day, closed=True) if one.duty == duty]


def by_member(scope: Scope, day: dt.date) -> list[Absent]:
    """Members in office with absences or leave in the year of the day or plenaries missed in the term, most first."""
    year_, term = year(day.year), term_period(scope, day)
    plenary, standing = of_duty(scope, day, Duty.PLENARY), of_duty(scope, day, Duty.STANDING)
    counted = {
        "plenaries": _by_person(absences(scope, term), plenary),
        "standing_year": _by_person(absences(scope, year_), standing),
        "standing_term": _by_person(absences(scope, term), standing),
        "others": _by_person(absences(scope, year_), None, (*plenary, *standing)),
        "leaves": _by_person(leaves(scope, year_), None),
    }
    persons = {person for found in counted.values() for person in found}
    rows = members_on(scope, day).filter(person__in=persons).order_by("person__pinyin", "pk")
    most = {key: int(norms.value(f"activities.absences_{key}", scope.committee, day)) for key in THRESHOLDS}
    found = []
    for member in rows:
        one = Absent(member)
        for name, counts in counted.items():
            setattr(one, name, counts[member.person_id])
        pairs = (("plenary", one.plenaries), ("year", one.standing_year), ("term", one.standing_term))
        one.reached = [key for key, count in pairs if count >= most[key]]
        found.append(one)
    return sorted(found, key=lambda one: (not one.reached, -one.total))


def term_period(scope: Scope, day: dt.date) -> Period:
    """The term up to the day; the year where no term is recorded."""
    term = term_on(scope.committee, day)
    return between(term.starts, day) if term is not None else year(day.year)


def _by_person(rows: Rows, kinds: Iterable[str] | None, without: Iterable[str] = ()) -> defaultdict[int, int]:
    found: defaultdict[int, int] = defaultdict(int)
    wanted = rows.order_by()
    if kinds is not None:
        wanted = wanted.filter(activity__kind__in=list(kinds))
    for person, count in wanted.exclude(activity__kind__in=list(without)).values_list("person").annotate(Count("pk")):
        if person is not None:
            found[person] = count
    return found
