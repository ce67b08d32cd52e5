"""Proposing a change: by the office, or a resignation by the member (R6.1, R6.4a)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.deadlines import clock
from lvzhi.people.models import Member, Person
from lvzhi.people.queries import member_of_account
from lvzhi.people.vocabulary import Gender
from lvzhi.tenure import queries, rules
from lvzhi.tenure.models import Change
from lvzhi.tenure.norms import way_of
from lvzhi.tenure.vocabulary.states import MOVING, ChangeKind
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

ORGANS = {ChangeKind.SECTOR.value: OrganKind.SECTOR, ChangeKind.SPECIAL.value: OrganKind.SPECIAL_COMMITTEE}
WRITTEN = ("gender", "phone", "party", "employer", "job", "number", "proposed_by")


def propose(
    actor: Actor, committee: Committee, kind: str, data: Mapping[str, Any], *, once: str | None = None
) -> Change:  # fmt: skip
    """Propose a change of a member; it goes the way that the committee's table has for its kind on that day.

    Args:
        data: ``member`` for all but by-elections; ``person`` (somebody who was a member) or ``name`` and facts of a
            newcomer for these; ``organ``, ``special``, ``old_organ``, ``employer``, ``job``, ``number``,
            ``proposed_by``, ``proposed_on`` (today where not given), ``ground``.
        once: key of the request; the same again gives the same change.

    Raises:
        NotAllowed: not the office.
        Refusal: nobody named, a member already, the same change on its way, no organ, no ground.
    """
    known = engine.begun(Change, actor, once)
    if known is not None:
        return known
    if not rules.keeps(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.handles.label)
    change = _begin(actor, committee, kind, data)
    if rules.is_own(actor, change):
        raise NotAllowed("access.not_allowed", who=rules.handles.label)
    with transaction.atomic():
        made = _save(change, actor, once)
        return engine.take(made, "receive", actor)


def resign(
    actor: Actor, committee: Committee, ground: str, *, once: str | None = None
) -> Change:  # fmt: skip
    """Hand in one's own resignation; the office receives it, a meeting decides (R6.1).

    Raises:
        Refusal: no member here today, one on its way, no ground.
    """
    known = engine.begun(Change, actor, once)
    if known is not None:
        return known
    member = member_of_account(actor.account_id, committee.pk, clock.as_day(actor.at))
    if member is None:
        raise Refusal("tenure.not_in_office")
    change = _begin(actor, committee, ChangeKind.RESIGNATION, {"member": member, "ground": ground})
    change.own = True
    return _save(change, actor, once)


def _save(change: Change, actor: Actor, once: str | None) -> Change:
    kind = str(change.get_kind_display())
    try:
        with transaction.atomic():
            return engine.begin(change, actor, once=once, name=change.name, kind=kind)
    except IntegrityError:
        raise Refusal("tenure.waits", field="member", name=change.name, kind=kind) from None


def _begin(actor: Actor, committee: Committee, kind: str, data: Mapping[str, Any]) -> Change:
    today = clock.as_day(actor.at)
    day = data.get("proposed_on") or today
    if day > today:
        raise Refusal("tenure.ahead", field="proposed_on", day=day)
    change = Change(committee=committee, kind=ChangeKind(kind), proposed_on=day, created_at=actor.at)
    for name in WRITTEN:
        setattr(change, name, str(data.get(name) or "").strip())
    change.ground = str(data.get("ground") or "").strip()
    change.organ, change.special = data.get("organ"), data.get("special")
    change.old_organ = data.get("old_organ")
    change.hears, change.decides = way_of(kind, committee, day)
    if change.kind == ChangeKind.BY_ELECTION:
        _whom(change, data, today)
    else:
        _member(change, data.get("member"), today)
    if not change.ground:
        raise Refusal("tenure.ground", field="ground")
    return change


def _whom(change: Change, data: Mapping[str, Any], today: dt.date) -> None:
    """Who is to be elected: somebody who was a member, or somebody new."""
    person: Person | None = data.get("person")
    name = " ".join(str(data.get("name") or "").split())
    if person is None and not name:
        raise Refusal("tenure.newcomer", field="name")
    if person is not None and name and name != person.name:
        raise Refusal("tenure.newcomer_both", field="name", name=person.name)
    if change.gender and change.gender not in Gender.values:
        raise Refusal("people.choice_unknown", field="gender", given=change.gender)
    change.person, change.name = person, person.name if person is not None else name
    check_newcomer(change, today)
    if change.organ is None:
        raise Refusal("tenure.organ_needed", field="organ", kind=str(OrganKind.SECTOR.label))
    waiting = Change.objects.live().filter(committee=change.committee, kind=change.kind, state__in=queries.OPEN)
    same = waiting.filter(person=person) if person is not None else waiting.filter(name=name, person=None)
    twin = same.first()
    if twin is not None and (person is not None or not change.phone or str(twin.phone) == str(change.phone)):
        raise Refusal("tenure.waits", field="name", name=change.name, kind=str(change.get_kind_display()))


def check_newcomer(change: Change, day: dt.date) -> None:
    """Refuse one who is a member already: the person chosen, or one of the same name and phone (A15)."""
    found = queries.standing_member(change, day)
    if found is not None:
        raise Refusal("tenure.is_member", field="name", name=change.name, starts=found.starts)


def _member(change: Change, member: Member | None, today: dt.date) -> None:
    if member is None or member.committee_id != change.committee_id or member.voided_at is not None:
        raise Refusal("tenure.nobody", field="member")
    if member.ends is not None and member.ends < today:
        raise Refusal("tenure.not_member", field="member", name=member.person.name)
    change.member, change.person, change.name = member, member.person, member.person.name
    if queries.running(member, change.kind) is not None:
        raise Refusal("tenure.waits", field="member", name=change.name, kind=str(change.get_kind_display()))
    if change.kind in MOVING:
        _organ(change, member, today)
    if change.kind == ChangeKind.WORK:
        _work(change, member.person)


def _organ(change: Change, member: Member, today: dt.date) -> None:
    kind = ORGANS[change.kind]
    organ = change.organ
    if organ is None:
        raise Refusal("tenure.organ_needed", field="organ", kind=str(kind.label))
    if organ.kind != kind or organ.committee_id != change.committee_id:
        raise Refusal("tenure.organ_kind", field="organ", organ=organ.name, kind=str(kind.label))
    seats = queries.seats_of_kind(member, kind, today)
    if any(seat.organ_id == organ.pk for seat in seats):
        raise Refusal("tenure.organ_same", field="organ", name=change.name, organ=organ.name)
    if change.kind == ChangeKind.SECTOR:
        change.old_organ = seats[0].organ if seats else None


def _work(change: Change, person: Person) -> None:
    if not change.employer and not change.job:
        raise Refusal("tenure.work_empty", field="employer")
    if (change.employer, change.job) == (person.employer, person.job):
        raise Refusal("tenure.work_same", field="employer")


def told(taking: Taking) -> None:
    """What the journal's sentence shows: who, and what."""
    change: Change = taking.record
    taking.facts |= {"name": change.name, "kind": str(change.get_kind_display())}
