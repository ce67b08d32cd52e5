"""A unit passes into another: what it still has to solve or answer moves with it, on record."""

from __future__ import annotations

from lvzhi.directory.successions import Passing
from lvzhi.journal.lines import line
from lvzhi.ledger.models import Advice, Problem
from lvzhi.ledger.vocabulary.states import AdviceState, ProblemState


def pass_on(passing: Passing) -> int:
    """Move open problems and unanswered advice of a unit that ends to its main heir; what is done keeps its name."""
    unit, heir, moved = passing.unit, passing.main, 0
    open_states = [ProblemState.OPEN, ProblemState.DONE, ProblemState.LONG_TERM]
    for field in ("owner_unit", "helper_unit"):
        for problem in Problem.objects.live().filter(state__in=open_states, **{field: unit}):
            setattr(problem, field, heir)
            moved += _moved(passing, problem)
    for advice in Advice.objects.live().filter(unit=unit, state=AdviceState.SUBMITTED):
        advice.unit = heir
        moved += _moved(passing, advice)
    return moved


def _moved(passing: Passing, entry: Problem | Advice) -> int:
    with line(passing.actor, "ledger.passed", subject=entry, committee=entry.committee_id, heir=passing.main.name):
        entry.version += 1
        entry.save()
    return 1
