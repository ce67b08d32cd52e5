"""The drafts room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    """Autosaved text."""

    name = "lvzhi.drafts"
    label = "drafts"
    verbose_name = "暂存"

    def ready(self) -> None:
        """Register refusals and norms."""
        from lvzhi.access import sentences
        from lvzhi.drafts import norms, vocabulary  # noqa: F401  reason: imported for the norms it declares

        sentences.register(vocabulary.REFUSALS)
