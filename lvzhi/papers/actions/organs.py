"""An organ passes into others: what it is drafting goes on with an heir; what is issued keeps the name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from lvzhi.committee.models import Organ
from lvzhi.committee.successions import Item, Passing, Topic
from lvzhi.journal.lines import line
from lvzhi.papers.models import Paper
from lvzhi.papers.vocabulary import PaperState
from lvzhi.papers.vocabulary.sentences import PASSING

KEY = "papers.drafts"
OPEN = (PaperState.DRAFT, PaperState.CHECKING, PaperState.CHECKED)


def _open(organ: Organ) -> Any:
    rows = Paper.objects.live().filter(organ=organ, state__in=OPEN)
    return rows.select_related("committee").order_by("pk")


def items(organ: Organ, on: dt.date) -> Sequence[Item]:
    """Papers not issued yet."""
    return [Item(str(row.pk), row.title) for row in _open(organ)]


def move(passing: Passing) -> int:
    """Give each paper to its heir."""
    moved = 0
    for row in _open(passing.organ):
        heir = passing.heir(KEY, row.pk)
        facts: dict[str, Any] = {"old": passing.organ.name, "heir": heir.name}
        with line(passing.actor, "papers.organ_passed", subject=row, committee=row.committee_id, **facts):
            row.organ = heir
            row.version += 1
            row.save()
        moved += 1
    return moved


TOPIC = Topic(KEY, PASSING, items, move)
