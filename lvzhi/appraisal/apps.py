"""The app of the appraisal of staff."""

from __future__ import annotations

from django.apps import AppConfig


class AppraisalConfig(AppConfig):
    """Registers words, norms, procedures, figures and record kinds."""

    name = "lvzhi.appraisal"
    label = "appraisal"
    verbose_name = "机关考核"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.appraisal import metrics, norms, ties, vocabulary, workflow  # noqa: F401  reason: norms declares itself by being imported
        from lvzhi.journal import events
        from lvzhi.messages import codes

        sentences.register(vocabulary.REFUSALS)
        events.register(vocabulary.EVENTS)
        codes.register(vocabulary.MESSAGES)
        workflow.register()
        metrics.register()
        ties.register()
