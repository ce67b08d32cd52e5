"""Adding and altering units."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Committee
from lvzhi.directory import queries, rules
from lvzhi.directory.ground import SYSTEM
from lvzhi.directory.models import CODE_LENGTH, CONTACT_LENGTH, NAME_LENGTH, Unit
from lvzhi.directory.vocabulary import LABELS, LIST_PAUSE, TODAY_END, How, UnitKind
from lvzhi.journal.lines import line
from lvzhi.norms import codes

_LIMITS = {"name": NAME_LENGTH, "short_name": NAME_LENGTH, "code": CODE_LENGTH, "contact": CONTACT_LENGTH}


def add(
    actor: Actor,
    committee: Committee,
    *,
    name: str,
    starts: dt.date,
    kind: str = UnitKind.HANDLING,
    system: str = "",
    short_name: str = "",
    code: str = "",
    ends: dt.date | None = None,
    contact: str = "",
) -> Unit:
    """Enter a unit in a committee's directory.

    Args:
        kind: handling, enterprise, community or other.
        system: code of the table `directory.system`, or empty.
        starts, ends: first and last day it stands.
        contact: how to reach it; kept out of the journal's open part.

    Raises:
        NotAllowed: not a keeper of this directory.
        Refusal: blank, too long, unknown kind or system, reversed dates, name or code taken.
    """
    unit = Unit(committee=committee)
    rules.EDIT.check(actor, unit)
    fill(unit, name=name, short_name=short_name, code=code, kind=kind, system=system, contact=contact)
    unit.starts, unit.ends = starts, ends
    with line(actor, "directory.add", subject=unit, committee=committee, name=unit.name):
        check(unit)
        unit.save()
    return unit


def alter(
    actor: Actor,
    unit: Unit,
    *,
    name: str,
    starts: dt.date,
    kind: str = UnitKind.HANDLING,
    system: str = "",
    short_name: str = "",
    code: str = "",
    ends: dt.date | None = None,
    contact: str = "",
) -> Unit:
    """Correct a unit, or end it by giving its last day. Raises as `add`, or when a succession fixes its dates."""
    rules.EDIT.check(actor, unit)
    former_end = unit.ends
    fill(unit, name=name, short_name=short_name, code=code, kind=kind, system=system, contact=contact)
    unit.starts, unit.ends = starts, ends
    _keep_successions(unit, former_end)
    with line(actor, "directory.alter", subject=unit, committee=unit.committee, name=unit.name):
        check(unit)
        unit.save()
    return unit


def fill(unit: Unit, *, name: str, short_name: str, code: str, kind: str, system: str, contact: str) -> None:
    """Put the words on a unit. Raises `Refusal` for blank, too long, unknown kind or system."""
    given = {"name": name, "short_name": short_name, "code": code, "contact": contact}
    for field, text in given.items():
        clean = " ".join(text.split())
        if field == "name" and not clean:
            raise Refusal("directory.blank", field=field, label=LABELS[field])
        if len(clean) > _LIMITS[field]:
            raise Refusal("directory.too_long", field=field, label=LABELS[field], limit=_LIMITS[field])
        setattr(unit, field, clean)
    if kind not in UnitKind.values:
        labels = LIST_PAUSE.join(str(each.label) for each in UnitKind)
        raise Refusal("directory.kind_unknown", field="kind", given=kind, choices=labels)
    unit.kind = kind
    if system and system != unit.system:
        known = codes.codes(SYSTEM, unit.committee)
        if system not in {one.code for one in known}:
            names = LIST_PAUSE.join(one.name for one in known)
            raise Refusal("directory.system_unknown", field="system", given=system, choices=names)
    unit.system = system


def check(unit: Unit) -> None:
    """Hold a unit against its dates and the others of its directory. Raises `Refusal`."""
    if unit.ends is not None and unit.ends < unit.starts:
        raise Refusal("directory.dates", field="ends", starts=unit.starts, ends=unit.ends)
    others = Unit.objects.filter(committee=unit.committee).exclude(pk=unit.pk)
    twin = others.filter(code=unit.code).first() if unit.code else None
    if twin is not None:
        raise Refusal("directory.code_taken", field="code", given=unit.code, name=twin.name)
    together = Q(ends=None) | Q(ends__gte=unit.starts)
    if unit.ends is not None:
        together &= Q(starts__lte=unit.ends)
    other = others.filter(together, name=unit.name).first()
    if other is not None:
        raise Refusal(
            "directory.name_taken",
            field="name",
            name=unit.name,
            starts=other.starts,
            ends=other.ends or TODAY_END,
        )


def _keep_successions(unit: Unit, former_end: dt.date | None) -> None:
    passed = queries.heirs(unit)
    if passed and unit.ends != former_end:
        raise Refusal("directory.has_heirs", field="ends", name=unit.name, how=How(passed[0].how).label)
    for row in queries.origins(unit):
        if not unit.stands_on(row.on):
            raise Refusal("directory.end_cuts", field="starts", name=unit.name, on=row.on, unit_from=row.unit_from.name)
