"""Turnover's app."""

from __future__ import annotations

from django.apps import AppConfig


class TurnoverConfig(AppConfig):
    """Registers words, norms, the procedure and the record kind."""

    name = "lvzhi.turnover"
    label = "turnover"
    verbose_name = "换届"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.journal import events
        from lvzhi.messages import codes
        from lvzhi.turnover import norms, ties, vocabulary, workflow  # noqa: F401  reason: norms declares itself by being imported

        sentences.register(vocabulary.REFUSALS)
        events.register(vocabulary.EVENTS)
        codes.register(vocabulary.MESSAGES)
        workflow.register()
        ties.register()
