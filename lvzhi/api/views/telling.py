"""Records as JSON tells them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from lvzhi.access import Actor
from lvzhi.api import queries
from lvzhi.api.kinds import Kind, reach
from lvzhi.committee.models import Committee as Place


def plain(value: Any) -> Any:
    """A value for JSON: days and moments as ISO 8601, amounts as text, anything unknown as people read it."""
    if value is None or isinstance(value, bool | int | str | float):
        return value
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    return str(value)


def committee(place: Place | None) -> dict[str, Any] | None:
    """A committee."""
    return None if place is None else {"id": place.uid, "name": place.display, "code": place.code}


def records(actor: Actor, kind: Kind, rows: Sequence[Any], *, whole: bool = False) -> list[dict[str, Any]]:
    """Records of any kind.

    Args:
        whole: with the long texts.
    """
    seen = queries.seen_behind(actor, kind, rows)
    return [_record(kind, row, seen, whole=whole) for row in rows]


def record(actor: Actor, kind: Kind, row: Any) -> dict[str, Any]:
    """One record with its long texts."""
    return records(actor, kind, [row], whole=True)[0]


def _record(kind: Kind, row: Any, seen: queries.Seen, *, whole: bool) -> dict[str, Any]:
    hidden = [path for path, keys in seen.items() if getattr(reach(row, path), "pk", None) not in keys]
    fields = {
        one.key: None if any(one.path.startswith(f"{path}__") for path in hidden) else plain(one.read(row))
        for one in kind.fields
        if one.told is None and (whole or not one.long)
    }
    if whole:
        fields |= {one.key: queries.told(one, row) for one in kind.fields if one.told is not None}
    return {
        "kind": kind.kind, "id": row.uid, "title": kind.title(row), "page": kind.url(row),
        "committee": committee(getattr(row, "committee", None)), "state": state(kind, row),
        "outcome": getattr(row, "outcome", "") or None, "version": getattr(row, "version", None),
        "created_at": getattr(row, "created_at", None), "voided": getattr(row, "voided_at", None) is not None,
        "of": {name: reference(getattr(row, name)) for name in kind.parents if name not in hidden}, "fields": fields,
    }  # fmt: skip


def gone(kind: Kind, uid: UUID) -> dict[str, Any]:
    """A record that one may not see any more."""
    nothing = dict.fromkeys(("committee", "state", "outcome", "version", "created_at"))
    return {"kind": kind.kind, "id": uid, "title": "", "page": "", "voided": False, "of": {}, "fields": {}, **nothing}


def reference(row: Any) -> dict[str, Any]:
    """Which record it is."""
    return {"kind": row._meta.label_lower, "id": row.uid}


def state(kind: Kind, row: Any) -> dict[str, Any] | None:
    """Where it is, who has it there and until when."""
    workflow = kind.workflow
    if workflow is None:
        return None
    return {
        "key": row.state, "name": workflow.label(row.state), "holder": workflow.holders.get(row.state),
        "since": row.state_since, "due_on": row.due_on,
    }  # fmt: skip
