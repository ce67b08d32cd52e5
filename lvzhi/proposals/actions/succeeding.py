"""A unit passed into another: what it still has in hand, and what it still owes, goes to the main heir (R1.102).

Answers and ended hand-overs keep the name of the unit that gave them.
"""

from __future__ import annotations

from lvzhi.directory.successions import Passing
from lvzhi.proposals.models import Assignment, Promise
from lvzhi.proposals.vocabulary import AssignState, PromiseState, UnitRole

IN_HAND = (AssignState.PENDING, AssignState.SIGNED, AssignState.RETURN_ASKED, AssignState.APPROVING)
OWED = (PromiseState.OPEN, PromiseState.BROKEN, PromiseState.RESCHEDULED)


def pass_on(passing: Passing) -> int:
    """Move open hand-overs and promises to the main heir; one the heir holds by itself already stays as it is."""
    moved = 0
    rows = Assignment.objects.live().filter(unit=passing.unit, state__in=IN_HAND).select_related("proposal")
    held = set(
        Assignment.objects.live().filter(unit=passing.main).exclude(state=AssignState.REPLACED)
        .values_list("proposal_id", flat=True)
    )  # fmt: skip
    for row in rows:
        if row.proposal_id in held:
            continue
        row.unit = passing.main
        row.version += 1
        row.save()
        if row.role != UnitRole.CO and row.proposal.lead_unit_id == passing.unit.pk:
            row.proposal.lead_unit = passing.main
            row.proposal.save()
        moved += 1
    for promise in Promise.objects.live().filter(unit=passing.unit, state__in=OWED):
        promise.unit = passing.main
        promise.version += 1
        promise.save()
        moved += 1
    return moved
