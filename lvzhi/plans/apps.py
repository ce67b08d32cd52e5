"""Plans' app."""

from __future__ import annotations

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Registers words, norms, procedures, figures and record kinds."""

    name = "lvzhi.plans"
    label = "plans"
    verbose_name = "年度计划"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.committee import successions
        from lvzhi.journal import events
        from lvzhi.messages import codes
        from lvzhi.plans import metrics, norms, ties, vocabulary, workflow  # noqa: F401  reason: norms declares itself by being imported
        from lvzhi.plans.actions.passing import TOPIC

        sentences.register(vocabulary.REFUSALS)
        events.register(vocabulary.EVENTS)
        codes.register(vocabulary.MESSAGES)
        workflow.register()
        metrics.register()
        ties.register()
        successions.register(TOPIC)
