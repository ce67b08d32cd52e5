"""Metrics' app."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from django.apps import AppConfig


class MetricsConfig(AppConfig):
    """Registers the engine's own words."""

    name = "lvzhi.metrics"
    label = "metrics"
    verbose_name = "指标"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        from lvzhi.access import sentences
        from lvzhi.journal import events
        from lvzhi.metrics import norms, vocabulary  # noqa: F401 the norms declare themselves

        sentences.register(vocabulary.REFUSALS)
        events.register(vocabulary.EVENTS)
        post_migrate.connect(_migrated, sender=self, dispatch_uid="metrics.migrated")


def _migrated(plan: Sequence[object] = (), **_: Any) -> None:
    """A migration may have written records without a line: nothing kept before is known to be true."""
    if plan:
        lasting = import_module("lvzhi.metrics.lasting")
        lasting.forget()
