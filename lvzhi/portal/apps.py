"""The app of portal."""

from __future__ import annotations

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The public site; owns no record but the addresses of those who follow."""

    name = "lvzhi.portal"
    label = "portal"
    verbose_name = "公开网站"

    def ready(self) -> None:
        """Register words and norms."""
        from lvzhi.access import sentences
        from lvzhi.jobs import kinds
        from lvzhi.journal import events
        from lvzhi.portal import letters, norms, vocabulary  # noqa: F401  reason: norms declares itself by being imported
        from lvzhi.portal.following import JOB_KIND
        from lvzhi.workflow import duties

        sentences.register(vocabulary.REFUSALS)
        events.register(vocabulary.EVENTS)
        kinds.register(kinds.Kind(JOB_KIND, vocabulary.JOB, letters.run))
        duties.register(duties.Duty(JOB_KIND, vocabulary.DUTY, letters.ask))
