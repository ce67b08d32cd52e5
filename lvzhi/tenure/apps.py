"""Tenure's app."""

from __future__ import annotations

from django.apps import AppConfig


class TenureConfig(AppConfig):
    """Registers words, norms, procedures, figures and record kinds."""

    name = "lvzhi.tenure"
    label = "tenure"
    verbose_name = "委员变动与遴选"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.journal import events
        from lvzhi.messages import codes
        from lvzhi.tenure import metrics, norms, ties, workflow  # noqa: F401  reason: norms declares itself by being imported
        from lvzhi.tenure.actions import open_cases
        from lvzhi.tenure.vocabulary import sentences as said
        from lvzhi.workflow import duties

        sentences.register(said.REFUSALS)
        events.register(said.EVENTS)
        codes.register(said.MESSAGES)
        workflow.register()
        metrics.register()
        ties.register()
        duties.register(duties.Duty("tenure.absences", said.OPENING_CASES, open_cases))
