"""One engine takes steps: lock, check state, right and form, run effects, write the state, journal it, tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from django.db import IntegrityError, transaction

from lvzhi.access import Actor, Conflict, Missing, Refusal
from lvzhi.committee.models import Record
from lvzhi.deadlines import clock
from lvzhi.journal.lines import Line, line, together
from lvzhi.journal.queries import history
from lvzhi.journal.reverting import end
from lvzhi.workflow import clocks
from lvzhi.workflow.declare import Step, Taking, Workflow
from lvzhi.workflow.forms import cleaned
from lvzhi.workflow.models import Once, Procedural, Taken
from lvzhi.workflow.registry import followers, workflow_of
from lvzhi.workflow.voiding import restore, void

R = TypeVar("R", bound=Procedural)
__all__ = [
    "answered", "begin", "begun", "bring_in", "expect", "follow", "lapse", "last_hand", "moment", "refresh_clock",
    "restore", "steps_open", "take", "void",
]  # fmt: skip


def begin(
    record: R,
    actor: Actor,
    *,
    once: str | None = None,
    does: Callable[[R], None] | None = None,
    personal: Mapping[str, object] | None = None,
    **facts: object,
) -> R:
    """Save a new record in its procedure's initial state, as one journal line.

    Args:
        record: unsaved, complete but for its state.
        once: key of the request, which `begun` asks for; a second use of it breaks on the database's constraint.
        does: what belongs to the record from its first moment, written in the same journal line.
        personal: what the journal's sentence shows out of the erasable payload.
        facts: what it shows in clear.
    """
    workflow = workflow_of(type(record))

    def belongings(made: R) -> None:
        if does is not None:
            does(made)
        if once:
            _note(once, workflow, "begin", made, actor)

    return _first(record, actor, "begin", workflow.initial, actor.at, belongings, personal, facts)


def bring_in(
    record: R,
    actor: Actor,
    *,
    state: str,
    on: date,
    does: Callable[[R], None] | None = None,
    personal: Mapping[str, object] | None = None,
    **facts: object,
) -> R:
    """Save a record of earlier years in the state it came to before this product kept it, as one journal line.

    No step is taken: the line says that it was brought in, by whom, and in which state. Only the states that the
    procedure declares as ``brought_in`` are open to it.

    Args:
        on: the day on which the record came into that state.
        does: what belongs to the record, written in the same journal line.
        personal, facts: as `begin`.

    Raises:
        Refusal: ``workflow.brought_in_future`` where that day is still to come.
    """
    workflow = workflow_of(type(record))
    if state not in workflow.brought_in:
        raise AssertionError(f"{workflow.key} brings nothing in as {state!r}")
    if on > clock.as_day(actor.at):
        raise Refusal("workflow.brought_in_future", day=on)
    facts = {"state": workflow.label(state), "day": on} | facts
    return _first(record, actor, "bring_in", state, clock.as_moment(on), does, personal, facts)


def _first(
    record: R, actor: Actor, key: str, state: str, at: datetime, does: Callable[[R], None] | None,
    personal: Mapping[str, object] | None, facts: Mapping[str, object],
) -> R:  # fmt: skip
    """Save a new record in a state, with what belongs to it, as one journal line."""
    workflow = workflow_of(type(record))
    event = f"{workflow.key}.{key}"
    with line(actor, event, subject=record, committee=record.committee_id, personal=personal, **facts):
        _enter(workflow, record, state, at)
        record.save()
        if does is not None:
            does(record)
    return record


def begin_all(records: Sequence[R], actor: Actor, *, subject: Record) -> list[R]:
    """Save many new records of one procedure in its initial state, as one journal line.

    Args:
        records: unsaved, complete but for their state; at least one.
        subject: what they belong to and the line is about; its sentence is given their ``count``.
    """
    workflow = workflow_of(type(records[0]))
    event = f"{workflow.key}.begin"
    with line(actor, event, subject=subject, committee=subject.committee_id, count=len(records)):
        for record in records:
            _enter(workflow, record, workflow.initial, actor.at)
        made: list[R] = _rows(type(records[0])).bulk_create(records)
    return made


def begun(model: type[R], actor: Actor, once: str | None) -> R | None:
    """The record that this request began already, or None."""
    if not once:
        return None
    noted = Once.objects.filter(key=_key(once, actor), kind=workflow_of(model).key).first()
    found: R | None = None if noted is None else _rows(model).filter(pk=noted.record).first()
    return found


def steps_open(record: Procedural, actor: Actor) -> list[Step]:
    """The steps that the actor may take now, in the order of the procedure; the buttons of a page."""
    if record.voided_at is not None:
        return []
    return [
        step
        for step in workflow_of(type(record)).steps
        if record.state in step.frm and not step.automatic and step.may(actor, record)
    ]


def answered(once: str, actor: Actor) -> bool:
    """Whether the actor's request of this key was answered already."""
    return Once.objects.filter(key=_key(once, actor)).exists()


