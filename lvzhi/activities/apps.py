"""Activities' app."""

from __future__ import annotations

from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    """Registers words, norms and procedures."""

    name = "lvzhi.activities"
    label = "activities"
    verbose_name = "会议与活动"

    def ready(self) -> None:
        from lvzhi.access import sentences
        from lvzhi.activities import metrics, norms, ties, vocabulary, workflow  # noqa: F401  reason: norms declares itself by being imported
        from lvzhi.activities.actions.organs import TOPIC
        from lvzhi.activities.vocabulary import (
            arrivals,
            consultation,
            feeds,
            minutes,
            partying,
            plenary,
            sheet,
            supervision,
        )
        from lvzhi.committee import successions
        from lvzhi.journal import events
        from lvzhi.messages import codes

        sentences.register(vocabulary.REFUSALS | vocabulary.SERVICE_REFUSALS)
        sentences.register(feeds.FEED_REFUSALS | sheet.SHEET_REFUSALS)
        events.register(vocabulary.EVENTS | vocabulary.SERVICE_EVENTS)
        events.register(feeds.FEED_EVENTS | sheet.SHEET_EVENTS)
        sentences.register(arrivals.ARRIVAL_REFUSALS | minutes.MINUTES_REFUSALS)
        events.register(arrivals.ARRIVAL_EVENTS | minutes.MINUTES_EVENTS)
        sentences.register(plenary.SPEECH_REFUSALS | partying.PARTY_REFUSALS)
        events.register(plenary.SPEECH_EVENTS | partying.PARTY_EVENTS)
        codes.register(plenary.SPEECH_MESSAGES)
        codes.register(vocabulary.MESSAGES, tasks=vocabulary.TASKS)
        sentences.register(supervision.SUPERVISION_REFUSALS)
        events.register(supervision.SUPERVISION_EVENTS)
        sentences.register(consultation.CONSULTATION_REFUSALS)
        events.register(consultation.CONSULTATION_EVENTS)
        codes.register(supervision.SUPERVISION_MESSAGES, tasks=supervision.SUPERVISION_TASKS)
        workflow.register()
        metrics.declare()
        ties.register()
        successions.register(TOPIC)
        _register_texts()


def _register_texts() -> None:
    """Which texts of the room are found, each under the rule of its own page."""
    from lvzhi.activities import rules
    from lvzhi.activities.models.activity import Activity
    from lvzhi.activities.models.consultation import Site, Speech
    from lvzhi.activities.models.plenary import PlenarySpeech
    from lvzhi.activities.models.supervision import SupervisionOpinion
    from lvzhi.search import kinds as search

    search.register(
        search.of(
            Activity, rules.visible, "activities:detail", ["title"], body=["topic", "notice", "summary"],
            day="held_on", organ="organ_id",
        ),
        search.of(
            PlenarySpeech, rules.visible_plenary_speech, "activities:plenary_speech", ["title"], body=["text"],
            names=["name"], day="handed_on", organ="organ_id",
        ),
        search.of(
            Speech, rules.visible_speech, "activities:speech", ["title"], body=["text"], names=["name"],
            committee="activity__committee_id", day="activity__held_on",
        ),
        search.of(
            SupervisionOpinion, rules.visible_opinion, "activities:opinion", ["title"], body=["answer"],
            number=["number"], day="sent_on",
        ),
        search.of(Site, rules.visible_site, "activities:site", ["name"], names=["address"], day="opens"),
    )  # fmt: skip
