"""The plan's frame: number and first day of the new term, and what becomes of the organs (R0.1, R0.4)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import transaction

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.committee.models import Committee, Organ, Term
from lvzhi.committee.queries import organs_on
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.journal.lines import line
from lvzhi.people.roster import organ_key
from lvzhi.turnover import rules
from lvzhi.turnover.models import NAME_MOST, Change, OrganPlan
from lvzhi.turnover.queries.plans import ROSTER_KINDS, old_term
from lvzhi.turnover.vocabulary import SPLITTERS, TARGETED, ChangeState, Fate
from lvzhi.workflow import engine

ONE = (Fate.RENAMED, Fate.MERGED, Fate.NEW)


def begin_change(
    actor: Actor, committee: Committee, *, number: int, starts: dt.date, decided_by: str = "", once: str | None = None
) -> Change:
    """Begin the preparation of a change of term; the organs that stand are planned to be kept.

    Args:
        number: of the new term, the next after the old one.
        starts: its first day; the old term ends the day before.
        decided_by: paper or meeting it rests on.

    Raises:
        NotAllowed: not the office.
        Refusal: another one is open, no term, wrong number, the new term would begin before or within the old one.
    """
    if not rules.may_begin(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.office.label)
    known = engine.begun(Change, actor, once)
    if known is not None:
        return known
    open_one = Change.objects.live().filter(committee=committee).exclude(state__in=ENDED).first()
    if open_one is not None:
        raise Refusal("turnover.open_already", number=open_one.number, state=open_one.get_state_display())
    old = old_term(committee)
    if old is None:
        raise Refusal("turnover.no_term", committee=committee.display)
    change = Change(
        committee=committee, old=old, number=number, starts=starts, decided_by=decided_by.strip(), created_at=actor.at,
        preparer=actor.account_id, preparer_name=actor.name,
    )  # fmt: skip
    check_term(change)
    return engine.begin(change, actor, once=once, does=_plan_present_organs, number=number)


ENDED = (ChangeState.SEALED.value, ChangeState.DROPPED.value)


def _plan_present_organs(change: Change) -> None:
    standing = organs_on(change.committee_id, change.last_day).filter(kind__in=ROSTER_KINDS)
    OrganPlan.objects.bulk_create(
        OrganPlan(
            committee_id=change.committee_id, change=change, organ=organ, kind=organ.kind, name=organ.name,
            created_at=change.created_at,
        )
        for organ in standing
    )  # fmt: skip


def check_term(change: Change) -> None:
    """Refuse a number that does not follow, and a first day on which the old term still runs or had not begun."""
    old: Term = change.old
    if change.number != old.number + 1:
        raise Refusal("turnover.number", field="number", old=old.number, next=old.number + 1, number=change.number)
    if change.starts <= old.starts:
        raise Refusal("turnover.too_early", field="starts", old=old.number, old_starts=old.starts, starts=change.starts)
    if old.ends is not None and old.ends >= change.starts:
        raise Refusal("turnover.overlap", field="starts", old=old.number, ends=old.ends, starts=change.starts)


@contextmanager
def planned(actor: Actor, change: Change, event: str, **facts: Any) -> Iterator[Change]:
    """The change locked while its plan is altered, in one line of the journal.

    Raises:
        NotAllowed: not the office. Refusal: it is no longer prepared.
    """
    with transaction.atomic():
        locked = Change.objects.select_for_update(of=("self",)).select_related("committee", "old").get(pk=change.pk)
        rules.office.check(actor, locked)
        if locked.state != ChangeState.PREPARING:
            raise Refusal("turnover.not_preparing", state=locked.get_state_display())
        with line(actor, event, subject=locked, committee=locked.committee_id, **facts) as entry:
            locked.__dict__["entry"] = entry
            yield locked


def alter_term(
    actor: Actor, change: Change, *, number: int, starts: dt.date, decided_by: str, version: int | None = None
) -> Change:
    """Change number, first day or ground. Raises as `begin_change`; `Conflict` where somebody was first."""
    with planned(actor, change, "turnover.term") as locked:
        locked.expect(version)
        locked.number, locked.starts, locked.decided_by = number, starts, decided_by.strip()
        check_term(locked)
        locked.version += 1
        locked.save()
    return locked


def plan_organs(actor: Actor, change: Change, wanted: Mapping[UUID, tuple[str, str]]) -> Change:
    """Say what becomes of the organs.

    Args:
        wanted: (fate, names of the new term parted by 、) by uid of the plan's row; rows left out stay as they are.

    Raises:
        NotAllowed, Refusal: as `planned`; a name missing, too many or too few, two organs of one name.
    """
    with planned(actor, change, "turnover.organs") as locked:
        rows = list(OrganPlan.objects.filter(change=locked))
        for row in rows:
            if row.uid not in wanted:
                continue
            fate, text = wanted[row.uid]
            row.fate = Fate.NEW if row.organ_id is None else fate
            row.targets = _names(text) if row.fate in TARGETED and row.fate != Fate.NEW else []
            _check_targets(row)
            row.version += 1
            row.save()
        _check_names(rows)
        locked.organs_done = True
        locked.version += 1
        locked.save()
    return locked


def _names(text: str) -> list[str]:
    return [name[:NAME_MOST] for name in re.split(SPLITTERS, text.strip()) if name]


def _check_targets(row: OrganPlan) -> None:
    if row.fate not in TARGETED or row.fate == Fate.NEW:
        return
    fate = str(Fate(row.fate).label)
    if not row.targets:
        raise Refusal("turnover.organ_names", field=str(row.uid), name=row.name, fate=fate)
    if row.fate in ONE and len(row.targets) > 1:
        count = len(row.targets)
        raise Refusal("turnover.organ_one", field=str(row.uid), name=row.name, fate=fate, count=count)
    if row.fate == Fate.SPLIT and len(set(row.targets)) == 1:
        raise Refusal("turnover.organ_split", field=str(row.uid), name=row.name)
    if row.fate == Fate.RENAMED and row.targets[0] == row.name:
        raise Refusal("turnover.organ_same", field=str(row.uid), name=row.name)


def _check_names(rows: Iterable[OrganPlan]) -> None:
    """No two organs of one kind bear one name, unless they are merged into it."""
    makers: dict[tuple[str, str], list[OrganPlan]] = {}
    for row in rows:
        for name in row.after:
            makers.setdefault((row.kind, organ_key(name, row.kind)), []).append(row)
    for (kind, _), found in makers.items():
        merged = [row for row in found if row.fate == Fate.MERGED]
        if len(found) - len(merged) > 1:
            label = str(OrganKind(kind).label)
            raise Refusal("turnover.organ_taken", field=str(found[-1].uid), name=found[-1].after[0], kind=label)
        if len(found) == 1 and merged:
            row = merged[0]
            raise Refusal("turnover.organ_into", field=str(row.uid), name=row.name, target=row.targets[0])


def add_organ(actor: Actor, change: Change, *, kind: str, name: str) -> OrganPlan:
    """Plan a new organ. Raises as `plan_organs`."""
    clean = " ".join(name.split())[:NAME_MOST]
    with planned(actor, change, "turnover.organ_new", name=clean) as locked:
        row = OrganPlan(
            committee=locked.committee, change=locked, kind=kind, name=clean, fate=Fate.NEW, created_at=actor.at
        )
        _check_names([*OrganPlan.objects.filter(change=locked), row])
        row.save()
    return row


def drop_organ(actor: Actor, row: OrganPlan) -> None:
    """Take a planned new organ out again. Raises as `plan_organs`."""
    if row.organ_id is not None:
        raise Refusal("turnover.organ_only_new")
    with planned(actor, row.change, "turnover.organ_drop", name=row.name):
        row.delete()


def coming_organs(change: Change) -> list[Organ]:
    """The organs of the new term as they will stand, saved or not, each name once."""
    found: dict[tuple[str, str], Organ] = {}
    for row in OrganPlan.objects.filter(change=change).select_related("organ"):
        for name in row.after:
            own = row.organ if row.fate == Fate.KEPT else None
            key = (row.kind, organ_key(name, row.kind))
            made = own or Organ(committee=change.committee, kind=row.kind, name=name, starts=change.starts)
            if own is not None or key not in found:
                found[key] = made
    return list(found.values())
