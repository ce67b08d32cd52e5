"""The procedure of a proposal, of an invitation to co-sign, of a hand-over to a unit, of promises and extensions."""

from __future__ import annotations

from lvzhi.proposals import vocabulary
from lvzhi.proposals.vocabulary.appraising import APPRAISAL_SENTENCES
from lvzhi.proposals.vocabulary.choosing import EXCELLENT_SENTENCES
from lvzhi.proposals.vocabulary.entry import ENTRY_SENTENCES
from lvzhi.proposals.vocabulary.keys import CANDIDATE_SENTENCES, KEY_SENTENCES
from lvzhi.proposals.vocabulary.past import (
    PAST_ASSIGN_SENTENCES,
    PAST_PROMISE_SENTENCES,
    PAST_SENTENCES,
    PAST_SIGN_SENTENCES,
)
from lvzhi.proposals.vocabulary.publishing import PUBLIC_SENTENCES, PUBLISH_SENTENCE
from lvzhi.proposals.workflow.appraising import APPRAISAL
from lvzhi.proposals.workflow.assigning import ASSIGNMENT
from lvzhi.proposals.workflow.choosing import SELECTION
from lvzhi.proposals.workflow.cosigning import COSIGNATURE
from lvzhi.proposals.workflow.keys import CANDIDACY
from lvzhi.proposals.workflow.promising import EXTENSION, PROMISE
from lvzhi.proposals.workflow.proposal import PROPOSAL
from lvzhi.proposals.workflow.publishing import PUBLICATION
from lvzhi.workflow import registry


def register() -> None:
    """Register the procedures with their journal sentences."""
    told = vocabulary.SENTENCES | ENTRY_SENTENCES | PAST_SENTENCES | KEY_SENTENCES | {"publish": PUBLISH_SENTENCE}
    registry.register(PROPOSAL, told)
    registry.register(CANDIDACY, CANDIDATE_SENTENCES)
    registry.register(COSIGNATURE, vocabulary.SIGN_SENTENCES | PAST_SIGN_SENTENCES)
    registry.register(
        ASSIGNMENT, vocabulary.ASSIGN_SENTENCES | vocabulary.HANDLING_ASSIGN_SENTENCES | PAST_ASSIGN_SENTENCES
    )
    registry.register(PROMISE, vocabulary.PROMISE_SENTENCES | PAST_PROMISE_SENTENCES)
    registry.register(APPRAISAL, APPRAISAL_SENTENCES)
    registry.register(PUBLICATION, PUBLIC_SENTENCES)
    registry.register(SELECTION, EXCELLENT_SENTENCES)
    registry.register(EXTENSION, vocabulary.EXTENSION_SENTENCES)


__all__ = [
    "APPRAISAL",
    "ASSIGNMENT",
    "CANDIDACY",
    "COSIGNATURE",
    "EXTENSION",
    "PROMISE",
    "PROPOSAL",
    "PUBLICATION",
    "SELECTION",
    "register",
]
