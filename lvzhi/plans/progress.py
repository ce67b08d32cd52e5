"""The registry of progress: rooms above say which of their records point at a task or a campaign.

Progress is never typed. A record of work names its task by a foreign key, or is tied to it; what the records say is
counted, listed and weighed against the task's aim.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from lvzhi.access import Actor
from lvzhi.ui.marks import Tag


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """One kind of record that points at tasks and campaigns.

    Args:
        key: "app_label.model_name".
        name: Chinese name of the kind.
        rows: live records of it, with whatever their lines read through.
        counts: which of them are work done (held, issued); the others are shown as under way.
        title, address, day, tag: of one record, for its line; the day is that of the work itself.
        visible: which of them an actor may read; the others are counted, not shown.
        day_field: path of the day in the table.
        task, campaign: paths of the foreign keys; "" where the kind has none.
    """

    key: str
    name: str
    rows: Callable[[], QuerySet[Any]]
    title: Callable[[Any], str]
    address: Callable[[Any], str]
    day: Callable[[Any], dt.date | None]
    tag: Callable[[Any], Tag | None]
    visible: Callable[[Actor], Q]
    day_field: str
    counts: Q = Q()  # noqa: RUF009  reason: an empty Q is never mutated; joined ones are new objects
    task: str = "task"
    campaign: str = "campaign"


_SOURCES: dict[str, Source] = {}


def register(*sources: Source) -> None:
    """Say which records point at tasks and campaigns, in `AppConfig.ready`."""
    for source in sources:
        _SOURCES[source.key] = source


def sources() -> tuple[Source, ...]:
    """All kinds that rooms have registered, in order of registration."""
    return tuple(_SOURCES.values())


def forget(key: str) -> None:
    """Take a kind out again; for tests of the registry."""
    _SOURCES.pop(key, None)
