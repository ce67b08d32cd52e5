"""What has been read of the norms within one request or job, so that fifty rows ask the database once.

Outside `remembering` nothing is kept: a command or a worker reads afresh each time. A write anywhere in this process
empties the memo of its own context at once; other requests begin with an empty one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db import connection

T = TypeVar("T")


@dataclass
class _Memo:
    kept: dict[tuple[str, int], Any] = field(default_factory=dict)
    # After a write inside a transaction nothing is kept until it ends: it may yet be rolled back.
    dirty: bool = False


_memo: ContextVar[_Memo | None] = ContextVar("lvzhi_norms_memo", default=None)


@contextmanager
def remembering() -> Iterator[None]:
    """Inside the block each committee's norms are read once; blocks nest and share."""
    if _memo.get() is not None:
        yield
        return
    token = _memo.set(_Memo())
    try:
        yield
    finally:
        _memo.reset(token)


def keep(what: str, committee: int, load: Callable[[], T]) -> T:
    """What `load` gives, from the memo where it is already known."""
    memo = _memo.get()
    if memo is None:
        return load()
    if memo.dirty:
        if connection.in_atomic_block:
            return load()
        memo.dirty = False
    key = (what, committee)
    if key not in memo.kept:
        memo.kept[key] = load()
    found: T = memo.kept[key]
    return found


def forget() -> None:
    """Empty the memo after a write."""
    memo = _memo.get()
    if memo is not None:
        memo.kept.clear()
        memo.dirty = True


def written(**_: Any) -> None:
    """Receiver of Django's signals for the models of this room."""
    forget()
