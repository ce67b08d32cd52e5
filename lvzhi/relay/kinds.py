"""The registry of kinds of record that packages carry: each says what is done with one that has come.

A room, or a part of this one, registers a kind in `AppConfig.ready`. It posts its records with `actions.post` and is
called with those that came, version by version, in the order in which the other side sent them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol
from uuid import UUID

from lvzhi.access import Actor


class File(Protocol):
    """An attachment that came with a record."""

    @property
    def name(self) -> str: ...
    @property
    def digest(self) -> str: ...
    @property
    def data(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Arrival:
    """A record that came.

    Args:
        uid, version: which record of the sender, and which version of it.
        payload: its content as JSON gives it; nothing of its shape is certain but that it is an object.
        number: of the package. made: when the sender made the package.
    """

    kind: str
    uid: UUID
    version: int
    payload: Mapping[str, Any]
    number: int
    made: dt.datetime


Take = Callable[[Actor, Any, Arrival, Sequence[File]], None]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record.

    Args:
        key: its name in the manifest: letters, digits, points, underscores; stable.
        name: Chinese name.
        take: does what is to be done with one, given (actor, peer, arrival, files), inside the transaction in which
            the package is taken. A `Refusal` it raises undoes what it did for this record, is noted and goes back to
            the sender with the next receipt; the other records of the package are taken.
        title: what a list calls a record of this payload; must bear any shape.
        always: whether every peer may send it.
    """

    key: str
    name: str
    take: Take
    title: Callable[[Mapping[str, Any]], str] = field(default=lambda payload: "")
    always: bool = False


_KINDS: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Add a kind, or put another in its place."""
    _KINDS[kind.key] = kind


def kind_of(key: str) -> Kind | None:
    """The kind of that key; None where nobody registered one."""
    return _KINDS.get(key)


def kinds() -> tuple[Kind, ...]:
    """All kinds in order of registration."""
    return tuple(_KINDS.values())


def name_of(key: str) -> str:
    """What people call it; the key itself where nobody registered it."""
    found = _KINDS.get(key)
    return found.name if found else key


def title_of(key: str, payload: Mapping[str, Any]) -> str:
    """What a list calls a record; "" where its payload does not say."""
    found = _KINDS.get(key)
    text = found.title(payload) if found else ""
    return text[:TITLE_LENGTH]


TITLE_LENGTH = 300


def said(payload: Mapping[str, Any], *path: str) -> str:
    """A text somewhere in a payload; "" where there is none."""
    found: Any = payload
    for step in path:
        found = found.get(step) if isinstance(found, Mapping) else None
    return found if isinstance(found, str) else ""
