"""What a `line` has seen written so far. Knows models only as shapes; the chain is not its business."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import connection, models

from lvzhi.journal.errors import Unjournalled
from lvzhi.journal.values import Shape, State, shape_of

Key = tuple[str, UUID]
CHUNK = 1000


class _Refetch:
    """Mark: what the row holds is to be read from the database when the line ends."""


REFETCH = _Refetch()


@dataclass(slots=True)
class Change:
    """One record as a line found it and as it left it; `fields` None means every field was written."""

    shape: Shape
    before: State | None
    after: State | _Refetch | None
    fields: set[str] | None = None
    bulk: bool = False


@dataclass
class Sheet:
    """All changes of one line. `latest` is what the database holds now, as far as the lines of this stack know."""

    depth: int
    owner: Any = None
    changes: dict[Key, Change] = field(default_factory=dict)
    latest: dict[Key, State | _Refetch | None] = field(default_factory=dict)
    instances: dict[int, models.Model] = field(default_factory=dict)
    quiet: int = 0

    def put(
        self,
        shape: Shape,
        uid: UUID,
        before: State | None,
        after: State | _Refetch | None,
        *,
        fields: set[str] | None = None,
        bulk: bool = False,
    ) -> None:
        """Note a write; a second write of the same record keeps the first `before`."""
        key = (shape.kind, uid)
        # A savepoint opened since may yet be rolled back without our hearing of it: trust the database then.
        if savepoints() > self.depth:
            after = REFETCH
        known = self.changes.get(key)
        if known is None:
            self.changes[key] = Change(shape, before, after, fields, bulk)
        else:
            known.after = after
            known.fields = None if fields is None or known.fields is None else known.fields | fields
            known.bulk = known.bulk and bulk
        self.latest[key] = after


def savepoints() -> int:
    """How many real savepoints are open; `atomic(savepoint=False)` cannot be undone apart from what surrounds it."""
    return sum(sid is not None for sid in connection.savepoint_ids)


_stack: ContextVar[tuple[Sheet, ...]] = ContextVar("lvzhi_journal_stack", default=())


def stack() -> tuple[Sheet, ...]:
    """The open lines, outermost first."""
    return _stack.get()


def push(sheet: Sheet) -> None:
    """Open a line."""
    _stack.set((*_stack.get(), sheet))


def pop(sheet: Sheet) -> None:
    """Close the innermost line, which must be `sheet`."""
    sheets = _stack.get()
    if not sheets or sheets[-1] is not sheet:
        raise Unjournalled("lines were closed in another order than they were opened")
    _stack.set(sheets[:-1])


def innermost(what: str) -> Sheet:
    """The line a write belongs to. Raises `Unjournalled` when there is none."""
    sheets = _stack.get()
    if not sheets:
        raise Unjournalled(f"{what} outside a journal line: wrap it in `with line(actor, event, …):`")
    return sheets[-1]


def known(kind: str, uid: UUID) -> State | None:
    """What the open lines know a record to hold; None when they know nothing certain."""
    for sheet in reversed(_stack.get()):
        state = sheet.latest.get((kind, uid))
        if isinstance(state, dict):
            return state
        if state is REFETCH:
            return None
    return None


@contextmanager
def quietly(sheet: Sheet) -> Iterator[None]:
    """Inside, writes are known to the caller, who notes them."""
    sheet.quiet += 1
    try:
        yield
    finally:
        sheet.quiet -= 1


def fetch(model: type[models.Model], column: str, values: Iterable[Any], *, lock: bool = False) -> dict[UUID, State]:
    """The states of rows by uid, read from the database in chunks."""
    shape = shape_of(model)
    found: dict[UUID, State] = {}
    wanted = list(values)
    for start in range(0, len(wanted), CHUNK):
        rows = shape.model._base_manager.filter(**{f"{column}__in": wanted[start : start + CHUNK]})
        if lock:
            rows = rows.select_for_update()
        for row in rows.values_list("uid", *shape.attnames):
            found[row[0]] = shape.row(row[1:])
    return found


def settle(sheet: Sheet) -> None:
    """Read from the database what could not be known from memory; drop records that never came to be."""
    open_keys: dict[str, list[Key]] = {}
    for key, change in sheet.changes.items():
        if isinstance(change.after, _Refetch):
            open_keys.setdefault(change.shape.kind, []).append(key)
    for keys in open_keys.values():
        rows = fetch(sheet.changes[keys[0]].shape.model, "uid", [uid for _, uid in keys])
        for key in keys:
            change = sheet.changes[key]
            change.after = sheet.latest[key] = rows.get(key[1])
            if change.after is None and change.before is None:
                del sheet.changes[key]
