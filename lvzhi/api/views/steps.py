"""Doing: the steps that are open, one taken, a record begun; the engine and the forms decide as they do for a page."""

from __future__ import annotations

import hashlib
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Header
from ninja.responses import Status
from pydantic import Field

from lvzhi.access import Missing, NotAllowed, Refusal
from lvzhi.api import queries
from lvzhi.api.kinds import Kind
from lvzhi.api.views import answering, telling
from lvzhi.api.views.door import Caller, caller_of
from lvzhi.api.views.problems import PROBLEMS
from lvzhi.api.views.reading import router
from lvzhi.api.views.schemas import BackIn, BeginIn, KindKey, Record, StepIn, Steps
from lvzhi.committee.models import Committee
from lvzhi.workflow import engine, undoing
from lvzhi.workflow.declare import Step, Workflow
from lvzhi.workflow.forms import faults

_header: Any = Header  # generic for type checkers alone
TAG = r'^(W/)?"?[1-9][0-9]{0,8}"?$'
Version = Annotated[str | None, Field(pattern=TAG)]
Once = Annotated[str | None, Field(min_length=1, max_length=80, pattern=r"^[\x21-\x7e]+$")]
IF_MATCH: Any = _header(None, alias="If-Match")
ONCE: Any = _header(None, alias="Idempotency-Key")


@router.get("/records/{kind}/{uuid:uid}/steps", tags=["do"], response={200: Steps, **PROBLEMS})
def steps(request: HttpRequest, kind: KindKey, uid: UUID) -> Any:
    """The steps that the holder may take now, with what each asks."""
    caller = caller_of(request)
    found = caller.kind(kind)
    _procedure(found)
    record = queries.one(caller.actor, found, uid)
    return {
        "version": record.version,
        "items": [_told(caller, record, one) for one in engine.steps_open(record, caller.actor)],
    }


def _told(caller: Caller, record: Any, step: Step) -> dict[str, Any]:
    return {
        "key": step.key, "name": step.name, "to": [str(one) for one in step.to], "confirm": step.confirm,
        "rule": step.rule, "form": answering.schema(_form(caller, record, step)),
    }  # fmt: skip


def _form(caller: Caller, record: Any, step: Step) -> Any:
    return step.asks(record=record, actor=caller.actor) if step.asks is not None else None  # type: ignore[call-arg]  # reason: step forms take record and actor, which django's stub of Form does not know


def _procedure(kind: Kind) -> Workflow:
    if kind.workflow is None:
        raise Missing("api.no_steps", name=kind.name)
    return kind.workflow


@router.post("/records/{kind}/{uuid:uid}/steps/{step}", tags=["do"], response={200: Record, **PROBLEMS})
def take(
    request: HttpRequest,
    kind: KindKey,
    uid: UUID,
    step: str,
    body: StepIn,
    if_match: Version = IF_MATCH,
    once: Once = ONCE,
) -> Any:
    """Take a step, as a click on its button and on that of its form would.

    The version read is given in ``version`` or ``If-Match``; where somebody was first, 409 says who. The same
    ``Idempotency-Key`` for the same step of the same record changes nothing a second time.
    """
    caller = caller_of(request)
    caller.expect_writing()
    found = caller.kind(kind)
    workflow = _procedure(found)
    record = queries.one(caller.actor, found, uid)
    version = _version(body.version, if_match)
    if not workflow.has_step(step) or workflow.step(step).automatic:
        raise Missing("workflow.unknown", key=step[:60])
    key = _once(found, str(uid), step, once)
    if key is None or not engine.answered(key, caller.actor):
        _check(caller, record, workflow.step(step), body.answers, version, key)
    return _again(caller, found, uid)


