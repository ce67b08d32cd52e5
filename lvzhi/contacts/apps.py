"""The app of the contact network."""

from __future__ import annotations

from django.apps import AppConfig


class ContactsConfig(AppConfig):
    """Registers words, norms, the procedure, figures, record kinds, what happens by the clock."""

    name = "lvzhi.contacts"
    label = "contacts"
    verbose_name = "联系网络"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.contacts import metrics, norms, ties, workflow  # noqa: F401  reason: norms declares itself by being imported
        from lvzhi.contacts.actions.ending import end_lapsed, pass_on
        from lvzhi.contacts.vocabulary import sentences as words
        from lvzhi.directory import successions
        from lvzhi.journal import events
        from lvzhi.messages import codes
        from lvzhi.workflow import duties

        sentences.register(words.REFUSALS)
        events.register(words.EVENTS)
        codes.register(words.MESSAGES)
        workflow.register()
        metrics.register()
        ties.register()
        successions.register(pass_on)
        duties.register(duties.Duty("contacts.ending", words.ENDING, end_lapsed))
