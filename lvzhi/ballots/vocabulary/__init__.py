"""Words of ballots: states and what a ballot asks, what people are told, what pages say."""

from lvzhi.ballots.vocabulary.sentences import EVENTS, MESSAGES, REFUSALS, TASKS
from lvzhi.ballots.vocabulary.states import (
    ASPECTS,
    BALLOT_SENTENCES,
    GRADES,
    HOLDERS,
    KINDS,
    NEXT,
    OUTCOME_WORDS,
    PHASES,
    SCALE_LABEL,
    SET_LABEL,
    STATE_TONES,
    VOTER_SENTENCES,
    Outcome,
    State,
    VoterState,
)
from lvzhi.ballots.vocabulary.words import DONE, FIELDS, HELPS, SOURCES, WORDS

__all__ = [
    "ASPECTS",
    "BALLOT_SENTENCES",
    "DONE",
    "EVENTS",
    "FIELDS",
    "GRADES",
    "HELPS",
    "HOLDERS",
    "KINDS",
    "MESSAGES",
    "NEXT",
    "OUTCOME_WORDS",
    "PHASES",
    "REFUSALS",
    "SCALE_LABEL",
    "SET_LABEL",
    "SOURCES",
    "STATE_TONES",
    "TASKS",
    "VOTER_SENTENCES",
    "WORDS",
    "Outcome",
    "State",
    "VoterState",
]
