"""The app of publications."""

from __future__ import annotations

from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    """Registers words, norms, procedures, figures and record kinds."""

    name = "lvzhi.publications"
    label = "publications"
    verbose_name = "文史与宣传"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.journal import events
        from lvzhi.messages import codes
        from lvzhi.publications import metrics, norms, ties, workflow  # noqa: F401  reason: norms declares itself by being imported
        from lvzhi.publications.vocabulary import sentences as words

        sentences.register(words.REFUSALS)
        events.register(words.EVENTS)
        codes.register(words.MESSAGES)
        workflow.register()
        metrics.register()
        ties.register()