def expect(record: Procedural, key: str, actor: Actor, *, version: int | None = None) -> Step:
    """The step, if the actor may take it now: what its page asks before showing the form.

    Args:
        version: the record's version as it was read, where that is to be held against it.

    Raises:
        Missing: no such step, or one that is taken by itself.
        Conflict, NotAllowed, Refusal: as `take`.
    """
    workflow = workflow_of(type(record))
    if not workflow.has_step(key) or workflow.step(key).automatic:
        raise Missing("workflow.unknown", key=key)
    step = workflow.step(key)
    _refuse_wrong_state(workflow, step, record, version)
    step.may.check(actor, record)
    return step


def take(
    record: R,
    key: str,
    actor: Actor,
    answers: Mapping[str, Any] | None = None,
    *,
    files: Mapping[str, Any] | None = None,
    version: int | None = None,
    once: str | None = None,
) -> R:
    """Take a step.

    Args:
        answers: raw values for the step's form, as a browser would send them.
        version: the record's version when the page was opened; a later one refuses with the other's name.
        once: key of the request; the second time it changes nothing and gives the record as it is.

    Returns:
        The record, fresh.

    Raises:
        Conflict: the record has left the states of this step, or has changed since the page was opened.
        NotAllowed: the actor lacks the right.
        Refusal, Refusals: the form or a check refuses; nothing is written.
    """
    workflow = workflow_of(type(record))
    step = workflow.step(key)
    if step.automatic:
        raise Refusal("workflow.automatic", step=step.name)
    return _take(workflow, step, record, actor, answers, files or {}, version, once)


def follow(record: R, key: str, cause: Taking | Actor, answers: Mapping[str, Any] | None = None) -> R:
    """Take an automatic step as the consequence of another; the right was checked with its cause.

    Args:
        cause: the step that it follows, or who caused it by what is no step (news that came from another committee).
    """
    workflow = workflow_of(type(record))
    step = workflow.step(key)
    actor = cause.actor if isinstance(cause, Taking) else cause
    return _take(workflow, step, record, actor, answers, {}, None, None, by_right=False)


def lapse(record: R, key: str, actor: Actor) -> R:
    """Take an automatic step because its time has come; the actor is the system, whose right nobody asks.

    Raises:
        Conflict, Refusal: as `take`.
    """
    workflow = workflow_of(type(record))
    step = workflow.step(key)
    if not step.automatic or actor.account_id is not None:
        raise Refusal("workflow.automatic", step=step.name)
    return _take(workflow, step, record, actor, None, {}, None, None, by_right=False)


def _take(
    workflow: Workflow,
    step: Step,
    record: R,
    actor: Actor,
    answers: Mapping[str, Any] | None,
    files: Mapping[str, Any],
    version: int | None,
    once: str | None,
    *,
    by_right: bool = True,
) -> R:
    with together() as block:
        if once and not _first_time(once, workflow, step, record, actor):
            fresh: R = _rows(type(record)).get(pk=record.pk)
            return fresh
        _lock_whole(workflow, record)
        locked: Any = _rows(type(record)).select_for_update(of=("self",)).get(pk=record.pk)
        _hand_on(record, locked)
        _refuse_wrong_state(workflow, step, locked, version)
        if by_right:
            step.may.check(actor, locked)
        taking = Taking(
            record=locked,
            step=step,
            actor=actor,
            at=actor.at,
            answers=cleaned(step, locked, actor, answers, files),
            files=files,
            came_from=locked.state,
            outcome=step.outcome,
            goes_to=step.to[0] if len(step.to) == 1 else None,
        )
        written = _run(workflow, taking)
        if step.undo is not None and by_right:
            block.after(lambda: _note_taken(workflow, taking, written.first))
    done: R = locked
    return done


def _lock_whole(workflow: Workflow, record: Procedural) -> None:
    """Lock what the record is a part of before the part itself: everyone takes the locks in the same order."""
    if workflow.whole is not None:
        whole = workflow.whole(record)
        _rows(type(whole)).select_for_update(of=("self",)).values_list("pk").get(pk=whole.pk)


