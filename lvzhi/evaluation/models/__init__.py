"""Rule sets as dated data."""

from __future__ import annotations

from lvzhi.evaluation.models.rulesets import NAME_MOST, TITLE_MOST, WORDS_MOST, RuleSet

__all__ = ["NAME_MOST", "TITLE_MOST", "WORDS_MOST", "RuleSet"]
