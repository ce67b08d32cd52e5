"""Problems solved on the spot: entered, done and struck off in one go (M03, M10)."""

from __future__ import annotations

from collections.abc import Sequence

from lvzhi.access import Actor
from lvzhi.journal.lines import line
from lvzhi.ledger.actions.entering import Occasion, enter_problems
from lvzhi.ledger.models import Problem
from lvzhi.ledger.vocabulary.states import ProblemState
from lvzhi.ledger.vocabulary.words import PROBLEM
from lvzhi.workflow import engine


def solve_at_once(
    actor: Actor, texts: Sequence[str], occasion: Occasion, result: str, *, once: str | None = None
) -> list[Problem]:
    """Enter problems that were solved where they were found, and strike them off: all of them or none.

    Raises:
        NotAllowed, Refusals: as `enter_problems`.
    """
    with line(actor, "ledger.many", committee=occasion.committee, kind=PROBLEM, count=len(texts)):
        return [_struck(actor, row, occasion, result) for row in enter_problems(actor, texts, occasion, once=once)]


def _struck(actor: Actor, row: Problem, occasion: Occasion, result: str) -> Problem:
    if row.state != ProblemState.OPEN:  # the same request a second time
        return row
    done = engine.take(row, "finish_for", actor, {"done_on": occasion.day, "result": result})
    return engine.take(done, "check", actor, {})
