"""The app of honours."""

from __future__ import annotations

from django.apps import AppConfig


class HonoursConfig(AppConfig):
    """Registers words, norms, the procedure, figures and the record kind."""

    name = "lvzhi.honours"
    label = "honours"
    verbose_name = "荣誉"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.honours import metrics, norms, ties, vocabulary, workflow  # noqa: F401  reason: norms declares itself by being imported
        from lvzhi.journal import events
        from lvzhi.messages import codes

        sentences.register(vocabulary.REFUSALS)
        events.register(vocabulary.EVENTS)
        codes.register(vocabulary.MESSAGES)
        workflow.register()
        metrics.register()
        ties.register()
