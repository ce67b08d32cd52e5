"""Places, partners and sittings of an activity, brought to what was given inside the caller's line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lvzhi.access import Actor, Refusal
from lvzhi.activities.actions.timing import moments
from lvzhi.activities.models import (
    NAME_MOST,
    TITLE_MOST,
    Activity,
    ActivityPlace,
    AgendaItem,
    Attendance,
    Partner,
    Sitting,
)
from lvzhi.activities.vocabulary import HALF_DAYS, ONE_SITTING, Half, PlaceRole


@dataclass(frozen=True)
class PlaceGiven:
    """A place as it is given: its name or a unit of the directory; `key` of the record it goes on as."""

    name: str = ""
    role: str = PlaceRole.VENUE
    unit: Any = None
    asked: str = ""
    key: int | None = None


@dataclass(frozen=True)
class PartnerGiven:
    """A body that holds the activity with us: an organ, a unit, or a name."""

    name: str = ""
    organ: Any = None
    unit: Any = None


@dataclass(frozen=True)
class SittingGiven:
    """A sitting as it is given; without times the norms' hours of the half day hold. `key`: its record."""

    on: dt.date
    half: str = Half.MORNING
    name: str = ""
    starts: dt.time | None = None
    ends: dt.time | None = None
    place: str = ""
    group: str = ""
    key: int | None = None
    agenda: Sequence[tuple[str, str]] | None = None


def set_places(activity: Activity, actor: Actor, given: Sequence[PlaceGiven]) -> None:
    """Bring the places to what was given, in this order; those named by their key keep their record."""
    standing = {row.pk: row for row in ActivityPlace.objects.live().filter(activity=activity)}
    wanted = [one for one in given if one.name.strip() or one.unit is not None]
    for number, one in enumerate(wanted, start=1):
        row = standing.pop(one.key, None) if one.key is not None else None
        row = row or _new(ActivityPlace, activity, actor)
        row.number, row.role, row.unit, row.asked = number, one.role, one.unit, one.asked.strip()
        row.name = one.name.strip() or one.unit.name
        row.save()
    for row in standing.values():
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
    """Bring the sittings to what was given; those named by their key keep their record and their attendance.

    Raises:
        Refusal: none left, one outside the activity's days, one that ends before it begins, one noted moved or gone.
    """
    if not given:
        raise Refusal("activities.no_sitting", field="sittings")
    standing = {row.pk: row for row in Sitting.objects.live().filter(activity=activity)}
    noted = set(Attendance.objects.live().filter(sitting__activity=activity).values_list("sitting_id", flat=True))
    for number, one in enumerate(sorted(given, key=_moment), start=1):
        row = standing.pop(one.key, None) if one.key is not None else None
        row = row or _new(Sitting, activity, actor)
        _place_in_time(activity, row, one, number, fixed=row.pk in noted)
        row.save()
        if one.agenda is not None:
            _set_agenda(row, actor, one.agenda)
    for row in standing.values():
        if row.pk in noted:
            raise Refusal("activities.sitting_noted", field="sittings", name=row.name)
        AgendaItem.objects.filter(sitting=row).delete()
        row.delete()
    activity.days = len({one.on for one in given})


def check_within(activity: Activity) -> None:
    """Refuse days of an activity outside which a sitting of it lies."""
    days = (activity.held_on, activity.ends_on)
    outside = Sitting.objects.live().filter(activity=activity).exclude(on__range=days).order_by("starts").first()
    if outside is not None:
        raise Refusal("activities.sitting_outside", field="held_on", name=outside.name, on=outside.on)


def _moment(one: SittingGiven) -> tuple[dt.date, int, dt.time]:
    return one.on, list(Half.values).index(one.half), one.starts or dt.time.min


def _set_agenda(sitting: Sitting, actor: Actor, items: Sequence[tuple[str, str]]) -> None:
    """Bring the agenda of a sitting to these (title, speaker), in order."""
    standing = list(AgendaItem.objects.live().filter(sitting=sitting).order_by("number"))
    for number, (title, speaker) in enumerate(items, start=1):
        row = standing.pop(0) if standing else None
        row = row or AgendaItem(sitting=sitting, committee_id=sitting.committee_id, created_at=actor.at)
        row.number, row.title, row.speaker = number, title[:TITLE_MOST], speaker[:NAME_MOST]
        row.save()
    for row in standing:
        row.delete()


def _place_in_time(activity: Activity, row: Sitting, one: SittingGiven, number: int, *, fixed: bool) -> None:
    name = one.name.strip() or (ONE_SITTING if number == 1 else str(number))
    if fixed and (row.on != one.on or row.group != one.group.strip()):
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
