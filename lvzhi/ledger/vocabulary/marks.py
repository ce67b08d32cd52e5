"""States and adoption as tags."""

from __future__ import annotations

from lvzhi.ledger.vocabulary.states import (
    ADOPTION_TONES,
    ADVICE_TONES,
    PROBLEM_TONES,
    Adoption,
    AdviceState,
    ProblemState,
)
from lvzhi.ledger.vocabulary.words import VOIDED
from lvzhi.ui.marks import Tag


def voided_tag() -> Tag:
    """What a voided entry says first."""
    return Tag(VOIDED, "bad", "ban")


def problem_tag(state: str) -> Tag:
    """Where a problem is."""
    known = ProblemState(state)
    return Tag(str(known.label), PROBLEM_TONES[known])  # type: ignore[arg-type]  # reason: the table holds tones


def advice_tag(state: str, outcome: str = "") -> Tag:
    """Where a piece of advice is; once answered, whether it was adopted."""
    if outcome:
        adoption = Adoption(outcome)
        return Tag(str(adoption.label), ADOPTION_TONES[adoption])  # type: ignore[arg-type]  # reason: as above
    known = AdviceState(state)
    return Tag(str(known.label), ADVICE_TONES[known])  # type: ignore[arg-type]  # reason: as above
