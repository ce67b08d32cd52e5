"""The app of wishes."""

from __future__ import annotations

from django.apps import AppConfig


class WishesConfig(AppConfig):
    """Registers words, norms and the procedure."""

    name = "lvzhi.wishes"
    label = "wishes"
    verbose_name = "意见"

    def ready(self) -> None:
        """Tell the lower rooms what this one adds to them."""
        from lvzhi.access import sentences
        from lvzhi.journal import events
        from lvzhi.messages import codes
        from lvzhi.wishes import norms, vocabulary, workflow  # noqa: F401  reason: norms declares itself by being imported

        sentences.register(vocabulary.REFUSALS)
        events.register(vocabulary.EVENTS)
        codes.register(vocabulary.MESSAGES)
        codes.asking(vocabulary.ASKING)
        workflow.register()
