"""The consultations' app."""

from __future__ import annotations

from django.apps import AppConfig


class ConsultationsConfig(AppConfig):
    """Registers words, norms, the procedure, figures, and the cards on other rooms' pages."""

    name = "lvzhi.consultations"
    label = "consultations"
    verbose_name = "协商与调研全程"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.consultations import metrics, norms, ties, vocabulary, workflow  # noqa: F401  reason: norms declares itself by being imported
        from lvzhi.messages import codes

        sentences.register(vocabulary.REFUSALS)
        codes.register(vocabulary.MESSAGES)
        workflow.register()
        metrics.register()
        ties.register()
