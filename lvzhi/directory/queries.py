"""Reads of the directory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from lvzhi.access import Missing
from lvzhi.committee.models import Committee
from lvzhi.directory.models import Succession, Unit


def _id(committee: Committee | int) -> int:
    return committee if isinstance(committee, int) else committee.pk


def units_on(committee: Committee | int, day: dt.date, kind: str | None = None) -> QuerySet[Unit]:
    """Units of a committee's directory that stand on `day`, by name."""
    rows = Unit.objects.filter(Q(ends=None) | Q(ends__gte=day), committee_id=_id(committee), starts__lte=day)
    return (rows.filter(kind=kind) if kind else rows).order_by("name", "id")


def by_uid(uid: UUID | str) -> Unit:
    """The unit with this uid. Raises `Missing`."""
    row = Unit.objects.filter(uid=uid).select_related("committee").first()
    if row is None:
        raise Missing("directory.unit_missing")
    return row


def find(committee: Committee | int, name: str, day: dt.date) -> Unit:
    """The unit of this name, short name or code that stands on `day`. Raises `Missing`."""
    wanted = name.strip()
    rows = units_on(committee, day).filter(Q(name=wanted) | Q(short_name=wanted) | Q(code=wanted)) if wanted else []
    found = sorted(rows, key=lambda unit: unit.name != wanted)
    if not found:
        raise Missing("directory.unit_unknown", field="unit", name=wanted, day=day)
    return found[0]


def current(unit: Unit, day: dt.date) -> Unit:
    """What the unit is on `day`: itself, or by its successions (the main heir of several) what it has become.

    One query, and none for a unit that stands.
    """
    return current_of([unit], day)[unit.pk]


def current_of(units: Iterable[Unit], day: dt.date) -> dict[int, Unit]:
    """As `current` for many units at once, by their ids; one query for all."""
    wanted = list(units)
    found = {unit.pk: unit for unit in wanted}
    gone = [unit for unit in wanted if unit.ends is not None and unit.ends < day]
    if not gone:
        return found
    rows = Succession.objects.filter(
        on__lte=day, main=True, unit_from__committee_id__in={unit.committee_id for unit in gone}
    ).select_related("unit_to", "unit_to__committee")
    heirs = {row.unit_from_id: row.unit_to for row in rows}
    for unit in gone:
        heir = unit
        while heir.pk in heirs:  # ends: the actions refuse circles
            heir = heirs[heir.pk]
        found[unit.pk] = heir
    return found


def heirs(unit: Unit) -> list[Succession]:
    """Into what the unit passed, the main heir first."""
    rows = Succession.objects.filter(unit_from=unit).select_related("unit_to")
    return list(rows.order_by("-main", "id"))


def origins(unit: Unit) -> list[Succession]:
    """From what the unit came, the latest first."""
    rows = Succession.objects.filter(unit_to=unit).select_related("unit_from")
    return list(rows.order_by("-on", "id"))


def descends(unit: Unit, from_unit: Unit) -> bool:
    """Whether `unit` came, over any number of successions, from `from_unit`."""
    seen: set[int] = set()
    front = {unit.pk}
    while front:
        if from_unit.pk in front:
            return True
        seen |= front
        rows = Succession.objects.filter(unit_to_id__in=front).values_list("unit_from_id", flat=True)
        front = set(rows) - seen
    return False


def search(
    committee: Committee | int,
    text: str = "",
    kind: str = "",
    system: str = "",
    standing: bool | None = True,
    *,
    day: dt.date,
) -> QuerySet[Unit]:
    """Units by part of their name, kind, system, and whether they stand on `day` (None: all)."""
    rows = Unit.objects.filter(committee_id=_id(committee))
    if text:
        rows = rows.filter(Q(name__icontains=text) | Q(short_name__icontains=text) | Q(code=text))
    if kind:
        rows = rows.filter(kind=kind)
    if system:
        rows = rows.filter(system=system)
    stands = Q(starts__lte=day) & (Q(ends=None) | Q(ends__gte=day))
    if standing is not None:
        rows = rows.filter(stands if standing else ~stands)
    return rows
