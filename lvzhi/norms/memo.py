"""What has been read of the norms within one request or job, so that fifty rows ask the database once.

Outside `remembering` nothing is kept: a command or a worker reads afresh each time. A write anywhere in this process
empties the memo of its own context at once; other requests begin with an empty one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeVar

from django.db import connection

T = TypeVar("T")


@dataclass
class _Memo:
    kept: dict[tuple[str, int], Any] = field(default_factory=dict)
    # After a write inside a transaction nothing is kept until it ends: it may yet be rolled back.
    dirty: bool = False
    expected: frozenset[int] = frozenset()


_memo: ContextVar[_Memo | None] = ContextVar("lvzhi_norms_memo", default=None)


@dataclass
class Hearing:
    """Whether the norms, code tables or the calendar were asked for anything."""

    asked: bool = False


_hearing: ContextVar[tuple[Hearing, ...]] = ContextVar("lvzhi_norms_hearing", default=())


@contextmanager
def heard() -> Iterator[Hearing]:
    """What is asked of the norms inside the block, whether it is remembered or read; blocks nest and each hears it."""
    found = Hearing()
    token = _hearing.set((*_hearing.get(), found))
    try:
        yield found
    finally:
        _hearing.reset(token)


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


@contextmanager
def afresh() -> Iterator[None]:
    """Inside the block nothing remembered before is known: for work that must not know less than the database now."""
    token = _memo.set(_Memo())
    try:
        yield
    finally:
        _memo.reset(token)


def remembered(rows: Iterable[T]) -> Iterator[T]:
    """Rows made one by one, each with what was read of the norms for those before it.

    A file that is streamed is written when its request has ended, and the request's memo with it; without this every
    line of it would ask the database anew. What is made runs in a context of its own, so that nothing is kept outside.
    """
    own = copy_context()
    own.run(_memo.set, _Memo())
    made = iter(rows)
    while True:
        piece = own.run(_next, made)
        if not piece:
            return
        yield piece[0]


def _next(made: Iterator[T]) -> tuple[T, ...]:
    return tuple(islice(made, 1))


def expect(committees: Iterable[int]) -> None:
    """Whoever reads of one of these will read of the others: they are read together, where anybody remembers at all."""
    memo = _memo.get()
    if memo is not None:
        memo.expected = frozenset(committees)


def keep(
    what: str, committee: int, load: Callable[[], T], several: Callable[[Iterable[int]], Mapping[int, T]] | None = None
) -> T:
    """What `load` gives, from the memo where it is already known.

    Args:
        several: gives the same for many committees at once.
    """
    for listener in _hearing.get():
        listener.asked = True
    memo = _memo.get()
    if memo is None:
        return load()
    if memo.dirty:
        if connection.in_atomic_block:
            return load()
        memo.dirty = False
    key = (what, committee)
    if key not in memo.kept:
        if several is not None and committee in memo.expected:
            memo.kept |= {(what, one): made for one, made in several(memo.expected).items()}
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
