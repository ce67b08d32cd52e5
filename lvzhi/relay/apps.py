"""Relay's app."""

from __future__ import annotations

from django.apps import AppConfig


class RelayConfig(AppConfig):
    """Registers words, norms, kinds of record and what the clock does."""

    name = "lvzhi.relay"
    label = "relay"
    verbose_name = "上下联动"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.journal import events
        from lvzhi.relay import carriers, norms, tasks, vocabulary  # noqa: F401  reason: norms declares itself by being imported

        sentences.register(vocabulary.REFUSALS)
        events.register(vocabulary.EVENTS)
        carriers.register()
        tasks.register()
