"""Reports' app."""

from __future__ import annotations

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Registers the room's words and norms."""

    name = "lvzhi.reports"
    label = "reports"
    verbose_name = "报告与核对"

    def ready(self) -> None:
        """Tell the lower rooms what this one adds to them."""
        from lvzhi.access import sentences
        from lvzhi.journal import events
        from lvzhi.reports import norms, vocabulary  # noqa: F401  reason: norms declares itself by being imported

        sentences.register(vocabulary.REFUSALS)
        events.register(vocabulary.EVENTS)
