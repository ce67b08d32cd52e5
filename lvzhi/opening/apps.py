"""Opening's app."""

from __future__ import annotations

from django.apps import AppConfig


class OpeningConfig(AppConfig):
    """Registers words."""

    name = "lvzhi.opening"
    label = "opening"
    verbose_name = "开张"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.jobs import kinds
        from lvzhi.journal import events
        from lvzhi.opening import carriers, vocabulary

        sentences.register(vocabulary.REFUSALS)
        events.register(vocabulary.EVENTS)
        kinds.register(carriers.KIND)
