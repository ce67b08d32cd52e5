"""Facts out of meetings and activities: who was there, on leave, absent; sittings; speeches; service."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import DecimalField, Q
from django.db.models.functions import Cast

from lvzhi.activities.models import Attendance
from lvzhi.activities.vocabulary import KINDS as ACTIVITY_KINDS
from lvzhi.activities.vocabulary import WAS_THERE, Family, Presence, Role, Verdict
from lvzhi.activities.vocabulary.consultation import Spoken
from lvzhi.activities.vocabulary.plenary import Form, SpeechState
from lvzhi.evaluation.kinds.declare import Arm, Facet, FactKind

ACTIVITY = "activities.activity"
KNOWN = Q(person__isnull=False)
WHAT = Facet(key="what", words={code: name for code, name, *_ in ACTIVITY_KINDS})
NOT_WHAT = Facet(key="what!", words=WHAT.words)
FAMILY = Facet(key="family", words=dict(Family.choices))
VERDICT = Facet(key="result", words=dict(Verdict.choices))
PRESENCE = Facet(key="result", words=dict(Presence.choices))
ROLE = Facet(key="role", words=dict(Role.choices))

PART = Arm(
    figure="activities.participations", among=KNOWN, who="person", day="activity__held_on", title="activity__title",
    source=ACTIVITY, uid="activity__uid", same="activity__uid", role="role", result="verdict", what="activity__kind",
    family="activity__family",
)  # fmt: skip
AWAY = tuple(
    replace(PART, figure=figure) for figure in ("activities.leaves", "activities.absences", "activities.official")
)
SITTING = Arm(
    figure="activities.expected", via=(Attendance, "participant"),
    among=Q(participant__person__isnull=False), who="participant__person", day="sitting__on",
    title="participant__activity__title", source=ACTIVITY, uid="participant__activity__uid", same="uid",
    role="participant__role", result="presence", what="participant__activity__kind",
    family="participant__activity__family",
)  # fmt: skip
HALVES = replace(
    SITTING, among=SITTING.among & Q(presence__in=sorted(WAS_THERE)),
    amount=Cast("sitting__half_days", DecimalField(max_digits=14, decimal_places=2)),
)  # fmt: skip
SPEECH = Arm(
    figure="activities.speeches", among=KNOWN, who="person", day="activity__held_on", title="title",
    source="activities.speech", form="form", what="activity__kind", family="activity__family",
)  # fmt: skip
HANDED = Arm(
    figure="activities.plenary_speeches", who="person", day="handed_on", title="title",
    source="activities.plenaryspeech", result="state", form="form", same="uid",
)  # fmt: skip
GIVEN = tuple(
    replace(HANDED, figure=f"activities.plenary_{way}", day="activity__held_on") for way in ("oral", "written")
)
KINDS = (
    FactKind(key="activities.part", arms=(PART, *AWAY), facet=(VERDICT, WHAT, NOT_WHAT, FAMILY, ROLE)),
    FactKind(key="activities.sitting", arms=(SITTING,), facet=(PRESENCE, WHAT, NOT_WHAT, FAMILY)),
    FactKind(key="activities.halves", arms=(HALVES,), facet=(WHAT, NOT_WHAT, FAMILY), amount=True),
    FactKind(
        key="activities.speech", arms=(SPEECH,),
        facet=(Facet(key="form", words=dict(Spoken.choices)), WHAT, NOT_WHAT, FAMILY),
    ),
    FactKind(
        key="activities.plenary_speech", arms=(HANDED,), facet=(Facet(key="result", words=dict(SpeechState.choices)),)
    ),
    FactKind(
        key="activities.plenary_given", arms=GIVEN, facet=(Facet(key="form", words=dict(Form.choices)),)
    ),
    FactKind(
        key="activities.supervised",
        arms=(replace(PART, figure="activities.supervisor_times"),), facet=(WHAT, NOT_WHAT, FAMILY),
    ),
)  # fmt: skip
