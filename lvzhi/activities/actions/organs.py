"""An organ passes into others: activities it has planned and not held go on with an heir."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from lvzhi.activities.models import Activity
from lvzhi.activities.vocabulary import State
from lvzhi.activities.vocabulary.sentences import PASSING
from lvzhi.committee.models import Organ
from lvzhi.committee.successions import Item, Passing, Topic
from lvzhi.journal.lines import line

KEY = "activities.planned"


def _open(organ: Organ, on: dt.date) -> Any:
    rows = Activity.objects.live().filter(organ=organ, state__in=(State.DRAFT, State.PLANNED), held_on__gte=on)
    return rows.select_related("committee").order_by("held_on", "pk")


def items(organ: Organ, on: dt.date) -> Sequence[Item]:
    """Activities of that day and later that have not been held."""
    return [Item(str(row.pk), row.title) for row in _open(organ, on)]


def move(passing: Passing) -> int:
    """Give each activity to its heir; what was held keeps the name."""
    moved = 0
    for row in _open(passing.organ, passing.on):
        heir = passing.heir(KEY, row.pk)
        facts: dict[str, Any] = {"old": passing.organ.name, "heir": heir.name}
        with line(passing.actor, "activities.organ_passed", subject=row, committee=row.committee_id, **facts):
            row.organ = heir
            row.version += 1
            row.save()
        moved += 1
    return moved


TOPIC = Topic(KEY, PASSING, items, move)
