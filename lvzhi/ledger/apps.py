"""The ledger's app."""

from __future__ import annotations

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Registers words, norms, procedures, figures, record kinds and the cards on other rooms' pages."""

    name = "lvzhi.ledger"
    label = "ledger"
    verbose_name = "问题台账"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.committee import successions as organs
        from lvzhi.directory import successions
        from lvzhi.journal import events
        from lvzhi.ledger import metrics, norms, ties, workflow  # noqa: F401  reason: norms declares itself by being imported
        from lvzhi.ledger.actions.organs import TOPIC
        from lvzhi.ledger.actions.passing import pass_on
        from lvzhi.ledger.vocabulary import sentences as words
        from lvzhi.messages import codes

        sentences.register(words.REFUSALS)
        events.register(words.EVENTS)
        codes.register(words.MESSAGES)
        workflow.register()
        metrics.register()
        ties.register()
        successions.register(pass_on)
        organs.register(TOPIC)
