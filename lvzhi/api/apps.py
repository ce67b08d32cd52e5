"""The Django application of the room."""

from __future__ import annotations

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Registers the room's norms, sentences and journal events, and holds its pages to limits."""

    name = "lvzhi.api"
    label = "api"
    verbose_name = "接口"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.accounts import limits, links
        from lvzhi.accounts.links import Link
        from lvzhi.api import norms, vocabulary  # noqa: F401  reason: norms declares itself by being imported
        from lvzhi.journal import events

        sentences.register(vocabulary.REFUSALS)
        events.register(vocabulary.EVENTS)
        links.register(
            Link(vocabulary.TITLES["tokens"], "api:tokens", "link"),
            Link(vocabulary.TITLES["tokens"], "api:guarded", "link"),
        )
        limits.register("proof", limits.KINDS["proof"], "api:tokens")
