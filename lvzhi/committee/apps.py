"""The committee room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class CommitteeConfig(AppConfig):
    """Tree of committees, terms, sessions, organs."""

    name = "lvzhi.committee"
    label = "committee"
    verbose_name = "政协组织"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.committee import vocabulary
        from lvzhi.journal import events

        sentences.register(vocabulary.REFUSALS)
        events.register(vocabulary.EVENTS)
