"""The app of opinions."""

from __future__ import annotations

from django.apps import AppConfig


class OpinionsConfig(AppConfig):
    """Registers words, norms, procedures, figures and record kinds."""

    name = "lvzhi.opinions"
    label = "opinions"
    verbose_name = "社情民意信息"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.journal import events
        from lvzhi.messages import codes
        from lvzhi.opinions import metrics, norms, ties, workflow  # noqa: F401  reason: norms declares itself by being imported
        from lvzhi.opinions.vocabulary import sentences as words
        from lvzhi.opinions.vocabulary import turns

        sentences.register(words.REFUSALS | turns.REFUSALS)
        events.register(words.EVENTS | turns.EVENTS)
        codes.register(words.MESSAGES | turns.MESSAGES)
        workflow.register()
        metrics.register()
        ties.register()
