"""The app of the self-check."""

from __future__ import annotations

from django.apps import AppConfig


class EasingConfig(AppConfig):
    """Registers words, norms and what it can check by itself."""

    name = "lvzhi.easing"
    label = "easing"
    verbose_name = "减负自查"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.easing import norms, ties, vocabulary  # noqa: F401  reason: norms declares itself by being imported

        sentences.register(vocabulary.REFUSALS)
        ties.register()
