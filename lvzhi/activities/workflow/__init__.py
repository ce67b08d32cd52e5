"""The procedures of an activity and of a request for leave."""

from __future__ import annotations

from lvzhi.activities import vocabulary
from lvzhi.activities.vocabulary.plenary import SPEECH_SENTENCES
from lvzhi.activities.workflow.activity import ACTIVITY
from lvzhi.activities.workflow.leave import LEAVE
from lvzhi.activities.workflow.plenary import SPEECH
from lvzhi.activities.workflow.supervision import EXCHANGE, OPINION, SUPERVISION, SUPERVISOR
from lvzhi.workflow import registry


def register() -> None:
    """Register the procedures with their journal sentences."""
    registry.register(ACTIVITY, vocabulary.SENTENCES)
    registry.register(LEAVE, vocabulary.LEAVE_SENTENCES)
    registry.register(SPEECH, SPEECH_SENTENCES)
    for procedure, sentences in SUPERVISION:
        registry.register(procedure, sentences)


__all__ = ["ACTIVITY", "EXCHANGE", "LEAVE", "OPINION", "SPEECH", "SUPERVISOR", "register"]
