"""Reports' app."""

from __future__ import annotations

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Registers words, norms, procedures, what can be drafted and attached to."""

    name = "lvzhi.reports"
    label = "reports"
    verbose_name = "报告与核对"

    def ready(self) -> None:
        """Tell the lower rooms what this one adds to them."""
        from lvzhi.access import sentences
        from lvzhi.journal import events
        from lvzhi.messages import codes
        from lvzhi.reports import norms, queries, ties, vocabulary, workflow  # noqa: F401  reason: norms declares itself by being imported
        from lvzhi.reports.checking import senses
        from lvzhi.reports.vocabulary.sentences import MESSAGES

        sentences.register(vocabulary.REFUSALS)
        events.register(vocabulary.EVENTS)
        codes.register(MESSAGES)
        senses.provide(queries.in_force)
        workflow.register()
        ties.register()
