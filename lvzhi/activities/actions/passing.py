"""When a unit passes into another: what is open goes to the main heir, what is done keeps its name."""

from __future__ import annotations

from typing import Any

from lvzhi.activities.models import SupervisionOpinion, Supervisor
from lvzhi.activities.vocabulary.supervision import OpinionState, SupervisorState
from lvzhi.directory.successions import Passing
from lvzhi.journal.lines import line

OPEN = (OpinionState.WRITING, OpinionState.SENT, OpinionState.ANSWERED)
STANDING = (SupervisorState.PROPOSED, SupervisorState.SELECTED, SupervisorState.APPOINTED)


def pass_on(passing: Passing) -> int:
    """Move open opinion papers and standing supervisors of a unit that ends to its main heir."""
    opinions = SupervisionOpinion.objects.live().filter(unit=passing.unit, state__in=OPEN)
    supervisors = Supervisor.objects.live().filter(unit=passing.unit, state__in=STANDING)
    moved = 0
    rows: list[Any] = [*opinions, *supervisors]
    for row in rows:
        with line(passing.actor, "activities.passed", subject=row, committee=row.committee_id, heir=passing.main.name):
            row.unit = passing.main
            row.version += 1
            row.save()
        moved += 1
    return moved
