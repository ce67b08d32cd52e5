"""Figures of what was held: events, their days, whom they served, the places seen (R5.6, R13.7–R13.13)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from lvzhi.access import Actor
from lvzhi.activities import queries, rules
from lvzhi.activities.metrics.cuts import EVENT_CUTS, PLACE_CUTS
from lvzhi.activities.models import Activity
from lvzhi.activities.queries import counted
from lvzhi.activities.vocabulary import figures as words
from lvzhi.committee.queries import named
from lvzhi.metrics.declare import Column, Distinct, Metric, Says, Sum

C = words.COLUMNS
KIND = "activities.activity"
COLUMNS = (
    Column("title", C["title"]),
    Column("kind_name", C["kind"]),
    Column("topic", C["topic"]),
    Column("held_on", C["held_on"], kind="date"),
    Column("days", C["days"], kind="number"),
    Column("organ__name", C["organ"], value=named("held_on")),
    Column("relation", C["relation"], value=lambda row: row.get_relation_display(), kind="tag"),
    Column("committee__display", C["host"]),
    Column("beneficiaries", C["beneficiaries"], kind="number"),
    Column("state", C["state"], value=lambda row: row.get_state_display(), kind="tag"),
)
PLACE_COLUMNS = (
    Column("name", C["place"]),
    Column("role", C["place_role"], value=lambda row: row.get_role_display(), kind="tag"),
    Column("activity__title", C["title"]),
    Column("activity__held_on", C["held_on"], kind="date"),
    Column("asked", C["asked"]),
)


def told(key: str) -> dict[str, Any]:
    """Key, name, unit, definition and aliases as the vocabulary has them."""
    name, unit, meaning = words.FIGURES[key]
    return {"key": key, "name": name, "unit": unit, "meaning": meaning, "aliases": words.ALIASES.get(key, ())}


def _of_visible(actor: Actor) -> Q:
    return Q(activity__in=Activity.objects.filter(rules.visible.rows(actor)).values("pk"))


EVENTS = Metric(
    **told("activities.events"), rows=queries.counting, columns=COLUMNS, cuts=EVENT_CUTS,
    visible=rules.visible.rows, record_kind=KIND, rule="R13.8",
    says=(Says(named_by=("family", "kind"), subjects=words.EVENT_SUBJECTS, actions=words.EVENT_ACTIONS,
               units=words.EVENT_UNITS),),
)  # fmt: skip
DAYS = Sum(
    **told("activities.days"), metric=EVENTS, field="days", rule="R5.6",
    says=(Says(named_by=("family", "kind"), subjects=words.EVENT_SUBJECTS, actions=words.EVENT_ACTIONS,
               units=words.DAY_UNITS, trailing=True, narrowed=True),),
)  # fmt: skip
BENEFICIARIES = Sum(
    **told("activities.beneficiaries"), metric=EVENTS, field="beneficiaries", rule="R13.13",
    says=(Says(subjects=words.BENEFIT_SUBJECTS, actions=words.BENEFIT_ACTIONS, units=words.BENEFIT_UNITS,
               trailing=True),),
)  # fmt: skip
PLACES = Metric(
    **told("activities.places"), rows=counted.places, columns=PLACE_COLUMNS, cuts=PLACE_CUTS,
    visible=_of_visible, rule="R5.6",
    says=(Says(named_by=("place",), subjects=words.VISIT_SUBJECTS, actions=words.VISIT_ACTIONS,
               units=words.VISIT_UNITS),),
)  # fmt: skip
PLACES_DISTINCT = Distinct(
    **told("activities.places_distinct"), metric=PLACES, field="name", rule="R5.6",
    says=(Says(named_by=("place",), subjects=words.VISIT_SUBJECTS, actions=words.VISIT_ACTIONS,
               units=words.DISTINCT_UNITS),),
)  # fmt: skip
FIGURES = (EVENTS, DAYS, BENEFICIARIES, PLACES, PLACES_DISTINCT)
