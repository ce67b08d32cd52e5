"""Figures of consultation: points and what was held at them, speeches (R3.8, R3.11)."""

from __future__ import annotations

from django.db.models import Q

from lvzhi.activities import rules
from lvzhi.activities.metrics.cuts import EVENT_CUTS, of_act, of_house
from lvzhi.activities.metrics.events import COLUMNS as EVENT_COLUMNS
from lvzhi.activities.metrics.events import KIND, told
from lvzhi.activities.queries import consultation as queries
from lvzhi.activities.vocabulary import figures as words
from lvzhi.activities.vocabulary.consultation import SITE_KINDS, SITE_KINDS_NAME, Spoken
from lvzhi.committee.scope import Scope
from lvzhi.metrics.declare import Column, Cut, Distinct, Each, Metric, Says
from lvzhi.metrics.periods import Period
from lvzhi.metrics.vocabulary import Kind
from lvzhi.norms import codes

C = words.COLUMNS


def _kinds(scope: Scope, period: Period) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.code, one.name, ()) for one in codes.entries(SITE_KINDS, scope.committee, period.end)]


def _organ(value: str) -> Q:
    return Q(organ_id=int(value) if value.isdecimal() else 0)


SITES = Metric(
    **told("activities.sites"), rows=queries.standing_sites, kind=Kind.STANDING, rule="R3.8",
    columns=(
        Column("name", C["site"]),
        Column("kind", C["site_kind"], value=lambda row: codes.name_of(SITE_KINDS, row.committee_id, row.kind)),
        Column("unit__name", C["community"]),
        Column("organ__name", C["keeper"]),
        Column("opens", C["opens"], kind="date"),
        Column("closes", C["closes"], kind="date"),
    ),
    cuts=(Cut("site_kind", SITE_KINDS_NAME, _kinds, lambda value: Q(kind=value)),),
    visible=rules.visible_site.rows, record_kind="activities.site",
    says=(Says(named_by=("site_kind",), subjects=words.SITE_SUBJECTS, actions=words.SITE_ACTIONS, units=("个", "处")),),
)  # fmt: skip
SITE_SESSIONS = Metric(
    **told("activities.site_sessions"), rows=queries.at_sites, rule="R3.8",
    columns=(Column("site__name", C["site"]), *EVENT_COLUMNS), cuts=EVENT_CUTS, visible=rules.visible.rows,
    record_kind=KIND,
)  # fmt: skip
SITES_USED = Distinct(**told("activities.sites_used"), metric=SITE_SESSIONS, field="site", rule="R3.8")
SITE_SESSIONS_EACH = Each(
    **told("activities.site_sessions_each"), metric=SITE_SESSIONS, per="site", events=SITES, rule="R3.8"
)
SPEECHES = Metric(
    **told("activities.speeches"), rows=queries.speeches_given, rule="R3.11",
    columns=(
        Column("name", C["name"]),
        Column("body", C["body"]),
        Column("title", C["speech"]),
        Column("form", C["form"], value=lambda row: str(Spoken(row.form).label), kind="tag"),
        Column("activity__title", C["title"]),
        Column("activity__kind_name", C["kind"]),
        Column("activity__held_on", C["held_on"], kind="date"),
    ),
    cuts=(*of_act("activity__"), *of_house("activity__", queries.spoken)), visible=rules.visible_speech.rows,
    record_kind="activities.speech",
)  # fmt: skip
SPEAKERS = Distinct(**told("activities.speakers"), metric=SPEECHES, field="person", rule="R3.11")
FIGURES = (SITES, SITE_SESSIONS, SITES_USED, SITE_SESSIONS_EACH, SPEECHES, SPEAKERS)
