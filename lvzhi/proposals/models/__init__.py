"""Proposals 提案 and what belongs to them: recommendations, co-signatures, hand-overs, replies, ratings, leaders."""

from __future__ import annotations

from lvzhi.proposals.models.appraising import Appraisal
from lvzhi.proposals.models.choosing import ExcellentCandidate, Nomination, Selection
from lvzhi.proposals.models.entry import Consent, Letter, Wording
from lvzhi.proposals.models.handling import (
    Assignment,
    Leading,
    Rating,
    Reply,
)
from lvzhi.proposals.models.keys import KeyCandidate, KeyOpinion, Supervision
from lvzhi.proposals.models.promises import Contact, Extension, Promise, Reminder, ReplyPoint, ReturnAsked
from lvzhi.proposals.models.publishing import Publication, Redaction
from lvzhi.proposals.models.text import (
    TITLE_MOST,
    CoSignature,
    Counter,
    GroundChosen,
    Proposal,
    Recommendation,
    WishedUnit,
)

__all__ = [
    "TITLE_MOST",
    "Appraisal",
    "Assignment",
    "CoSignature",
    "Consent",
    "Contact",
    "Counter",
    "ExcellentCandidate",
    "Extension",
    "GroundChosen",
    "KeyCandidate",
    "KeyOpinion",
    "Leading",
    "Letter",
    "Nomination",
    "Promise",
    "Proposal",
    "Publication",
    "Rating",
    "Recommendation",
    "Redaction",
    "Reminder",
    "Reply",
    "ReplyPoint",
    "ReturnAsked",
    "Selection",
    "Supervision",
    "WishedUnit",
    "Wording",
]
