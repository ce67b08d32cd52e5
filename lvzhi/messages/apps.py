"""The Django application of the room; its label differs because django.contrib.messages is installed too."""

from __future__ import annotations

from django.apps import AppConfig


class MessagesConfig(AppConfig):
    """Registers the room's sentences and journal events."""

    name = "lvzhi.messages"
    label = "notices_inbox"
    verbose_name = "消息与通知"

    def ready(self) -> None:
        """Tell the lower rooms what this one adds to them."""
        from lvzhi.access import sentences
        from lvzhi.accounts import telling
        from lvzhi.accounts.vocabulary import factors, resets
        from lvzhi.jobs import endings, kinds
        from lvzhi.journal import events
        from lvzhi.messages import actions, channels, codes, jobs, norms, vocabulary  # noqa: F401  reason: norms declares as it is imported

        channels.check()
        endings.register("inbox", jobs.tell)
        for kind in jobs.KINDS:
            kinds.register(kind)
        codes.register(vocabulary.MESSAGES)
        for told in (factors.TOLD, resets.TOLD):
            codes.register(told, urgent=told)
        telling.register(actions.tell_owner)
        events.register(vocabulary.EVENTS | vocabulary.outside.WAY_EVENTS)
        sentences.register(vocabulary.SENTENCES | vocabulary.outside.WAY_SENTENCES)
