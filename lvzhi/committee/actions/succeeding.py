"""An organ passes into others: merged, split. Its open items follow as the office decides; what is done stays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from lvzhi.access import Actor, Refusal
from lvzhi.committee import queries, rules
from lvzhi.committee.actions import checks, organs
from lvzhi.committee.models import GROUND_LENGTH, Organ, OrganSuccession
from lvzhi.committee.successions import Passing, announce
from lvzhi.committee.vocabulary import LIST_PAUSE, OPEN_END, OrganHow, OrganKind
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line

_DAY = dt.timedelta(days=1)
_TWO = 2  # a split has at least so many heirs


def succeed_organs(
    actor: Actor,
    sources: Sequence[Organ],
    heirs: Sequence[Organ | str],
    *,
    on: dt.date,
    how: str,
    ground: str = "",
    decided: Mapping[tuple[str, str], int] | None = None,
) -> tuple[list[OrganSuccession], int]:
    """Let organs pass into others from a day on; the sources end the day before, open items follow.

    Args:
        sources: the organs that end. heirs: what they become, the main heir first; a text names a new organ.
        on: first day of the heirs.
        decided: by topic and item the place of the heir that takes it; of the rest the main heir.

    Returns: the successions, and how many items moved.

    Raises:
        NotAllowed: not an editor of this committee.
        Refusal: as `check_shape`; a circle, an heir that does not stand on the day, a room's own. Nothing is written.
    """
    for organ in sources:
        rules.EDIT.check(actor, organ)
    check_shape(sources, heirs, on=on, how=how)
    committee = sources[0].committee
    words = checks.words("ground", ground, limit=GROUND_LENGTH, required=False)
    with line(
        actor, "committee.succeed", subject=sources[0], committee=committee, how=str(OrganHow(how).label), on=on,
        sources=LIST_PAUSE.join(organ.name for organ in sources),
    ) as entry:  # fmt: skip
        checks.lock(committee)
        found = tuple(_heir(actor, heir, sources[0], on) for heir in heirs)
        _check_heirs(found, sources, on)
        rows = _write(sources, found, on, how, words)
        moved = sum(announce(Passing(actor, organ, found, on, how, decided or {})) for organ in sources)
        _end(sources, on)
        entry.facts |= {"heirs": LIST_PAUSE.join(heir.name for heir in found), "moved": moved}
    return rows, moved


def _end(sources: Sequence[Organ], on: dt.date) -> None:
    """Only when all has moved: until then what sits there may still be read as standing."""
    for organ in sources:
        organ.ends = on - _DAY
        organ.save()


def _write(
    sources: Sequence[Organ], heirs: Sequence[Organ], on: dt.date, how: str, ground: str
) -> list[OrganSuccession]:
    rows = [
        OrganSuccession(organ_from=organ, organ_to=heir, on=on, how=how, main=place == 0, ground=ground)
        for organ in sources
        for place, heir in enumerate(heirs)
    ]
    for row in rows:
        row.save()
    return rows


def check_shape(sources: Sequence[Organ], heirs: Sequence[Organ | str], *, on: dt.date, how: str) -> None:
    """Refuse what can be refused before anything is decided.

    Raises:
        Refusal: wrong number of organs for the way, a day to come, another committee's or kind's organ, a source that
            ended before or has passed already.
    """
    if not sources:
        raise Refusal("committee.no_source", field="sources")
    if not heirs:
        raise Refusal("committee.no_heir", field="heirs")
    if how == OrganHow.MERGED and len(heirs) != 1:
        raise Refusal("committee.merge_one", field="heirs", count=len(heirs))
    if how == OrganHow.SPLIT and len(sources) != 1:
        raise Refusal("committee.split_one", field="sources", count=len(sources))
    if how == OrganHow.SPLIT and len(heirs) < _TWO:
        raise Refusal("committee.split_few", field="heirs")
    if on > clock.today():
        raise Refusal("committee.in_future", field="on", on=on)
    first = sources[0]
    for organ in sources:
        _check_source(organ, first, on)


def _check_source(organ: Organ, first: Organ, on: dt.date) -> None:
    if organ.committee_id != first.committee_id:
        raise Refusal("committee.other_committee", field="sources", name=organ.name)
    _check_kind(organ, first, "sources")
    passed = queries.heirs(organ)
    if passed:
        raise Refusal("committee.succeeded_before", field="sources", name=organ.name, on=passed[0].on)
    if organ.starts >= on:
        raise Refusal("committee.too_early", field="on", name=organ.name, starts=organ.starts, on=on)
    if organ.ends is not None and organ.ends != on - _DAY:
        raise Refusal("committee.ended_before", field="on", name=organ.name, ends=organ.ends, on=on)


def _check_kind(organ: Organ, first: Organ, field: str) -> None:
    if organ.kind != first.kind:
        label = str(OrganKind(organ.kind).label)
        raise Refusal("committee.other_kind", field=field, name=organ.name, kind=label)


def _heir(actor: Actor, heir: Organ | str, model: Organ, on: dt.date) -> Organ:
    """The heir itself, or a new organ of that name, of the source's kind and place."""
    if isinstance(heir, Organ):
        return heir
    return organs.add_organ(actor, model.committee, kind=model.kind, name=heir, starts=on, parent=model.parent)


def _check_heirs(found: Sequence[Organ], sources: Sequence[Organ], on: dt.date) -> None:
    for place, heir in enumerate(found):
        if heir.committee_id != sources[0].committee_id:
            raise Refusal("committee.other_committee", field="heirs", name=heir.name)
        _check_kind(heir, sources[0], "heirs")
        for organ in sources:
            if heir.pk == organ.pk:
                raise Refusal("committee.same_organ", field="heirs", name=heir.name)
            if queries.descends(organ, heir):
                raise Refusal("committee.circle", field="heirs", heir=organ.name, name=heir.name)
        if not heir.stands_on(on):
            raise Refusal(
                "committee.heir_absent", field="heirs", name=heir.name, on=on, starts=heir.starts,
                ends=heir.ends or OPEN_END,
            )  # fmt: skip
        if heir in found[:place]:
            raise Refusal("committee.heir_twice", field="heirs", name=heir.name)
