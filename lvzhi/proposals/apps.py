"""Proposals' app."""

from __future__ import annotations

from django.apps import AppConfig


class ProposalsConfig(AppConfig):
    """Registers words, norms, procedures, figures and record kinds."""

    name = "lvzhi.proposals"
    label = "proposals"
    verbose_name = "提案"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.journal import events
        from lvzhi.messages import codes
        from lvzhi.proposals import metrics, norms, tasks, ties, vocabulary, workflow  # noqa: F401  reason: norms declares itself by being imported
        from lvzhi.proposals.vocabulary import (
            appraising,
            archive,
            batch,
            choosing,
            entry,
            keys,
            past,
            publishing,
            statistics,
        )
        from lvzhi.workflow import duties

        sentences.register(vocabulary.REFUSALS)
        sentences.register(vocabulary.HANDLING_REFUSALS)
        sentences.register(entry.ENTRY_REFUSALS)
        sentences.register(keys.KEY_REFUSALS)
        sentences.register(batch.BATCH_REFUSALS)
        sentences.register(past.PAST_REFUSALS)
        sentences.register(publishing.PUBLIC_REFUSALS)
        sentences.register(choosing.EXCELLENT_REFUSALS)
        sentences.register(archive.ARCHIVE_REFUSALS)
        sentences.register(appraising.APPRAISAL_REFUSALS)
        events.register(vocabulary.EVENTS)
        events.register(entry.ENTRY_EVENTS)
        events.register(statistics.STATISTIC_EVENTS)
        events.register(past.PAST_EVENTS)
        events.register(choosing.EXCELLENT_EVENTS)
        events.register(archive.ARCHIVE_EVENTS)
        codes.register(vocabulary.MESSAGES)
        codes.register(vocabulary.HANDLING_MESSAGES)
        codes.register(entry.ENTRY_MESSAGES)
        codes.register(publishing.PUBLIC_MESSAGES)
        codes.register(keys.KEY_MESSAGES)
        codes.register(choosing.EXCELLENT_MESSAGES)
        codes.register(appraising.APPRAISAL_MESSAGES)
        workflow.register()
        metrics.register()
        duties.register(duties.Duty("proposals.cosigning", entry.LAPSING, tasks.lapse_invitations))
        duties.register(duties.Duty("proposals.appraising", appraising.LAPSING, tasks.lapse_appraisals))
        ties.register()
