"""Making and ending pairs: one by one, or as a plan that was shown before it is written (R6.16, R6.18)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.contacts import rules
from lvzhi.contacts.models import NAME_MOST, Pair
from lvzhi.contacts.queries import Far, Ground, Scheme, ground
from lvzhi.contacts.queries import scheme as scheme_on
from lvzhi.contacts.vocabulary.sentences import DONE
from lvzhi.contacts.vocabulary.states import Ended, Target
from lvzhi.contacts.vocabulary.words import ABOUT
from lvzhi.deadlines import clock
from lvzhi.journal.lines import Subject, line
from lvzhi.links.actions import tie
from lvzhi.links.kinds import kind_of
from lvzhi.messages.actions import send
from lvzhi.people.models import Member

RECORDS = "projects.project"


def pair(
    actor: Actor, committee: Committee, code: str, member: Member | None, far: Far | None, starts: dt.date
) -> Pair:
    """Let a member keep in touch with somebody or something from a day on.

    Args:
        code: kind of contact, as the committee's scheme has it on that day.
        far: a member, an organ, a unit; of a record its kind and uid.

    Raises:
        NotAllowed: not the office.
        Refusal: no such kind that day; nobody chosen; with oneself; twice; outside a tenure; a post that is not held
            that day; more than the kind allows.
    """
    keeps(actor, committee)
    found = ground(scheme_on(committee, code, starts), committee, starts)
    if member is None:
        raise Refusal("contacts.nobody", field="member")
    if far is None:
        raise Refusal("contacts.no_far", field="far")
    with transaction.atomic():
        Committee.objects.select_for_update().get(pk=committee.pk)
        made = _checked(found, member, far, actor)
        told = {"near": made.near_name, "far": made.far_name, "starts": starts}
        with line(actor, "contacts.paired", subject=made, personal=told):
            made.save()
        if far.target == Target.RECORD:
            tie(actor, ABOUT, made, Subject(RECORDS, far.row.uid, far.name), starts=starts)
        _tell(actor, [made], found.scheme)
    return made


def keeps(actor: Actor, committee: Committee) -> None:
    """Raise `NotAllowed` unless the actor makes pairs there."""
    if not rules.keeps(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)


def record_far(actor: Actor, uid: UUID) -> Far:
    """A project as the far end, where the actor may see it.

    Raises:
        Refusal: ``contacts.record_gone``.
    """
    kind = kind_of(RECORDS)
    if kind is None or not kind.visible(actor, uid):
        raise Refusal("contacts.record_gone", field="far")
    return Far(Subject(RECORDS, uid), Target.RECORD, kind.title(uid))


def _checked(found: Ground, member: Member, far: Far, actor: Actor) -> Pair:
    """The pair, where everything about it is in order on its first day."""
    scheme, day = found.scheme, found.day
    name = member.person.name
    if far.target == Target.PERSON and far.row.person_id == member.person_id:
        raise Refusal("contacts.oneself", field="far", name=name)
    _in_tenure(member, found, "member")
    if member.pk not in found.near:
        raise Refusal("contacts.not_near", field="member", name=name, day=day, scheme=scheme.name, side=scheme.near)
    if far.target == Target.PERSON:
        _in_tenure(far.row, found, "far")
    if far.target != scheme.far.target or (far.target != Target.RECORD and far.key not in found.far):
        raise Refusal("contacts.not_far", field="far", far=far.name, day=day, scheme=scheme.name, side=scheme.far)
    held = found.of(member)
    twin = next((one for one in held if one.far == far.key), None)
    if twin is not None:
        raise Refusal("contacts.twice", field="far", name=name, far=far.name, starts=twin.starts)
    if scheme.most and len(held) >= scheme.most:
        facts: dict[str, Any] = {"name": name, "scheme": scheme.name, "count": len(held), "most": scheme.most}
        raise Refusal("contacts.too_many", field="member", **facts)
    return _row(found, member, far, actor)


def _in_tenure(member: Member, found: Ground, field: str) -> None:
    here = member.committee_id == found.committee.pk and member.voided_at is None
    if not here or not member.holds_on(found.day):
        raise Refusal("contacts.tenure", field=field, name=member.person.name, day=found.day)


def _row(found: Ground, member: Member, far: Far, actor: Actor) -> Pair:
    return Pair(
        committee=found.committee, scheme=found.scheme.code, member=member, target=far.target,
        other=far.row if far.target == Target.PERSON else None,
        organ=far.row if far.target == Target.ORGAN else None,
        unit=far.row if far.target == Target.UNIT else None,
        far=far.key, near_name=member.person.name, far_name=far.name[:NAME_MOST], starts=found.day,
        entered_by=actor.name, created_at=actor.at,
    )  # fmt: skip


def write_plan(
    actor: Actor, committee: Committee, code: str, starts: dt.date, chosen: Sequence[tuple[int, str]]
) -> list[Pair]:
    """Write what of a proposed plan was chosen: all of it or nothing.

    Args:
        chosen: keys of members with keys of far ends, as `Ground` names them.

    Raises:
        NotAllowed: not the office.
        Refusal: as `pair`; nothing chosen; somebody of the plan no longer stands there.
    """
    keeps(actor, committee)
    if not chosen:
        raise Refusal("contacts.nothing_chosen")
    with transaction.atomic():
        Committee.objects.select_for_update().get(pk=committee.pk)
        found = ground(scheme_on(committee, code, starts), committee, starts)
        made: list[Pair] = []
        for near, key in chosen:
            member, far = found.near.get(near), found.far.get(key)
            if member is None or far is None:
                names: dict[str, Any] = {
                    "near": member.person.name if member else near,
                    "far": far.name if far else key,
                }
                raise Refusal("contacts.plan_stale", **names)
            made.append(_checked(found, member, far, actor))
            found.pairs.append(made[-1])
        facts: dict[str, Any] = {"scheme": found.scheme.name, "count": len(made)}
        with line(actor, "contacts.planned", subject=committee, committee=committee, **facts):
            Pair.objects.bulk_create(made)
        _tell(actor, made, found.scheme)
    return made


def _tell(actor: Actor, made: Sequence[Pair], scheme: Scheme) -> None:
    """Whoever has somebody new to keep in touch with, one message each."""
    by_account: dict[int, list[Pair]] = {}
    for one in made:
        account = one.member.person.account_id
        if account is not None and account != actor.account_id:
            by_account.setdefault(account, []).append(one)
    for account, rows in by_account.items():
        facts: dict[str, Any] = {"scheme": scheme.name}
        if len(rows) == 1:
            send([account], "contacts.paired", committee=rows[0].committee_id, far=rows[0].far_name, **facts)
        else:
            send([account], "contacts.planned", committee=rows[0].committee_id, count=len(rows), **facts)


def end(actor: Actor, row: Pair, ends: dt.date) -> Pair:
    """End a pair on its last day; its contacts stay.

    Raises:
        NotAllowed: not the office.
        Refusal: over already, before it began, a day to come.
    """
    rules.keeper.check(actor, row)
    with transaction.atomic():
        locked: Pair = Pair.objects.select_for_update(of=("self",)).get(pk=row.pk)
        facts = {"near": locked.near_name, "far": locked.far_name}
        if locked.ends is not None:
            raise Refusal("contacts.pair_ended", field="ends", ends=locked.ends, **facts)
        if ends < locked.starts:
            raise Refusal("contacts.pair_dates", field="ends", starts=locked.starts, ends=ends, **facts)
        if ends > clock.as_day(actor.at):
            raise Refusal("contacts.ahead", field="ends", day=ends)
        close(actor, locked, ends, Ended.CHANGED)
    return locked


def close(actor: Actor, row: Pair, ends: dt.date, why: str) -> None:
    """Write the last day of a pair that still holds, with the reason."""
    told = {"near": row.near_name, "far": row.far_name}
    with line(actor, "contacts.unpaired", subject=row, personal=told, ends=ends, why=str(Ended(why).label)):
        row.ends, row.why_ended = max(ends, row.starts), why
        row.version += 1
        row.save()


def done_words(row: Pair) -> str:
    """What is said when a pair was made."""
    return DONE["paired"].format(near=row.near_name, far=row.far_name)
