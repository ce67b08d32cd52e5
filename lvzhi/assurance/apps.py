"""The app of the checklist."""

from __future__ import annotations

from django.apps import AppConfig


class AssuranceConfig(AppConfig):
    """Registers words, norms, what can be checked, and the daily anchor."""

    name = "lvzhi.assurance"
    label = "assurance"
    verbose_name = "等保自查"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.assurance import norms, tasks, ties, vocabulary  # noqa: F401  reason: norms declares itself by being imported
        from lvzhi.journal import events
        from lvzhi.workflow import duties

        sentences.register(vocabulary.REFUSALS)
        events.register(vocabulary.EVENTS)
        ties.register()
        duties.register(duties.Duty("assurance.anchors", vocabulary.ANCHORING, tasks.anchor_today))
