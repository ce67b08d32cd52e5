"""Lines out of meetings and activities: who was there, by family; who was away, and how; who spoke."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import Case, CharField, OuterRef, Subquery, Value, When

from lvzhi.activities import rules
from lvzhi.activities.models import Attendance
from lvzhi.activities.vocabulary import Family, Proof, Role, Verdict
from lvzhi.activities.vocabulary.consultation import Spoken
from lvzhi.activities.vocabulary.plenary import Source, SpeechState
from lvzhi.dossier.kinds.declare import LineKind
from lvzhi.dossier.vocabulary import words

STRENGTH = {code: place for place, code in enumerate(Proof.values)}  # the strongest first, as the vocabulary has them
_NOTED = Attendance.objects.live().filter(participant=OuterRef("pk"))
WEAKEST = Subquery(
    _NOTED.order_by(
        Case(*(When(proof=code, then=Value(place)) for code, place in STRENGTH.items()), default=Value(0)).desc(), "pk"
    ).values("proof")[:1],
    output_field=CharField(),
)
NOTED_AT = Subquery(_NOTED.order_by("-created_at").values("created_at")[:1])

ATTENDED = LineKind(
    key="activities.attended", group=words.ACTIVITIES, figure="activities.participations",
    whole="activities.expected", person="person", day="activity__held_on", title="activity__title",
    about="activity__kind_name", role="role", result="verdict", proof=WEAKEST, entered=NOTED_AT, uid="activity__uid",
    who="name", roles=dict(Role.choices), results=dict(Verdict.choices), source="activities.activity",
    visible=rules.part_rows,
)  # fmt: skip
BY_FAMILY = tuple(
    replace(ATTENDED, key=f"activities.attended.{family}", cuts=(("family", family),)) for family in Family.values
)
AWAY = tuple(
    replace(ATTENDED, key=key, group=words.AWAY, figure=key, whole="activities.expected")
    for key in ("activities.leaves", "activities.absences")
)
OFFICIAL = replace(ATTENDED, key="activities.official", group=words.AWAY, figure="activities.official", whole="")
SPOKE = replace(
    ATTENDED, key="activities.spoke", group=words.OUTCOMES, cuts=(("role", Role.SPEAK), ("role", Role.MAIN)),
    whole="", again=True,
)  # fmt: skip
SUPERVISED = replace(
    ATTENDED, key="activities.supervisor_times", group=words.OUTCOMES, figure="activities.supervisor_times", whole="",
    again=True,
)  # fmt: skip
CAME = replace(ATTENDED, key=words.CAME, figure="activities.came", again=True)
"""Of those expected who were there: the numerator of the rate of attendance, listed already by family."""
SPOKEN = LineKind(
    key="activities.speeches",
    group=words.SPEECHES,
    figure="activities.speeches",
    person="person",
    day="activity__held_on",
    title="title",
    about="activity__title",
    role="form",
    who="name",
    proof=Value("text", output_field=CharField()),
    roles=dict(Spoken.choices),
    source="activities.speech",
    visible=rules.visible_speech.rows,
)
SPEECH = LineKind(
    key="activities.plenary_speeches",
    group=words.SPEECHES,
    figure="activities.plenary_speeches",
    person="person",
    day="handed_on",
    title="title",
    about="activity__title",
    role="source",
    result="state",
    who="name",
    proof=Value("text", output_field=CharField()),
    roles=dict(Source.choices),
    results=dict(SpeechState.choices),
    source="activities.plenaryspeech",
    visible=rules.visible_plenary_speech.rows,
)
GIVEN = tuple(
    replace(
        SPEECH,
        key=f"activities.plenary_{way}",
        group=words.OUTCOMES,
        figure=f"activities.plenary_{way}",
        day="activity__held_on",
        again=True,
    )
    for way in ("oral", "written")
)
KINDS = (*BY_FAMILY, SPOKEN, SPEECH, *GIVEN, CAME, *AWAY, OFFICIAL, SPOKE, SUPERVISED)
