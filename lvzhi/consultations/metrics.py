"""Figures of what came of consultations and research; events, people, places, advice stand in the rooms below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from lvzhi.activities.metrics import of_act
from lvzhi.committee.queries import named, organ_choices, organs_of
from lvzhi.committee.scope import Scope
from lvzhi.consultations import rules
from lvzhi.consultations import vocabulary as say
from lvzhi.consultations.queries import counting
from lvzhi.consultations.vocabulary import COLUMNS as C
from lvzhi.consultations.vocabulary import FIGURES, NO_RESULTS, RESULTS
from lvzhi.metrics.declare import Column, Cut, Metric, Says
from lvzhi.metrics.periods import Period
from lvzhi.metrics.registry import register as add
from lvzhi.norms import codes
from lvzhi.papers import rules as papers
from lvzhi.papers.vocabulary import KINDS

Choices = Sequence[tuple[str, str, tuple[str, ...]]]


def _told(key: str, rule: str = "R3.11") -> dict[str, Any]:
    name, unit, meaning = FIGURES[key]
    return {"key": key, "name": name, "unit": unit, "meaning": meaning, "rule": rule}


def _kinds(scope: Scope, period: Period) -> Choices:
    found = codes.entries(KINDS, scope.committee, period.end)
    return [(one.code, one.name, ()) for one in found if one.code not in NO_RESULTS]


def _organs(scope: Scope, period: Period) -> Choices:
    return organ_choices(organs_of(Scope(scope.committee, scope.below)), period.end)


def _organ(value: str) -> Q:
    return Q(organ_id=int(value)) if value.isdecimal() else Q(organ=None)


def _result(row: Any) -> str:
    return codes.name_of(RESULTS, row.committee_id, row.look_result) if row.look_result else ""


OF_PAPER = (
    Column("title", C["paper"]),
    Column("number", C["number"]),
    Column("organ__name", C["organ"], value=named("dated_on")),
    Column("dated_on", C["dated_on"], kind="date"),
)
OF_FOLLOW = (
    Column("activity__title", C["title"]),
    Column("activity__kind_name", C["kind"]),
    Column("activity__held_on", C["held_on"], kind="date"),
    Column("fed_on", C["fed_on"], kind="date"),
    Column("looked_on", C["looked_on"], kind="date"),
    Column("look_result", C["result"], value=_result),
)
PAPERS = Metric(
    **_told("consultations.results"), rows=counting.results, visible=papers.visible.rows, record_kind="papers.paper",
    columns=OF_PAPER,
)  # fmt: skip
BY_KIND = Cut("kind", say.CUTS["kind"], _kinds, lambda value: Q(kind=value))
BY_ORGAN = Cut("organ", say.CUTS["organ"], _organs, _organ)
OF_REPORT: dict[str, Any] = {
    "columns": OF_PAPER, "visible": papers.visible.rows, "record_kind": "papers.paper", "cuts": (BY_KIND, BY_ORGAN),
}  # fmt: skip
REPORTS = Metric(
    **_told("consultations.reports", "R5.6"), **OF_REPORT | {"cuts": (BY_ORGAN,)}, rows=counting.reports,
    says=(Says(subjects=say.BOTH_REPORTS, actions=say.REPORT_ACTIONS, units=say.REPORT_UNITS),),
)  # fmt: skip
REPORTS_SENT = Metric(
    **_told("consultations.reports_sent", "R5.6"), **OF_REPORT, rows=counting.reports_sent,
    says=(Says(subjects=say.SENT_REPORTS, actions=say.SENT_ACTIONS, units=say.REPORT_UNITS,
               needs=("|".join(say.SENT_ACTIONS),), excludes=say.BOTH_REPORTS),),
)  # fmt: skip
REPORTS_COMMENTED = Metric(
    **_told("consultations.reports_commented", "R5.6"), **OF_REPORT, rows=counting.reports_commented,
    says=(Says(subjects=say.STUDY_REPORTS, actions=say.WROTE_ACTIONS, units=say.REPORT_UNITS, needs=(say.WROTE,),
               excludes=say.BOTH_REPORTS),),
)  # fmt: skip
COMMENTS = Metric(
    **_told("consultations.comments"), rows=counting.comments, visible=papers.visible_comment.rows,
    columns=(
        Column("leader", C["leader"], value=lambda row: f"{row.post}{row.leader}"),
        Column("paper__title", C["paper"]),
        Column("paper__number", C["number"]),
        Column("commented_on", C["commented_on"], kind="date"),
        Column("state", C["state"], value=lambda row: row.get_state_display(), kind="tag"),
    ),
)  # fmt: skip
FED = Metric(
    **_told("consultations.fed_back"), rows=counting.fed_back, columns=OF_FOLLOW, cuts=of_act("activity__"),
    visible=rules.visible.rows, record_kind="consultations.followup",
)  # fmt: skip
LOOKED = Metric(
    **_told("consultations.looked_back"), rows=counting.looked_back, columns=OF_FOLLOW, cuts=of_act("activity__"),
    visible=rules.visible.rows, record_kind="consultations.followup",
)  # fmt: skip


def register() -> None:
    """Register the figures."""
    add(PAPERS, COMMENTS, FED, LOOKED, REPORTS, REPORTS_SENT, REPORTS_COMMENTED)