@router.post("/records/{kind}/{uuid:uid}/steps/{step}/back", tags=["do"], response={200: Record, **PROBLEMS})
def back(request: HttpRequest, kind: KindKey, uid: UUID, step: str, body: BackIn, if_match: Version = IF_MATCH) -> Any:
    """Take back a step while nothing has followed it, as its page does: every value is again what it was."""
    caller = caller_of(request)
    caller.expect_writing()
    found = caller.kind(kind)
    workflow = _procedure(found)
    record = queries.one(caller.actor, found, uid)
    version = _version(body.version, if_match)
    if not workflow.has_step(step):
        raise Missing("workflow.unknown", key=step[:60])
    if not answering.fit(body.ground):
        raise Refusal("api.bad_text", field="ground", where="ground")
    undoing.take_back(record, step, caller.actor, body.ground, version=version)
    return _again(caller, found, uid)


def _check(caller: Caller, record: Any, step: Step, answers: dict[str, Any], version: int, once: str | None) -> None:
    """Let the engine refuse by state, right and version before the form is asked for, then take the step."""
    engine.expect(record, step.key, caller.actor, version=version)
    given = answering.posted(answers, _form(caller, record, step))
    engine.take(record, step.key, caller.actor, given, version=version, once=once)


def _again(caller: Caller, kind: Kind, uid: UUID) -> dict[str, Any]:
    """The record as it stands; of one that has left the holder's sight by what was done only that it was done."""
    try:
        row = queries.one(caller.actor, kind, uid)
    except Missing:
        return telling.gone(kind, uid)
    return telling.record(caller.actor, kind, row)


def _version(body: int | None, header: str | None) -> int:
    said = int(header.removeprefix("W/").strip('"')) if header else None
    if body is not None and said is not None and body != said:
        raise Refusal("api.version_differs", field="version")
    version = body if body is not None else said
    if version is None:
        raise Refusal("api.version_missing", field="version")
    return version


def _once(kind: Kind, *about: str | None) -> str | None:
    """The key of a request, for this step of this record alone; None where none was sent."""
    if about[-1] is None:
        return None
    said = "\n".join([kind.kind, *(one or "" for one in about)])
    return "api-" + hashlib.sha256(said.encode()).hexdigest()[:48]


@router.post("/records/{kind}", tags=["do"], response={201: Record, **PROBLEMS})
def begin(request: HttpRequest, kind: KindKey, body: BeginIn, once: Once = ONCE) -> Any:
    """Begin a record, where filling in one form is all it takes; `kinds` says of which (``begins``)."""
    caller = caller_of(request)
    caller.expect_writing()
    found = caller.kind(kind)
    workflow = _procedure(found)
    if workflow.opens is None:
        raise Refusal("api.no_begin", name=found.name)
    place = _place(caller, body.committee)
    workflow.opens.may(caller.actor, place)
    key = _once(found, "begin", once)
    made = engine.begun(workflow.model, caller.actor, key)
    if made is None:
        given = answering.posted(body.answers, workflow.opens.form(caller.actor, place, None))
        form = workflow.opens.form(caller.actor, place, given)
        if not form.is_valid():
            raise faults(form, found.name)
        made = workflow.opens.make(caller.actor, place, form.cleaned_data, key)
    return Status(201, _again(caller, found, made.uid))


@router.get("/records/{kind}/new", tags=["do"], response={200: dict[str, Any], **PROBLEMS})
def new(request: HttpRequest, kind: KindKey, committee: UUID | None = None) -> Any:
    """What beginning a record asks, as JSON Schema of ``answers``."""
    caller = caller_of(request)
    found = caller.kind(kind)
    workflow = _procedure(found)
    if workflow.opens is None:
        raise Refusal("api.no_begin", name=found.name)
    place = _place(caller, committee)
    workflow.opens.may(caller.actor, place)
    return answering.schema(workflow.opens.form(caller.actor, place, None))


def _place(caller: Caller, uid: UUID | None) -> Committee:
    """The committee named, or the holder's own; another's is missing like one that is not there."""
    own = caller.token.account.committee
    held = queries.committees(caller.actor)
    wanted = next((one for one in held if one.uid == uid), None) if uid is not None else own
    if wanted is None:
        if uid is not None:
            raise Missing("access.missing")
        raise NotAllowed("api.no_committee")
    return wanted
