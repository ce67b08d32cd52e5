"""Rule sets as dated data; a year's evaluation under them."""

from __future__ import annotations

from lvzhi.evaluation.models.rulesets import NAME_MOST, TITLE_MOST, WORDS_MOST, RuleSet
from lvzhi.evaluation.models.running import (
    SAID_MOST,
    TEXT_MOST,
    Evaluation,
    LowResult,
    Objection,
    OrganView,
    Proven,
    Result,
)

__all__ = [
    "NAME_MOST",
    "SAID_MOST",
    "TEXT_MOST",
    "TITLE_MOST",
    "WORDS_MOST",
    "Evaluation",
    "LowResult",
    "Objection",
    "OrganView",
    "Proven",
    "Result",
    "RuleSet",
]
