"""The room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Work in the background."""

    name = "lvzhi.jobs"
    label = "jobs"
    verbose_name = "后台作业"

    def ready(self) -> None:
        """Register sentences, norms, the right to a job's file, and pages as jobs."""
        from lvzhi.access import sentences
        from lvzhi.files import rights
        from lvzhi.jobs import kinds, norms, pages, queries, vocabulary  # noqa: F401  reason: imported for the norms it declares
        from lvzhi.journal import events

        sentences.register(vocabulary.SENTENCES)
        events.register(vocabulary.EVENTS)
        rights.register(
            vocabulary.SUBJECT,
            may_read=queries.may_fetch,
            may_add=lambda actor, uid: actor.account_id is None,  # workers put files there, nobody else
            committee=queries.committee_of,
            personal=True,
        )
        kinds.register(pages.PAGES)
