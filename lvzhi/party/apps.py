"""Party's app."""

from __future__ import annotations

from django.apps import AppConfig


class PartyConfig(AppConfig):
    """Registers words, norms, procedures, figures and record kinds."""

    name = "lvzhi.party"
    label = "party"
    verbose_name = "党建"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.journal import events
        from lvzhi.messages import codes
        from lvzhi.party import metrics, norms, ties, vocabulary, workflow  # noqa: F401  reason: norms declares itself by being imported
        from lvzhi.party.actions import open_quarters
        from lvzhi.workflow import duties

        sentences.register(vocabulary.REFUSALS)
        events.register(vocabulary.EVENTS)
        codes.register(vocabulary.MESSAGES)
        workflow.register()
        metrics.register()
        ties.register()
        duties.register(duties.Duty("party.quarters", vocabulary.OPENING_QUARTERS, open_quarters))
