"""Ballots' app."""

from __future__ import annotations

from django.apps import AppConfig


class BallotsConfig(AppConfig):
    """Registers words, norms, procedures, figures and record kinds."""

    name = "lvzhi.ballots"
    label = "ballots"
    verbose_name = "无记名测评"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.ballots import metrics, norms, ties, vocabulary, workflow  # noqa: F401  reason: norms declares itself by being imported
        from lvzhi.journal import events
        from lvzhi.messages import codes

        sentences.register(vocabulary.REFUSALS)
        events.register(vocabulary.EVENTS)
        codes.register(vocabulary.MESSAGES, tasks=vocabulary.TASKS)
        workflow.register()
        metrics.register()
        ties.register()
