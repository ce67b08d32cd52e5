"""The app of portal."""

from __future__ import annotations

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The public site; owns no record."""

    name = "lvzhi.portal"
    label = "portal"
    verbose_name = "公开网站"

    def ready(self) -> None:
        """Register words and norms."""
        from lvzhi.access import sentences
        from lvzhi.journal import events
        from lvzhi.portal import norms, vocabulary  # noqa: F401  reason: norms declares itself by being imported

        sentences.register(vocabulary.REFUSALS)
        events.register(vocabulary.EVENTS)
