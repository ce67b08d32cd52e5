"""Words of evaluations 考核: rules, facts, results, refusals, journal sentences."""

from __future__ import annotations

from lvzhi.evaluation.vocabulary.sentences import (
    EVENTS,
    LOW_SENTENCES,
    MESSAGES,
    OBJECTION_SENTENCES,
    PROVEN_SENTENCES,
    REFUSALS,
    RUN_SENTENCES,
    SET_SENTENCES,
)

__all__ = [
    "EVENTS",
    "LOW_SENTENCES",
    "MESSAGES",
    "OBJECTION_SENTENCES",
    "PROVEN_SENTENCES",
    "REFUSALS",
    "RUN_SENTENCES",
    "SET_SENTENCES",
]
