"""The procedure of an activity."""

from __future__ import annotations

from lvzhi.activities import vocabulary
from lvzhi.activities.workflow.activity import ACTIVITY
from lvzhi.workflow import registry


def register() -> None:
    """Register the procedures with their journal sentences."""
    registry.register(ACTIVITY, vocabulary.SENTENCES)


__all__ = ["ACTIVITY", "register"]
