"""Words of evaluations 考核: rules, facts, results, refusals, journal sentences."""

from __future__ import annotations

from lvzhi.evaluation.vocabulary.sentences import EVENTS, MESSAGES, REFUSALS, SET_SENTENCES

__all__ = ["EVENTS", "MESSAGES", "REFUSALS", "SET_SENTENCES"]
