"""Which records of rooms above may be topics of several committees: those rooms say it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from lvzhi.access import Actor
from lvzhi.committee.models import Committee, Organ


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a record, so that nobody types it again.

    Args:
        until: by when it is meant to be done; None where nothing says it.
        task: key of the line of its own committee's plan that it serves, None where it serves none.
    """

    committee: Committee
    organ: Organ | None
    title: str
    until: dt.date | None = None
    task: int | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record that a topic may stand over.

    Args:
        kind: "app_label.model_name", as `links` knows it.
        find: the record of that uid with its committee and organ; None where it is not there or does not stand.
        may_open: whether an actor may open the record to other committees: whoever keeps it.
        known: what is known of the record.
    """

    kind: str
    find: Callable[[UUID], Any]
    may_open: Callable[[Actor, Any], bool]
    known: Callable[[Any], Known]


_KINDS: dict[str, Kind] = {}


def register(*entries: Kind) -> None:
    """Say which records may be topics, in `AppConfig.ready`."""
    for entry in entries:
        _KINDS[entry.kind] = entry


def kind_of(kind: str) -> Kind | None:
    """The registered kind, or None."""
    return _KINDS.get(kind)


def kinds() -> tuple[str, ...]:
    """All registered kinds."""
    return tuple(_KINDS)
