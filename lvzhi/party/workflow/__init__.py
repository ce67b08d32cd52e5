"""The procedures of the room."""

from __future__ import annotations

from lvzhi.party import vocabulary
from lvzhi.party.workflow.appraisal import APPRAISAL, LINE
from lvzhi.party.workflow.duties import DUTY
from lvzhi.party.workflow.life import DEED, MEETING, QUARTER
from lvzhi.workflow import registry

__all__ = ["APPRAISAL", "DEED", "DUTY", "LINE", "MEETING", "QUARTER", "register"]


def register() -> None:
    """Register the procedures with their journal sentences."""
    registry.register(MEETING, vocabulary.MEETING_SENTENCES)
    registry.register(QUARTER, vocabulary.QUARTER_SENTENCES)
    registry.register(DEED, vocabulary.DEED_SENTENCES)
    registry.register(APPRAISAL, vocabulary.APPRAISAL_SENTENCES)
    registry.register(LINE, vocabulary.LINE_SENTENCES)
    registry.register(DUTY, vocabulary.DUTY_SENTENCES)