def _note_taken(workflow: Workflow, taking: Taking, first: int | None) -> None:
    """Keep which lines the step wrote, its consequences included: the chain is ours until the transaction ends.

    ``first`` is None inside a line of somebody else's: nothing is kept then.
    """
    if first is None:
        return
    Taken.objects.create(
        kind=workflow.key,
        record_uid=taking.record.uid,
        step=taking.step.key,
        came_from=taking.came_from,
        version=taking.record.version,
        first=first,
        last=end(),
        account_id=taking.actor.account_id,
        who=taking.actor.name,
        at=taking.at,
    )


def _hand_on(known: Procedural, locked: Procedural) -> None:
    """Give the row just locked what the caller has loaded beside it, where both still name the same record."""
    fields: Any = locked._meta.concrete_fields
    for field in fields:
        if field.is_relation and field.is_cached(known) and not field.is_cached(locked):
            beside = field.get_cached_value(known)
            if beside is not None and beside.pk == getattr(locked, field.attname):
                field.set_cached_value(locked, beside)


def _run(workflow: Workflow, taking: Taking) -> Line:
    """Checks, effects, state, journal, notices and consequences of a step, in this order; its line of the journal."""
    step, record = taking.step, taking.record
    for check in step.check:
        check(taking)
    with line(taking.actor, f"{workflow.key}.{step.key}", subject=record, committee=record.committee_id) as entry:
        for effect in step.does:
            effect(taking)
        if step.to and taking.goes_to not in step.to:
            raise AssertionError(f"{workflow.key}.{step.key} chose {taking.goes_to!r}, which its declaration lacks")
        if taking.outcome is not None:
            record.outcome = taking.outcome
        _enter(workflow, record, taking.goes_to or record.state, taking.at)
        record.version += 1
        record.save()
        entry.facts.update(taking.facts)
        entry.personal.update(taking.personal)
    for tell in step.tells:
        tell(taking)
    for consequence in (*step.then, *followers(workflow.key, step.key)):
        consequence(taking)
    return entry


def _enter(workflow: Workflow, record: Procedural, state: str, at: datetime) -> None:
    """The only place that assigns a state."""
    if record.state != state or record.state_since is None:
        record.state = state
        record.state_since = at
    refresh_clock(record)


def refresh_clock(record: Procedural) -> None:
    """Reckon the due day anew after an extension or a change of calendar; the caller saves inside its own line."""
    running = clocks.running(workflow_of(type(record)), record)
    record.due_on = running.due.date if running else None
    record.due_clock = running.clock.key if running else ""


def _refuse_wrong_state(workflow: Workflow, step: Step, record: Procedural, version: int | None) -> None:
    title = record.title_for_people
    if record.voided_at is not None:
        raise Refusal("workflow.voided", title=title)
    changed = version is not None and record.version != version
    if record.state in step.frm and not changed:
        return
    facts = {"title": title, **last_hand(record)}
    state = workflow.label(record.state)
    if record.state not in step.frm:
        if version is None or changed:
            raise Conflict("workflow.wrong_state", state=state, **facts)
        raise Conflict("workflow.not_now", state=state, step=step.name, **facts)
    raise Conflict("workflow.changed", **facts)


def last_hand(record: Procedural) -> dict[str, str]:
    """Who changed the record last and when, as a refusal says it."""
    last = next(iter(history(record._meta.label_lower, record.uid, limit=1)), None)
    return {"who": last.actor_name if last else "", "when": moment(last.at) if last else ""}


def moment(at: Any) -> str:
    """A moment to the minute, as a refusal says it."""
    from django.utils.timezone import localtime

    return localtime(at).strftime("%Y-%m-%d %H:%M")


def _first_time(once: str, workflow: Workflow, step: Step, record: Procedural, actor: Actor) -> bool:
    """Note the request's key; False where it was answered before."""
    try:
        with transaction.atomic():
            _note(once, workflow, step.key, record, actor)
    except IntegrityError:
        return False
    return True


def _rows(model: type[Record]) -> Any:
    """All rows of a model, untyped: the stubs know the manager of the abstract base only."""
    return model._default_manager


def _key(once: str, actor: Actor) -> str:
    return f"{actor.account_id}:{once}"[:80]


def _note(once: str, workflow: Workflow, step: str, record: Procedural, actor: Actor) -> None:
    Once.objects.create(
        key=_key(once, actor), account_id=actor.account_id, kind=workflow.key, record=record.pk, step=step, at=actor.at
    )
