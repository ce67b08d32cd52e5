"""Party organisations with their people, what they hold, and what their members do for the public (R10)."""

from lvzhi.party.models.appraisal import Appraisal, Appraised
from lvzhi.party.models.leading import ContactPoint, Duty, PointVisit
from lvzhi.party.models.life import (
    CODE_MOST,
    TEXT_MOST,
    TITLE_MOST,
    WORDS_MOST,
    Deed,
    Meeting,
    Minutes,
    Presence,
    Quarter,
)
from lvzhi.party.models.register import NAME_MOST, Body, Seat

__all__ = [
    "CODE_MOST",
    "NAME_MOST",
    "TEXT_MOST",
    "TITLE_MOST",
    "WORDS_MOST",
    "Appraisal",
    "Appraised",
    "Body",
    "ContactPoint",
    "Deed",
    "Duty",
    "Meeting",
    "Minutes",
    "PointVisit",
    "Presence",
    "Quarter",
    "Seat",
]
