"""Reading: who one is, which kinds there are, records with their files, what waits, what has changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Any
from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse
from django.urls import reverse
from ninja import File, Router, UploadedFile
from ninja.responses import Status
from pydantic import Field

from lvzhi.access import Missing, Refusal
from lvzhi.accounts.vocabulary import Role
from lvzhi.api import cursors, norms, queries
from lvzhi.api.kinds import Kind, all_kinds
from lvzhi.api.views import telling
from lvzhi.api.views.door import Caller, caller_of
from lvzhi.api.views.problems import PROBLEMS
from lvzhi.api.views.schemas import (
    Changes,
    Committee,
    Day,
    FileOut,
    Holder,
    KindKey,
    KindOut,
    Record,
    Records,
    ToDoOut,
)
from lvzhi.deadlines import clock
from lvzhi.files import actions as keeping
from lvzhi.files import queries as attachments
from lvzhi.files.models import Attachment
from lvzhi.files.rights import right_of
from lvzhi.journal.lines import line
from lvzhi.ui.paging import BadCursor, keyset
from lvzhi.workflow.todo import todo

router = Router()
CURSOR_MOST = 2000
Cursor = Annotated[str, Field(max_length=CURSOR_MOST)]
Limit = Annotated[int | None, Field(ge=1, le=2000)]


@router.get("/me", tags=["read"], response={200: Holder, **PROBLEMS})
def me(request: HttpRequest) -> Any:
    """Whose token this is, with which posts today, and what it is for."""
    caller = caller_of(request)
    token, actor = caller.token, caller.actor
    return {
        "name": actor.name, "login": token.account.username,
        "roles": sorted(str(Role(one).label) for one in actor.roles),
        "committees": [telling.committee(one) for one in queries.committees(actor)], "token": token.mark,
        "scope": token.scope, "rooms": token.rooms, "ends_at": token.ends_at,
    }  # fmt: skip


@router.get("/committees", tags=["read"], response={200: list[Committee], **PROBLEMS})
def committees(request: HttpRequest) -> Any:
    """The committees in which the holder has a post."""
    return [telling.committee(one) for one in queries.committees(caller_of(request).actor)]


@router.get("/kinds", tags=["read"], response={200: list[KindOut], **PROBLEMS})
def kinds(request: HttpRequest) -> Any:
    """The kinds of record, with their fields, states and steps."""
    caller = caller_of(request)
    return [_kind(one) for one in all_kinds() if caller.reaches(one.room)]


def _kind(kind: Kind) -> dict[str, Any]:
    workflow = kind.workflow
    steps = {one.key: one.name for one in workflow.steps if not one.automatic} if workflow else {}
    return {
        "kind": kind.kind, "name": kind.name, "room": kind.room, "begins": kind.begins, "steps": steps,
        "fields": [{"key": one.key, "label": one.label, "type": one.type, "long": one.long} for one in kind.fields],
        "states": {str(key): str(label) for key, label in workflow.states.choices} if workflow else {},
    }  # fmt: skip


@router.get("/todo", tags=["read"], response={200: list[ToDoOut], **PROBLEMS})
def waiting(request: HttpRequest) -> Any:
    """What waits for the holder, the earliest due first."""
    caller = caller_of(request)
    most = norms.number(norms.PAGE, caller.token.account.committee)
    found = [one for one in todo(caller.actor, most) if caller.reaches(one.record._meta.app_label)]
    return [
        {
            "kind": one.record._meta.label_lower, "id": one.record.uid, "title": one.title, "step": one.step.key,
            "step_name": one.step.name, "state": one.kind, "due_on": one.due_on,
        }
        for one in found
    ]  # fmt: skip


@router.get("/records/{kind}", tags=["read"], response={200: Records, **PROBLEMS})
def records(
    request: HttpRequest,
    kind: KindKey,
    cursor: Cursor = "",
    limit: Limit = None,
    committee: UUID | None = None,
    state: Annotated[str | None, Field(max_length=40)] = None,
    due_until: Day | None = None,
    since: Day | None = None,
    of: UUID | None = None,
) -> Any:
    """Records of a kind, the newest first.

    ``since`` is the day from which they were entered, ``of`` a record that they belong to: a proposal its hand-overs.
    """
    caller = caller_of(request)
    found = caller.kind(kind)
    _expect_state(found, state)
    wanted = {"committee": committee, "state": state, "due_until": due_until, "since": _midnight(since), "of": of}
    rows = queries.listed(caller.actor, found, wanted)
    try:
        page = keyset(rows, ["-pk"], cursor, _size(caller, norms.PAGE, limit), strict=True)
    except BadCursor:
        raise Refusal("api.bad_cursor", field="cursor", name="cursor") from None
    return {"items": telling.records(caller.actor, found, page.items), "next": page.next_cursor}


def _expect_state(kind: Kind, state: str | None) -> None:
    if state is None:
        return
    known = list(kind.workflow.states.values) if kind.workflow is not None else []
    if state not in known:
        raise Refusal("api.no_state", field="state", name=kind.name, state=state, known=", ".join(known) or "—")


def _midnight(day: dt.date | None) -> dt.datetime | None:
    return None if day is None else clock.as_moment(day).replace(hour=0)


def _size(caller: Caller, norm: str, asked: int | None) -> int:
    """How many at once: as asked, but never more than the norm."""
    most = norms.number(norm, caller.token.account.committee)
    return min(asked or most, most)


@router.get("/records/{kind}/{uuid:uid}", tags=["read"], response={200: Record, **PROBLEMS})
def record(request: HttpRequest, response: HttpResponse, kind: KindKey, uid: UUID) -> Any:
    """One record with its long texts; ``ETag`` is its version, as a step's ``If-Match`` takes it."""
    caller = caller_of(request)
    found = caller.kind(kind)
    row = queries.one(caller.actor, found, uid)
    if getattr(row, "version", None):
        response.headers["ETag"] = f'"{row.version}"'
    return telling.record(caller.actor, found, row)


