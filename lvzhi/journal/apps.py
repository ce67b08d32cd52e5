"""The journal's app: its own events and refusals are registered like everybody's."""

from __future__ import annotations

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The journal."""

    name = "lvzhi.journal"
    label = "journal"
    verbose_name = "操作日志"

    def ready(self) -> None:
        """Register sentences and the checks of sealed models."""
        from lvzhi.access import sentences
        from lvzhi.journal import checks, events, vocabulary

        events.register(vocabulary.EVENTS)
        sentences.register(vocabulary.REFUSALS)
        checks.enlist()
