"""The people room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Registers the room's words, norms and figures."""

    name = "lvzhi.people"
    label = "people"
    verbose_name = "委员与人员"

    def ready(self) -> None:
        """Tell the lower rooms what this one adds to them."""
        from lvzhi.access import sentences
        from lvzhi.committee import successions
        from lvzhi.journal import events
        from lvzhi.links import kinds
        from lvzhi.messages import audiences
        from lvzhi.people import metrics, norms, ties, vocabulary  # noqa: F401  reason: norms declares itself on import
        from lvzhi.people.actions.passing import TOPICS
        from lvzhi.search import kinds as search

        sentences.register(vocabulary.REFUSALS)
        events.register(vocabulary.EVENTS)
        metrics.declare()
        audiences.register(ties.ORGANS)
        successions.register(*TOPICS)
        kinds.register(*ties.KINDS)
        search.register(ties.TEXTS)
