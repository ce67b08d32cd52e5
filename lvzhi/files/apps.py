"""The files room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Attachments."""

    name = "lvzhi.files"
    label = "files"
    verbose_name = "附件"

    def ready(self) -> None:
        """Register sentences, norms and what keeps a ban."""
        from lvzhi.access import sentences
        from lvzhi.files import norms, proving, vocabulary  # noqa: F401  reason: imported for the norms it declares
        from lvzhi.journal import events
        from lvzhi.norms import bans

        events.register(vocabulary.EVENTS)
        sentences.register(vocabulary.REFUSALS)
        bans.register(proving.NO_PLACE_KEPT)
