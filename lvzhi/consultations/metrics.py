"""Figures of what came of consultations; sessions, people, advice and adoption stand in the rooms below (R3.11)."""

from __future__ import annotations

from typing import Any

from lvzhi.activities.metrics import of_act
from lvzhi.consultations import rules
from lvzhi.consultations.queries import counting
from lvzhi.consultations.vocabulary import COLUMNS as C
from lvzhi.consultations.vocabulary import FIGURES, RESULTS
from lvzhi.metrics.declare import Column, Metric
from lvzhi.metrics.registry import register as add
from lvzhi.norms import codes
from lvzhi.papers import rules as papers


def _told(key: str) -> dict[str, Any]:
    name, unit, meaning = FIGURES[key]
    return {"key": key, "name": name, "unit": unit, "meaning": meaning, "rule": "R3.11"}


def _result(row: Any) -> str:
    return codes.name_of(RESULTS, row.committee_id, row.look_result) if row.look_result else ""


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
    columns=(
        Column("title", C["paper"]),
        Column("number", C["number"]),
        Column("organ__name", C["organ"]),
        Column("dated_on", C["dated_on"], kind="date"),
    ),
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
    add(PAPERS, COMMENTS, FED, LOOKED)