@router.get("/records/{kind}/{uuid:uid}/files", tags=["read"], response={200: list[FileOut], **PROBLEMS})
def record_files(request: HttpRequest, kind: KindKey, uid: UUID) -> Any:
    """The attachments of a record, where the holder may read them."""
    caller = caller_of(request)
    found = caller.kind(kind)
    queries.one(caller.actor, found, uid)
    right = right_of(found.kind)
    if right is None or not right.may_read(caller.actor, uid):
        return []
    return _attached(attachments.of(found.kind, uid))


@router.post("/records/{kind}/{uuid:uid}/files", tags=["do"], response={201: list[FileOut], **PROBLEMS})
def attach(request: HttpRequest, kind: KindKey, uid: UUID, files: File[list[UploadedFile]]) -> Any:
    """Attach files, all or none; the same content is attached once. Types and sizes are the norms of the page."""
    caller = caller_of(request)
    caller.expect_writing()
    found = caller.kind(kind)
    queries.one(caller.actor, found, uid)
    caller.expect_upload()
    return Status(201, _attached(keeping.attach_all(caller.actor, found.kind, uid, files)))


def _attached(rows: Sequence[Attachment]) -> list[dict[str, Any]]:
    return [
        {
            "id": one.uid, "name": one.name, "label": one.label, "size": one.size, "added_at": one.created_at,
            "address": reverse("api:v1:file", args=[one.uid]),
        }
        for one in rows
    ]  # fmt: skip


BYTES = "application/octet-stream"  # no program should run it for what it calls itself
BINARY = {"content": {BYTES: {"schema": {"type": "string", "format": "binary"}}}}


@router.get(
    "/files/{uuid:uid}",
    tags=["read"],
    response=PROBLEMS,
    url_name="file",
    openapi_extra={"responses": {200: {"description": "OK", **BINARY}}},
)
def file(request: HttpRequest, uid: UUID) -> Any:
    """The bytes of an attachment; the journal says that they were taken."""
    caller = caller_of(request)
    held = attachments.readable(caller.actor, uid)
    if not caller.reaches(held.kind.partition(".")[0]):
        raise Missing("files.missing")
    found, path = keeping.read(caller.actor, uid)
    with line(caller.actor, "api.file_read", subject=found, committee=found.committee_id):
        pass
    answer = FileResponse(path.open("rb"), as_attachment=True, filename=found.name, content_type=BYTES)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


NOW = "now"


@router.get("/changes", tags=["read"], response={200: Changes, **PROBLEMS})
def changes(request: HttpRequest, after: Cursor = "", limit: Limit = None) -> Any:
    """What happened after a cursor to records that the holder may see now: kind, id, event and moment alone.

    Without a cursor from the beginning; ``now`` gives the cursor that stands at the end. The same cursor may be asked
    again: nothing is missed and nothing is taken off.
    """
    caller = caller_of(request)
    if after == NOW:
        return {"items": [], "next": cursors.written(queries.last_line()), "more": False}
    reached = [one for one in all_kinds() if caller.reaches(one.room)]
    found, last, more = queries.changes(caller.actor, reached, cursors.read(after), _size(caller, norms.CHANGES, limit))
    items = [{"kind": one.kind, "id": one.uid, "event": one.event, "at": one.at} for one in found]
    return {"items": items, "next": cursors.written(last), "more": more}
