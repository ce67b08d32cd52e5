"""The directory room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Handling units, enterprises, communities and their dated succession."""

    name = "lvzhi.directory"
    label = "directory"
    verbose_name = "单位名录"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.directory import ground, vocabulary
        from lvzhi.journal import events

        sentences.register(vocabulary.REFUSALS)
        events.register(vocabulary.EVENTS)
        ground.declare_all()
