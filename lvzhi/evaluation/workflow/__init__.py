"""The procedures of the room: a rule set, a year's evaluation, points with documents, objections, low results."""

from __future__ import annotations

from lvzhi.evaluation import vocabulary
from lvzhi.evaluation.workflow.runs import LOW, OBJECTION, PROVEN, RUN
from lvzhi.evaluation.workflow.sets import SET
from lvzhi.workflow import registry

ALL = {"set": SET, "run": RUN, "proven": PROVEN, "objection": OBJECTION, "low": LOW}


def register() -> None:
    """Register the procedures with their journal sentences."""
    registry.register(SET, vocabulary.SET_SENTENCES)
    registry.register(RUN, vocabulary.RUN_SENTENCES)
    registry.register(PROVEN, vocabulary.PROVEN_SENTENCES)
    registry.register(OBJECTION, vocabulary.OBJECTION_SENTENCES)
    registry.register(LOW, vocabulary.LOW_SENTENCES)


__all__ = ["ALL", "LOW", "OBJECTION", "PROVEN", "RUN", "SET", "register"]
