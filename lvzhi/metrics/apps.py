"""Metrics' app."""

from __future__ import annotations

from django.apps import AppConfig


class MetricsConfig(AppConfig):
    """Registers the engine's own words."""

    name = "lvzhi.metrics"
    label = "metrics"
    verbose_name = "指标"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.journal import events
        from lvzhi.metrics import norms, vocabulary  # noqa: F401 the norms declare themselves

        sentences.register(vocabulary.REFUSALS)
        events.register(vocabulary.EVENTS)
