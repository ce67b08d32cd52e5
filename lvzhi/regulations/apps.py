"""The app of rules and matters reported."""

from __future__ import annotations

from django.apps import AppConfig


class RegulationsConfig(AppConfig):
    """Registers words, norms, procedures, figures and record kinds."""

    name = "lvzhi.regulations"
    label = "regulations"
    verbose_name = "制度与请示报告"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.journal import events
        from lvzhi.messages import codes
        from lvzhi.regulations import metrics, norms, ties, workflow  # noqa: F401  reason: norms declares itself by being imported
        from lvzhi.regulations.vocabulary import sentences as words

        sentences.register(words.REFUSALS)
        events.register(words.EVENTS)
        codes.register(words.MESSAGES)
        workflow.register()
        metrics.register()
        ties.register()
