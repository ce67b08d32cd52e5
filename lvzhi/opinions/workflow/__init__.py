"""The procedures of items and of small suggestions."""

from __future__ import annotations

from typing import Final

from lvzhi.opinions.vocabulary.sentences import SENTENCES
from lvzhi.opinions.workflow.concern import CONCERN
from lvzhi.workflow import registry
from lvzhi.workflow.declare import Workflow

WORKFLOWS: Final[dict[str, Workflow]] = {"concern": CONCERN}


def register() -> None:
    """Register the procedures with their journal sentences."""
    for key, workflow in WORKFLOWS.items():
        registry.register(workflow, SENTENCES[key])
