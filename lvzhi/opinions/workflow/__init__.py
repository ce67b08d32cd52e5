"""The procedures of items and of small suggestions."""

from __future__ import annotations

from typing import Final

from lvzhi.opinions.vocabulary import turns as turn_words
from lvzhi.opinions.vocabulary.sentences import SENTENCES
from lvzhi.opinions.workflow import following
from lvzhi.opinions.workflow.concern import CONCERN
from lvzhi.opinions.workflow.suggestion import SUGGESTION
from lvzhi.workflow import registry
from lvzhi.workflow.declare import Workflow

WORKFLOWS: Final[dict[str, Workflow]] = {"concern": CONCERN, "suggestion": SUGGESTION}


def register() -> None:
    """Register the procedures with their journal sentences."""
    for key, workflow in WORKFLOWS.items():
        registry.register(workflow, SENTENCES[key] | (turn_words.SENTENCES if key == "concern" else {}))
    following.register()
