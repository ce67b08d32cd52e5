"""Workflow's app."""

from __future__ import annotations

from django.apps import AppConfig


class WorkflowConfig(AppConfig):
    """Registers the engine's own words."""

    name = "lvzhi.workflow"
    label = "workflow"
    verbose_name = "流程"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.journal import events
        from lvzhi.workflow import norms, vocabulary  # noqa: F401  reason: norms declares itself by being imported

        sentences.register(vocabulary.REFUSALS)
        events.register(vocabulary.EVENTS)
