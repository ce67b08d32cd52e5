"""The dossier's app."""

from __future__ import annotations

from django.apps import AppConfig


class DossierConfig(AppConfig):
    """Registers words, norms, the procedure of a correction and the card on a member's page."""

    name = "lvzhi.dossier"
    label = "dossier"
    verbose_name = "履职档案"

    def ready(self) -> None:
        """Tell the lower rooms what this one adds to them."""
        from lvzhi.access import sentences
        from lvzhi.dossier import norms, ties, workflow  # noqa: F401  reason: norms declares itself by being imported
        from lvzhi.dossier.vocabulary import amending
        from lvzhi.dossier.vocabulary import sentences as words
        from lvzhi.journal import events
        from lvzhi.messages import codes

        sentences.register(words.REFUSALS | amending.REFUSALS)
        codes.register(amending.MESSAGES)
        workflow.register()
        events.register(words.EVENTS)
        ties.register()
