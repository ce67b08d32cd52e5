"""Who may be put into a Party organisation: Party members among the committee's members and staff."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q

from lvzhi.committee.models import Committee
from lvzhi.people.models import Affiliation, Person
from lvzhi.people.queries import picking
from lvzhi.people.vocabulary import CPC


def in_party(day: dt.date) -> Q:
    """Persons who are Party members on the day."""
    rows = Affiliation.objects.filter(
        Q(starts=None) | Q(starts__lte=day), Q(ends=None) | Q(ends__gte=day), person=OuterRef("pk"), party=CPC
    )
    return Q(Exists(rows))


def found_persons(committee: Committee, text: str, day: dt.date) -> Any:
    """Party members in office on the day whose name, pinyin, initials or phone fit what was typed."""
    return picking.found_persons(committee, text, day).filter(in_party(day))


def named(persons: Sequence[Person]) -> dict[int, tuple[str, str]]:
    """Name and employer of each."""
    return {one.pk: (one.name, one.work) for one in persons}
