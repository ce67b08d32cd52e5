"""Proposals' app."""

from __future__ import annotations

from django.apps import AppConfig


class ProposalsConfig(AppConfig):
    """Registers words, norms, procedures, figures and record kinds."""

    name = "lvzhi.proposals"
    label = "proposals"
    verbose_name = "提案"

    def ready(self) -> None:
        from lvzhi.proposals import metrics, norms, tasks, ties, workflow  # noqa: F401  reason: norms declares itself by being imported
        from lvzhi.proposals.vocabulary import appraising, entry
        from lvzhi.workflow import duties

        _register_words()
        workflow.register()
        metrics.register()
        duties.register(duties.Duty("proposals.cosigning", entry.LAPSING, tasks.lapse_invitations))
        duties.register(duties.Duty("proposals.appraising", appraising.LAPSING, tasks.lapse_appraisals))
        ties.register()


def _register_words() -> None:
    """Refusals, sentences of the journal, messages."""
    from lvzhi.access import sentences
    from lvzhi.journal import events
    from lvzhi.messages import codes
    from lvzhi.proposals import vocabulary
    from lvzhi.proposals.vocabulary import (
        appraising,
        archive,
        batch,
        choosing,
        entry,
        keys,
        past,
        publishing,
        sections,
        statistics,
    )

    for refusals in (
        vocabulary.REFUSALS, vocabulary.HANDLING_REFUSALS, entry.ENTRY_REFUSALS, keys.KEY_REFUSALS,
        batch.BATCH_REFUSALS, past.PAST_REFUSALS, publishing.PUBLIC_REFUSALS, choosing.EXCELLENT_REFUSALS,
        archive.ARCHIVE_REFUSALS, appraising.APPRAISAL_REFUSALS, sections.SECTION_REFUSALS,
    ):  # fmt: skip
        sentences.register(refusals)
    for told in (
        vocabulary.EVENTS, entry.ENTRY_EVENTS, statistics.STATISTIC_EVENTS, past.PAST_EVENTS,
        choosing.EXCELLENT_EVENTS, archive.ARCHIVE_EVENTS,
    ):  # fmt: skip
        events.register(told)
    for messages in (
        vocabulary.MESSAGES, vocabulary.HANDLING_MESSAGES, entry.ENTRY_MESSAGES, publishing.PUBLIC_MESSAGES,
        keys.KEY_MESSAGES, choosing.EXCELLENT_MESSAGES, appraising.APPRAISAL_MESSAGES,
    ):  # fmt: skip
        codes.register(messages)
