"""Which sites there are, and which one an address is on."""

from __future__ import annotations

import datetime as dt

from lvzhi.access import Missing
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.norms.models import Value
from lvzhi.portal import norms
from lvzhi.portal.kinds import Place
from lvzhi.portal.vocabulary import PARTS, Part


def opened(day: dt.date) -> list[Committee]:
    """The committees that have opened a site. Two queries."""
    rows = Value.objects.filter(key=norms.OPEN, starts__lte=day).order_by("starts")
    own = [pk for pk, said in dict(rows.values_list("committee_id", "value")).items() if said is True]
    return list(Committee.objects.filter(pk__in=own).order_by("path"))


def place_of(code: str) -> Place:
    """The site of a committee. Raises `Missing`: none such, or it has not opened one; the two are told alike."""
    found = Committee.objects.filter(code=code).first()
    day = clock.today()
    if found is None or not norms.is_open(found, day):
        raise Missing("portal.unknown_committee")
    return Place(found, day, norms.tells_names(found, day), tuple(norms.parts(found, day)))


def committee_of(code: str) -> tuple[Committee, Place | None]:
    """The committee with its site, if that is open: whoever leaves may do so in any case. Raises `Missing`."""
    found = Committee.objects.filter(code=code).first()
    if found is None:
        raise Missing("portal.unknown_committee")
    return found, place_of(code) if norms.is_open(found, clock.today()) else None


def part_of(code: str, name: str) -> tuple[Place, Part]:
    """The site and a part that stands on it. Raises `Missing`."""
    place = place_of(code)
    part = next((one for one in place.parts if one.value == name), None)
    if part is None:
        raise Missing("portal.no_part", committee=place.committee.name, part=PARTS.get(name, name))
    return place, part
