"""An organ passes into others: problems it still answers for go on with an heir, on record (R9.7)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from lvzhi.committee.models import Organ
from lvzhi.committee.successions import Item, Passing, Topic
from lvzhi.journal.lines import line
from lvzhi.ledger.models import Problem
from lvzhi.ledger.vocabulary.sentences import PASSING
from lvzhi.ledger.vocabulary.states import ProblemState

KEY = "ledger.problems"
OPEN = (ProblemState.OPEN, ProblemState.DONE, ProblemState.LONG_TERM)


def _open(organ: Organ) -> Any:
    rows = Problem.objects.live().filter(Q(owner_organ=organ) | Q(helper_organ=organ), state__in=OPEN)
    return rows.select_related("committee").order_by("found_on", "pk")


def items(organ: Organ, on: dt.date) -> Sequence[Item]:
    """Problems it answers for or helps with, not struck off."""
    return [Item(str(row.pk), row.title_for_people) for row in _open(organ)]


def move(passing: Passing) -> int:
    """Give each problem to its heir; what is struck off keeps the name."""
    moved = 0
    for row in _open(passing.organ):
        heir = passing.heir(KEY, row.pk)
        facts: dict[str, Any] = {"old": passing.organ.name, "heir": heir.name}
        with line(passing.actor, "ledger.organ_passed", subject=row, committee=row.committee_id, **facts):
            for field in ("owner_organ", "helper_organ"):
                if getattr(row, f"{field}_id") == passing.organ.pk:
                    setattr(row, field, heir)
            row.version += 1
            row.save()
        moved += 1
    return moved


TOPIC = Topic(KEY, PASSING, items, move)
