"""Places, partners and sittings of an activity, brought to what was given inside the caller's line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lvzhi.access import Actor, Refusal
from lvzhi.activities.actions.timing import moments
from lvzhi.activities.models import Activity, ActivityPlace, Attendance, Partner, Sitting
from lvzhi.activities.vocabulary import HALF_DAYS, ONE_SITTING, Half, PlaceRole


@dataclass(frozen=True)
class PlaceGiven:
    """A place as it is given: its name or a unit of the directory."""

    name: str = ""
    role: str = PlaceRole.VENUE
    unit: Any = None
    asked: str = ""


@dataclass(frozen=True)
class PartnerGiven:
    """A body that holds the activity with us: an organ, a unit, or a name."""

    name: str = ""
    organ: Any = None
    unit: Any = None


@dataclass(frozen=True)
class SittingGiven:
    """A sitting as it is given; without times the norms' hours of the half day hold."""

    on: dt.date
    half: str = Half.MORNING
    name: str = ""
    starts: dt.time | None = None
    ends: dt.time | None = None
    place: str = ""
    group: str = ""


def set_places(activity: Activity, actor: Actor, given: Sequence[PlaceGiven]) -> None:
    """Bring the places to what was given, in this order; those that stay keep their record."""
    standing = list(ActivityPlace.objects.live().filter(activity=activity).order_by("number", "id"))
    wanted = [one for one in given if one.name.strip() or one.unit is not None]
    for number, one in enumerate(wanted, start=1):
        row = standing.pop(0) if standing else _new(ActivityPlace, activity, actor)
        row.number, row.role, row.unit, row.asked = number, one.role, one.unit, one.asked.strip()
        row.name = one.name.strip() or one.unit.name
        row.save()
    for row in standing:
        row.delete()


def set_partners(activity: Activity, actor: Actor, given: Sequence[PartnerGiven]) -> None:
    """Bring the partners to what was given."""
    standing = list(Partner.objects.live().filter(activity=activity).order_by("id"))
    for one in given:
        named = one.name.strip() or next((body.name for body in (one.organ, one.unit) if body is not None), "")
        if not named:
            continue
        row = standing.pop(0) if standing else _new(Partner, activity, actor)
        row.name, row.organ, row.unit = named, one.organ, one.unit
        row.save()
    for row in standing:
        row.delete()


def set_sittings(activity: Activity, actor: Actor, given: Sequence[SittingGiven]) -> None:
    """Bring the sittings to what was given, in order of time; those noted already stay where they are.

    Raises:
        Refusal: none left, one outside the activity's days, one that ends before it begins, or a noted one moved.
    """
    if not given:
        raise Refusal("activities.no_sitting", field="sittings")
    standing = list(Sitting.objects.live().filter(activity=activity).order_by("starts", "number", "id"))
    noted = set(Attendance.objects.live().filter(sitting__activity=activity).values_list("sitting_id", flat=True))
    for number, one in enumerate(given, start=1):
        row = standing.pop(0) if standing else _new(Sitting, activity, actor)
        _place_in_time(activity, row, one, number, fixed=row.pk in noted)
        row.save()
    for row in standing:
        if row.pk in noted:
            raise Refusal("activities.sitting_noted", field="sittings", name=row.name)
        row.delete()
    activity.days = len({one.on for one in given})


def _place_in_time(activity: Activity, row: Sitting, one: SittingGiven, number: int, *, fixed: bool) -> None:
    name = one.name.strip() or (ONE_SITTING if number == 1 else str(number))
    if fixed and row.on != one.on:
        raise Refusal("activities.sitting_noted", field="sittings", name=row.name)
    if not activity.held_on <= one.on <= activity.ends_on:
        raise Refusal("activities.sitting_outside", field="sittings", name=name, on=one.on)
    row.number, row.name, row.on, row.half = number, name, one.on, one.half
    row.half_days = HALF_DAYS[one.half]
    row.starts, row.ends = moments(activity.committee_id, one.on, one.half, one.starts, one.ends)
    row.timed = one.starts is not None
    if row.ends <= row.starts:
        raise Refusal("activities.sitting_time", field="sittings", name=name)
    row.place, row.group = one.place.strip(), one.group.strip()


def usual_sittings(activity: Activity, half: str) -> list[SittingGiven]:
    """The sittings of an activity for which none were given: one, or one a day over several days."""
    if activity.held_on == activity.ends_on:
        return [SittingGiven(activity.held_on, half)]
    count = (activity.ends_on - activity.held_on).days + 1
    return [
        SittingGiven(activity.held_on + dt.timedelta(days=step), Half.DAY, name=str(step + 1)) for step in range(count)
    ]


def _new(model: Any, activity: Activity, actor: Actor) -> Any:
    return model(activity=activity, committee_id=activity.committee_id, created_at=actor.at)
