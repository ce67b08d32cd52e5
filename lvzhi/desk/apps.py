"""Desk's app."""

from __future__ import annotations

from django.apps import AppConfig
from django.urls import reverse


class DeskConfig(AppConfig):
    """The workplace of whoever is logged in; owns no record."""

    name = "lvzhi.desk"
    label = "desk"
    verbose_name = "工作台"

    def ready(self) -> None:
        """Register the room's words, and that it brings people their reminders, after every room's own duties."""
        from lvzhi.access import sentences
        from lvzhi.desk import glossary, guides, reminders, vocabulary
        from lvzhi.desk import waits as lines
        from lvzhi.jobs.actions import expire
        from lvzhi.jobs.vocabulary import EXPIRING
        from lvzhi.messages import codes, outgoing, settling, waits
        from lvzhi.messages.vocabulary import outside
        from lvzhi.norms import protection
        from lvzhi.search import beside, reading
        from lvzhi.ui import words
        from lvzhi.workflow import duties, reminding

        sentences.register(vocabulary.REFUSALS)
        codes.register(vocabulary.MESSAGES, due=vocabulary.MESSAGES)
        codes.asking(vocabulary.ASKING)
        words.register(glossary.every())
        settling.register(lines.over)
        waits.register(lines.of)
        reminding.register_teller(reminders.tell)
        protection.guides_lie(lambda document: reverse("desk:guide", args=document.split("/")))
        duties.register(duties.Duty("jobs.expiring", EXPIRING, expire))
        duties.register(duties.Duty(reading.KEY, str(reading.READS.name), reading.sweep))
        duties.register(duties.Duty("workflow.reminders", vocabulary.REMINDERS, reminding.remind))
        beside.register("help", guides.beside)
        duties.register(duties.Duty("messages.over", outside.OVER, settling.settle_all))
        duties.register(duties.Duty("messages.out", outside.DUTY, outgoing.ask))
