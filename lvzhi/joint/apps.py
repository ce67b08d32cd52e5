"""The app of joint topics."""

from __future__ import annotations

from django.apps import AppConfig


class JointConfig(AppConfig):
    """Registers words, norms, procedures, figures and the record kinds."""

    name = "lvzhi.joint"
    label = "joint"
    verbose_name = "联合课题"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.joint import metrics, norms, ties, vocabulary, workflow  # noqa: F401  reason: norms declares itself by being imported
        from lvzhi.journal import events
        from lvzhi.messages import codes

        sentences.register(vocabulary.REFUSALS)
        events.register(vocabulary.EVENTS)
        codes.register(vocabulary.MESSAGES)
        workflow.register()
        metrics.register()
        ties.register()
