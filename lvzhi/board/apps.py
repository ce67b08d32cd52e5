"""The app of the desk of numbers."""

from __future__ import annotations

from django.apps import AppConfig


class BoardConfig(AppConfig):
    """Registers words and norms, and remembers for the book of figures what a reader keeps at hand."""

    name = "lvzhi.board"
    label = "board"
    verbose_name = "数据看板"

    def ready(self) -> None:
        from django.urls import reverse

        from lvzhi.access import sentences
        from lvzhi.board import norms, queries, vocabulary  # noqa: F401  reason: norms declares itself by being imported
        from lvzhi.journal import events
        from lvzhi.metrics import keeping

        sentences.register(vocabulary.REFUSALS)
        events.register(vocabulary.EVENTS)
        keeping.register(
            keeping.Keeper(
                kept=queries.kept,
                keeps=lambda actor: actor.account_id is not None,
                url=lambda: reverse("board:keep"),
                arrange=lambda: reverse("board:kept"),
            )
        )
