"""The links room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class LinksConfig(AppConfig):
    """Ties between records."""

    name = "lvzhi.links"
    label = "links"
    verbose_name = "关联"

    def ready(self) -> None:
        """Register sentences."""
        from lvzhi.access import sentences
        from lvzhi.journal import events
        from lvzhi.links import vocabulary

        events.register(vocabulary.EVENTS)
        sentences.register(vocabulary.REFUSALS)
