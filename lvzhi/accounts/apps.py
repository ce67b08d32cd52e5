"""The Django application of the room."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Registers the room's norms, sentences and journal events."""

    name = "lvzhi.accounts"
    label = "accounts"
    verbose_name = "账号与任职"

    def ready(self) -> None:
        """Tell the lower rooms what this one adds to them."""
        from django.db.models.signals import post_migrate

        from lvzhi.access import sentences
        from lvzhi.accounts import norms, passing, rules, signals, vocabulary, walls  # noqa: F401  reason: they declare as they are imported
        from lvzhi.accounts.vocabulary import factors, keepers, limits, resets, sso
        from lvzhi.committee import successions
        from lvzhi.journal import events
        from lvzhi.norms.declare import separated_by

        for words in (vocabulary, factors, keepers, limits, resets, sso):
            events.register(words.EVENTS)
            sentences.register(words.SENTENCES)
        successions.register(passing.TOPIC)
        separated_by(rules.is_separated)
        post_migrate.connect(walls.build, sender=self, dispatch_uid="accounts.walls")
