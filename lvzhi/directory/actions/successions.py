"""A unit passes into another: merged, split, renamed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.directory import queries, rules
from lvzhi.directory.actions import units
from lvzhi.directory.models import Succession, Unit
from lvzhi.directory.successions import Passing, announce
from lvzhi.directory.vocabulary import LIST_PAUSE, TODAY_END, How
from lvzhi.journal.lines import line

_DAY = dt.timedelta(days=1)
_TWO = 2  # a split has at least so many heirs


def succeed(
    actor: Actor,
    sources: Sequence[Unit],
    heirs: Sequence[Unit | str],
    *,
    on: dt.date,
    how: str,
    ground: str = "",
) -> list[Succession]:
    """Let units pass into others from a day on; the sources end the day before, and open items follow.

    Args:
        sources: the units that end; several only when merged.
        heirs: what they become, the main heir first; a text is the name of a unit, made when none of it stands.
        on: first day of the heirs; not in the future, since open items move at once.
        how: merged, split or renamed.
        ground: document number or decision.

    Raises:
        NotAllowed: not a keeper of this directory.
        Refusal: wrong number of units for the way, another directory's unit, a circle, a source that ended before or
            has already passed, an heir that does not stand on the day, or a handler's own refusal. Nothing is written.
    """
    committee = _committee_of(actor, sources)
    _check_numbers(sources, heirs, how)
    if on > clock.today():
        raise Refusal("directory.in_future", field="on", on=on)
    names = LIST_PAUSE.join(unit.name for unit in sources)
    with line(
        actor, "directory.succeed", subject=sources[0], committee=committee, how=How(how).label, sources=names, on=on
    ) as entry:
        _end(sources, committee, on)
        found = [_heir(actor, heir, sources[0], on, how) for heir in heirs]
        _check_heirs(found, sources, committee, on)
        rows = _rows(sources, found, on, how, ground)
        for row in rows:
            row.save()
        entry.facts["heirs"] = LIST_PAUSE.join(heir.name for heir in found)
        entry.facts["moved"] = sum(announce(Passing(actor, unit, tuple(found), on, how)) for unit in sources)
    return rows


def _committee_of(actor: Actor, sources: Sequence[Unit]) -> Committee:
    if not sources:
        raise Refusal("directory.no_source", field="sources")
    for unit in sources:
        rules.EDIT.check(actor, unit)
    return sources[0].committee


def _rows(sources: Sequence[Unit], heirs: Sequence[Unit], on: dt.date, how: str, ground: str) -> list[Succession]:
    words = " ".join(ground.split())
    return [
        Succession(unit_from=unit, unit_to=heir, on=on, how=how, main=place == 0, ground=words)
        for unit in sources
        for place, heir in enumerate(heirs)
    ]


def _check_numbers(sources: Sequence[Unit], heirs: Sequence[Unit | str], how: str) -> None:
    if not heirs:
        raise Refusal("directory.no_heir", field="heirs")
    if how == How.MERGED and len(heirs) != 1:
        raise Refusal("directory.merge_one", field="heirs", count=len(heirs))
    if how == How.SPLIT and len(sources) != 1:
        raise Refusal("directory.split_one", field="sources", count=len(sources))
    if how == How.SPLIT and len(heirs) < _TWO:
        raise Refusal("directory.split_few", field="heirs")
    if how == How.RENAMED and (len(sources) != 1 or len(heirs) != 1):
        raise Refusal("directory.rename_one", field="heirs")


def _end(sources: Sequence[Unit], committee: Committee, on: dt.date) -> None:
    for unit in sources:
        _check_source(unit, committee, on)
        unit.ends = on - _DAY
        unit.save()


def _check_source(unit: Unit, committee: Committee, on: dt.date) -> None:
    if unit.committee_id != committee.pk:
        raise Refusal("directory.other_committee", field="sources", name=unit.name)
    passed = queries.heirs(unit)
    if passed:
        raise Refusal("directory.succeeded_before", field="sources", name=unit.name, on=passed[0].on)
    if unit.starts >= on:
        raise Refusal("directory.too_early", field="on", name=unit.name, starts=unit.starts, on=on)
    if unit.ends is not None and unit.ends < on - _DAY:
        raise Refusal("directory.ended_before", field="on", name=unit.name, ends=unit.ends, on=on)
    if unit.ends is not None and unit.ends > on - _DAY:
        raise Refusal("directory.ends_after", field="on", name=unit.name, ends=unit.ends, on=on)


def _heir(actor: Actor, heir: Unit | str, model: Unit, on: dt.date, how: str) -> Unit:
    """The heir itself, or the unit of that name: one that stands, or a new one of the source's kind and system."""
    if isinstance(heir, Unit):
        return heir
    name = " ".join(heir.split())
    standing = queries.units_on(model.committee, on).filter(name=name).select_related("committee").first()
    if standing is not None and how != How.RENAMED:
        return standing
    return units.add(actor, model.committee, name=name, starts=on, kind=model.kind, system=model.system)


def _check_heirs(found: Sequence[Unit], sources: Sequence[Unit], committee: Committee, on: dt.date) -> None:
    for place, heir in enumerate(found):
        _check_heir(heir, sources, committee, on)
        if heir in found[:place]:
            raise Refusal("directory.heir_twice", field="heirs", name=heir.name)


def _check_heir(heir: Unit, sources: Sequence[Unit], committee: Committee, on: dt.date) -> None:
    if heir.committee_id != committee.pk:
        raise Refusal("directory.other_committee", field="heirs", name=heir.name)
    for unit in sources:
        if heir.pk == unit.pk:
            raise Refusal("directory.same_unit", field="heirs", name=heir.name)
        if queries.descends(unit, heir):
            raise Refusal("directory.circle", field="heirs", heir=unit.name, name=heir.name)
    if not heir.stands_on(on):
        raise Refusal(
            "directory.heir_absent",
            field="heirs",
            name=heir.name,
            on=on,
            starts=heir.starts,
            ends=heir.ends or TODAY_END,
        )
