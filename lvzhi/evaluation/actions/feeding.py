"""The result fed back to the employer (R7.8): which letters may go out, and that they went."""

from __future__ import annotations

from collections.abc import Sequence

from lvzhi.access import Actor, Refusal
from lvzhi.deadlines import clock
from lvzhi.evaluation import rules
from lvzhi.evaluation.models import Evaluation, Result
from lvzhi.evaluation.vocabulary.states import DECIDED, ObjectionState
from lvzhi.journal.lines import line


def check_letters(run: Evaluation, actor: Actor) -> None:
    """Whether letters may go out.

    Raises:
        NotAllowed: no keeper. Refusal: not decided.
    """
    rules.keeper.check(actor, run)
    if run.state not in DECIDED:
        raise Refusal("evaluation.not_decided")


def note_letters(run: Evaluation, actor: Actor, rows: Sequence[Result]) -> None:
    """Note that the letters of these results were given out; one whose line is in question has none.

    Raises:
        NotAllowed: no keeper. Refusal: not decided, an objection is open.
    """
    check_letters(run, actor)
    for row in rows:
        if row.objections.live().filter(state=ObjectionState.OPEN).exists() and len(rows) == 1:
            raise Refusal("evaluation.letter_question", name=row.name)
    with line(actor, "evaluation.letters", subject=run, count=len(rows)):
        day = clock.as_day(actor.at)
        for row in rows:
            row.fed_back_on = row.fed_back_on or day
        Result.objects.bulk_update(rows, ["fed_back_on"], batch_size=200)
