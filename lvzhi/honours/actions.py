"""Entering an honour, claiming one's own, and what the steps of confirmation do (M21)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from lvzhi.access import Actor, Conflict, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.files.actions import attach_all
from lvzhi.honours import queries, rules
from lvzhi.honours.models import Honour
from lvzhi.honours.vocabulary import GIVEN_TO, LABEL, LEVELS, OR_NUMBER, WHATS, WORKS, Bearer, State
from lvzhi.journal.lines import Subject, line
from lvzhi.links.actions import tie
from lvzhi.links.kinds import kind_of
from lvzhi.norms import codes
from lvzhi.people.queries import person_of_account
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

Ref = tuple[str, UUID]
PLAIN = ("title", "grade", "given_by", "number")


def enter(
    actor: Actor, committee: Committee, data: Mapping[str, Any], *, about: Ref | None = None, once: str | None = None
) -> Honour:
    """Enter an honour as staff; it waits for confirmation like any other.

    Args:
        data: ``bearer, title, level, given_by, given_on``; by bearer ``person`` or ``name``, ``organ``, or ``work``
            with ``work_kind``; any of ``grade, number, work_on, uploads``.
        about: kind and uid of the record that is the work.
        once: key of the request, so that a second sending finds what the first one began.

    Raises:
        NotAllowed: the actor enters no honours there.
        Refusal: something is missing, proves nothing, is dated wrongly, or is known.
    """
    if not rules.keeps(actor, committee.pk):
        raise NotAllowed("honours.not_keeper", committee=committee.name)
    honour = Honour(committee=committee, by_staff=True, entered_by=actor.name, created_at=actor.at)
    return _begin(honour, actor, data, about, once)


def claim(
    actor: Actor, committee: Committee, data: Mapping[str, Any], *, about: Ref | None = None, once: str | None = None
) -> Honour:
    """Claim one's own honour, or one of a work of one's own, with proof.

    Raises:
        NotAllowed: the actor neither sits nor works there.
        Refusal: as `enter`; or it is another's.
    """
    if not rules.belongs(actor, committee.pk):
        raise NotAllowed("honours.not_claimer", committee=committee.name)
    person = person_of_account(actor.account_id)
    if person is None or data.get("bearer") == Bearer.ORGAN:
        raise Refusal("honours.own_elsewhere", field="bearer")
    honour = Honour(committee=committee, person=person, entered_by=actor.name, created_at=actor.at)
    return _begin(honour, actor, data, about, once)


def _begin(honour: Honour, actor: Actor, data: Mapping[str, Any], about: Ref | None, once: str | None) -> Honour:
    given = dict(data)
    known = kind_of(about[0]) if about is not None else None
    if about is not None:
        if known is None or not known.visible(actor, about[1]):
            raise Refusal("honours.work_unknown", field="work")
        given |= {"bearer": Bearer.WORK, "work": known.title(about[1])}
    _keep(honour, given, clock.as_day(actor.at))
    uploads: Sequence[Any] = given.get("uploads") or ()
    if not uploads and not (honour.by_staff and honour.number):
        raise Refusal("honours.proof_missing", field="uploads", other=OR_NUMBER if honour.by_staff else "")

    def belongings(made: Honour) -> None:
        if about is not None:
            tie(actor, GIVEN_TO, made, Subject(*about, made.work), starts=made.given_on)
        if uploads:
            attach_all(actor, made._meta.label_lower, made.uid, uploads, label=LABEL)

    return engine.begin(honour, actor, once=once, does=belongings)


def begun(actor: Actor, once: str | None) -> Honour | None:
    """The honour that this request began already, or None."""
    return engine.begun(Honour, actor, once)


def write(honour: Honour, actor: Actor, data: Mapping[str, Any], *, version: int | None = None) -> Honour:
    """Change it while it is not decided.

    Raises:
        NotAllowed: neither its keeper nor whoever claimed it.
        Conflict: someone else has changed it since ``version``.
        Refusal: it is decided, or what was given is not in order.
    """
    with transaction.atomic():
        rows = Honour.objects.select_for_update(of=("self",)).select_related("committee", "person", "organ")
        locked: Honour = rows.get(pk=honour.pk)
        rules.writes.check(actor, locked)
        if locked.state not in (State.CLAIMED, State.RETURNED) or locked.voided_at is not None:
            raise Refusal("honours.not_editable", title=locked.title, state=locked.get_state_display())
        if version is not None and locked.version != version:
            raise Conflict("honours.changed", title=locked.title)
        with line(actor, "honours.written", subject=locked):
            _keep(locked, data, clock.as_day(actor.at))
            locked.version += 1
            locked.save()
    return locked


def _keep(honour: Honour, data: Mapping[str, Any], today: Any) -> None:
    """Set what was given; hold days, bearer and codes."""
    for name in PLAIN:
        if name in data:
            setattr(honour, name, str(data[name] or "").strip())
    for name in ("title", "given_by"):
        if not getattr(honour, name):
            raise Refusal("honours.blank", field=name, what=WHATS[name])
    honour.given_on = data.get("given_on") or honour.given_on
    if honour.given_on > today:
        raise Refusal("honours.day_ahead", field="given_on", day=honour.given_on)
    honour.level = codes.code(LEVELS, honour.committee, data.get("level") or honour.level, honour.given_on).code
    _bear(honour, data)
    if honour.work_on and honour.work_on > honour.given_on:
        raise Refusal("honours.before_work", field="given_on", day=honour.given_on, before=honour.work_on)
    other = queries.same(honour)
    if other is not None:
        raise Refusal(
            "honours.same", field="title", bearer=other.name, day=other.given_on, title=other.title,
            state=other.get_state_display(),
        )  # fmt: skip


def _bear(honour: Honour, data: Mapping[str, Any]) -> None:
    """To whom or what: the fields of other kinds of bearer are left out."""
    honour.bearer = Bearer(data.get("bearer") or honour.bearer)
    if honour.by_staff and "person" in data:
        rows = data["person"] or []
        picked = rows[0] if isinstance(rows, list | tuple) and rows else rows or None
        honour.person = getattr(picked, "person", picked)
    if "organ" in data:
        honour.organ = data["organ"]
    if honour.organ is not None and honour.organ.committee_id != honour.committee_id:
        place = honour.committee.name
        raise Refusal("honours.organ_elsewhere", field="organ", organ=honour.organ.name, committee=place)
    typed = str(data.get("name") or "").strip()
    if honour.bearer == Bearer.ORGAN:
        if honour.organ is None:
            raise Refusal("honours.organ_missing", field="organ")
        honour.person, honour.name = None, honour.organ.name
    else:
        honour.name = honour.person.name if honour.person else typed or honour.name
    if honour.bearer == Bearer.PERSON and not honour.name:
        raise Refusal("honours.person_missing", field="person")
    _work(honour, data)


def _work(honour: Honour, data: Mapping[str, Any]) -> None:
    if honour.bearer != Bearer.WORK:
        honour.work, honour.work_kind, honour.work_on = "", "", None
        return
    honour.work = str(data.get("work") or honour.work).strip()
    if not honour.work:
        raise Refusal("honours.work_missing", field="work")
    honour.work_on = data.get("work_on", honour.work_on)
    kind = data.get("work_kind") or honour.work_kind
    if not kind:
        raise Refusal("honours.work_kind_missing", field="work_kind")
    honour.work_kind = codes.code(WORKS, honour.committee, kind, honour.given_on).code
    honour.name = honour.name or (honour.organ.name if honour.organ else honour.committee.name)


def check_proof(taking: Taking) -> None:
    """What is confirmed has a document number or an attachment."""
    if not queries.proven(taking.record):
        raise Refusal("honours.proof_gone")


def confirm(taking: Taking) -> None:
    """Effect of 核实确认."""
    honour: Honour = taking.record
    honour.confirmed_on, honour.confirmed_by = clock.as_day(taking.at), taking.actor.name
    honour.ground = ""


def keep_ground(taking: Taking) -> None:
    """Effect of sending back and of declining: why."""
    taking.record.ground = taking.answers["ground"].strip()


def reopen(taking: Taking) -> None:
    """Effect of 重新核实: it counts no more until it is confirmed again."""
    keep_ground(taking)
    taking.record.confirmed_on, taking.record.confirmed_by = None, ""
