"""Search's app."""

from __future__ import annotations

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Full text, similar texts."""

    name = "lvzhi.search"
    label = "search"
    verbose_name = "检索"

    def ready(self) -> None:
        """Register sentences, and that the index hears what is written."""
        from lvzhi.access import sentences
        from lvzhi.jobs import kinds as jobs
        from lvzhi.journal import following
        from lvzhi.search import below, keeping, kinds, norms, reading, vocabulary  # noqa: F401  reason: imported for the norms it declares

        sentences.register(vocabulary.REFUSALS)
        kinds.register(below.UNITS)
        following.listen(keeping.heard)
        jobs.register(reading.READS)
