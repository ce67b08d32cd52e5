"""Sets of states that several steps share."""

from __future__ import annotations

from lvzhi.proposals.vocabulary import State

COMES_BACK = (State.FILED, State.ASSIGNED, State.HANDLING)
HANDED_IN = frozenset(set(State) - {State.DRAFT, State.GATHERING, State.OFFLINE})
UNDERWAY = frozenset({State.FILED, State.ASSIGNED, State.HANDLING, State.ANSWERED, State.REHANDLING})
EXAMINED = frozenset({State.SUBMITTED, State.SECOND_READING})
