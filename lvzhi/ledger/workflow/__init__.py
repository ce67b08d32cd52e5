"""The procedures of the ledger as tables."""

from __future__ import annotations

from lvzhi.ledger.actions import gathering
from lvzhi.ledger.vocabulary.sentences import ADVICE_SENTENCES, PROBLEM_SENTENCES
from lvzhi.ledger.workflow.advice import ADVICE
from lvzhi.ledger.workflow.problem import PROBLEM
from lvzhi.workflow import registry

__all__ = ["ADVICE", "PROBLEM", "register"]


def register() -> None:
    """Tell the engine of both."""
    registry.register(PROBLEM, PROBLEM_SENTENCES)
    registry.register(ADVICE, ADVICE_SENTENCES)
    registry.follow("papers.paper", "send", gathering.when_sent)
    registry.follow("papers.paper", "withdraw", gathering.when_withdrawn)
