"""The procedure of a proposal, of an invitation to co-sign, and of a hand-over to a unit, as tables."""

from __future__ import annotations

from lvzhi.proposals import vocabulary
from lvzhi.proposals.workflow.assigning import ASSIGNMENT
from lvzhi.proposals.workflow.cosigning import COSIGNATURE
from lvzhi.proposals.workflow.proposal import PROPOSAL
from lvzhi.workflow import registry


def register() -> None:
    """Register the three procedures with their journal sentences."""
    registry.register(PROPOSAL, vocabulary.SENTENCES)
    registry.register(COSIGNATURE, vocabulary.SIGN_SENTENCES)
    registry.register(ASSIGNMENT, vocabulary.ASSIGN_SENTENCES)


__all__ = ["ASSIGNMENT", "COSIGNATURE", "PROPOSAL", "register"]
