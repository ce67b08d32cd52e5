"""Desk's app."""

from __future__ import annotations

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The workplace of whoever is logged in; owns no record."""

    name = "lvzhi.desk"
    label = "desk"
    verbose_name = "工作台"

    def ready(self) -> None:
        """Register the room's refusals."""
        from lvzhi.access import sentences
        from lvzhi.desk import vocabulary

        sentences.register(vocabulary.REFUSALS)
