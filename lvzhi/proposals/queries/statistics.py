"""What each unit did within a frame of the statistics, in as many statements whatever the number of units (R1.123)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count

from lvzhi.proposals.models import Assignment
from lvzhi.proposals.queries.counting import (
    ANSWERS,
    answered_in_time,
    due_handed_over,
    hand_overs,
    handed_over,
    handed_over_answered,
    rated_result,
    returned_ratings,
    returns_in,
)
from lvzhi.proposals.queries.reading import Rows
from lvzhi.proposals.vocabulary import AssignState, Grade, UnitRole

PLEASED = (Grade.SATISFIED, Grade.BASICALLY)


@dataclass
class UnitWork:
    """One unit's counts."""

    pk: int
    name: str
    held: dict[str, int] = field(default_factory=lambda: {str(role.value): 0 for role in UnitRole})
    assigned: int = 0
    answered: int = 0
    due: int = 0
    in_time: int = 0
    returns: int = 0
    rated: int = 0
    pleased: int = 0


def by_unit(scope: Any, period: Any, session: str = "") -> list[UnitWork]:
    """The units that held proposals, in the order of their names as they are read."""
    from pypinyin import lazy_pinyin  # its tables take a moment to load: only who sorts names pays for it

    def of(rows: Rows, path: str = "") -> Rows:
        return rows.filter(**{f"{path}session_id": session}) if session else rows

    found: dict[int, UnitWork] = {}
    rows = of(hand_overs(scope, period), "proposal__").order_by()
    for pk, name, role, count in rows.values_list("unit_id", "unit__name", "role").annotate(Count("pk")):
        found.setdefault(pk, UnitWork(pk, name)).held[role] = count
    counted = {
        "assigned": of(handed_over(scope, period)), "answered": of(handed_over_answered(scope, period)),
        "due": of(due_handed_over(scope, period)), "in_time": of(answered_in_time(scope, period)),
    }  # fmt: skip
    for name, proposals in counted.items():
        _fill(found, name, _answering(proposals.values("pk"), "proposal_id"))
    ratings = {"rated": returned_ratings(scope, period), "pleased": rated_result(scope, period, *PLEASED)}
    for name, given in ratings.items():
        _fill(found, name, _rated(of(given, "proposal__")))
    asked = of(returns_in(scope, period), "proposal__").order_by()
    _fill(found, "returns", asked.values_list("unit_id").annotate(Count("pk")))
    return sorted(found.values(), key=lambda one: (lazy_pinyin(one.name), one.pk))


def _fill(found: dict[int, UnitWork], name: str, counts: Rows) -> None:
    for pk, count in counts:
        if pk in found:
            setattr(found[pk], name, count)


def _standing() -> Rows:
    rows = Assignment.objects.live().filter(role__in=ANSWERS)
    return rows.exclude(state__in=[AssignState.REPLACED, AssignState.STOPPED]).order_by()


def _answering(proposals: Rows, field_name: str) -> Rows:
    rows = _standing().filter(**{f"{field_name}__in": proposals})
    found: Rows = rows.values_list("unit_id").annotate(Count("proposal_id", distinct=True))
    return found


def _rated(ratings: Rows) -> Rows:
    rows = _standing().filter(proposal__ratings__in=ratings.order_by().values("pk"))
    found: Rows = rows.values_list("unit_id").annotate(Count("proposal__ratings", distinct=True))
    return found
