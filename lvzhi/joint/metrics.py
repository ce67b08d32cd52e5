"""Figures of joint topics: each committee counts those it takes part in, all together each one once (M08, M34)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q

from lvzhi.committee.queries import organ_choices, organs_of
from lvzhi.committee.scope import Scope
from lvzhi.joint import queries, rules
from lvzhi.joint.models import Partaking
from lvzhi.joint.vocabulary import ACTIONS, COLUMNS, COUNTED, CUTS, SUBJECTS, TOLD, UNITS, Duty, Role
from lvzhi.metrics import registry
from lvzhi.metrics.declare import Column, Cut, Distinct, Metric, Says, Share
from lvzhi.metrics.periods import Period
from lvzhi.metrics.vocabulary import Kind, Reach

Choices = Sequence[tuple[str, str, tuple[str, ...]]]
C = COLUMNS
PIECE_SUBJECTS = ("分解任务", "联合课题分解任务", "课题分解任务")


def _told(word: str) -> dict[str, Any]:
    name, unit, meaning, further = TOLD[word]
    return {"key": f"joint.{word}", "name": name, "unit": unit, "meaning": meaning, "aliases": further}


def _says(*actions: str) -> tuple[Says, ...]:
    return (Says(subjects=PIECE_SUBJECTS, actions=actions, units=("项", "个")),)


def _roles(scope: Scope, period: Period) -> Choices:
    return [(code, str(label), ()) for code, label in Role.choices]


def _parts() -> Any:
    return Partaking.objects.live().filter(topic=OuterRef("pk"), state__in=COUNTED)


def _some_role(value: str) -> Q:
    return Q(Exists(_parts().filter(role=value)))


def _in_role(value: str, scope: Scope) -> Q:
    """Topics in which a committee of the scope has that role."""
    return Q(Exists(_parts().filter(role=value, committee_id__in=scope.ids())))


def _organs(scope: Scope, period: Period) -> Choices:
    return organ_choices(organs_of(Scope(scope.committee, scope.below)), period.end)


def _of_organ(value: str) -> Q:
    key = int(value) if value.isdecimal() else 0
    return Q(organ_id=key) | Q(Exists(_parts().filter(organ_id=key)))


ROLE_CUT = Cut("role", CUTS["role"], _roles, _some_role, reach=Reach.CLAUSE, within=_in_role)
TOPICS = Metric(
    **_told("topics"), rows=queries.topics, kind=Kind.STANDING, rule="R3.10",
    columns=(
        Column("title", C["title"]),
        Column("committee__display", C["leader"]),
        Column("opened_on", C["opened"], kind="date"),
        Column("until", C["until"], kind="date"),
        Column("state", C["state"], value=lambda row: row.get_state_display(), kind="tag"),
    ),
    cuts=(ROLE_CUT, Cut("organ", CUTS["organ"], _organs, _of_organ)), visible=rules.visible.rows,
    record_kind="joint.topic", says=(Says(subjects=SUBJECTS, actions=ACTIONS, units=UNITS),),
)  # fmt: skip
PIECE_COLUMNS = (
    Column("what", C["what"]),
    Column("committee__display", C["committee"]),
    Column("topic__title", C["title"]),
    Column("doer", C["who"]),
    Column("until", C["until"], kind="date"),
    Column("percent", C["percent"], kind="number"),
    Column("state", C["state"], value=lambda row: row.get_state_display(), kind="tag"),
    Column("done_on", C["done_on"], kind="date"),
)
PIECE: dict[str, Any] = {
    "columns": PIECE_COLUMNS, "visible": rules.piece_visible.rows, "record_kind": "joint.piece", "rule": "R9.6",
}  # fmt: skip
PIECES = Metric(**_told("pieces"), rows=queries.pieces, says=_says("承担", "分解", "承接", "落实", "领受"), **PIECE)
PIECES_DONE = Metric(**_told("pieces_done"), rows=queries.pieces_done, says=_says("完成", "办结"), **PIECE)
PIECES_DONE_RATE = Share(
    key="joint.pieces_done_rate", name=TOLD["pieces_done_rate"][0], meaning=TOLD["pieces_done_rate"][2],
    part=PIECES_DONE, whole=PIECES, rule="R9.6",
)  # fmt: skip
PIECES_LATE = Metric(**_told("pieces_late"), rows=queries.pieces_late, **PIECE)
TEAM = Metric(
    **_told("team"), rows=queries.team, kind=Kind.STANDING, rule="R5.6",
    columns=(
        Column("name", C["name"]),
        Column("committee__display", C["committee"]),
        Column("duty", C["duty"], value=lambda row: str(Duty(row.duty).label), kind="tag"),
        Column("part__topic__title", C["title"]),
        Column("since", C["joined"], kind="date"),
    ),
    visible=lambda actor: Q(part__in=Partaking.objects.filter(rules.part_visible.rows(actor)).values("pk")),
)  # fmt: skip
TEAM_PEOPLE = Distinct(**_told("team_people"), metric=TEAM, field="person", rule="R5.6")
FIGURES = (TOPICS, PIECES, PIECES_DONE, PIECES_DONE_RATE, PIECES_LATE, TEAM, TEAM_PEOPLE)


def register() -> None:
    """Register the figures in the order of a report."""
    registry.register(*FIGURES)
