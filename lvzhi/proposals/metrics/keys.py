"""Figures of supervising key proposals (R1.99)."""

from __future__ import annotations

from django.db.models import Q

from lvzhi.committee.scope import Scope
from lvzhi.metrics.declare import Column, Cut, Metric, Says
from lvzhi.metrics.periods import Period
from lvzhi.norms import codes
from lvzhi.proposals import rules
from lvzhi.proposals.metrics.usual import COLUMNS, KIND, LEADER, USUAL, Choices
from lvzhi.proposals.queries import keys as queries


def _ways(scope: Scope, period: Period) -> Choices:
    table = codes.codes("proposals.supervise_way", scope.committee, period.end)
    return [(one.code, one.name, (one.name,)) for one in table]


def _forms(scope: Scope, period: Period) -> Choices:
    table = codes.codes("proposals.supervise_form", scope.committee, period.end)
    return [(one.code, one.name, (one.name,)) for one in table]


WAY = Cut("way", "督办方式", _ways, lambda value: Q(way=value))
FORM = Cut("form", "形式", _forms, lambda value: Q(form=value))
ACT_COLUMNS = (
    Column("proposal__number", "案号"),
    Column("proposal__title", "案由"),
    Column(
        "way",
        "督办方式",
        value=lambda row: codes.name_of("proposals.supervise_way", row.committee_id, row.way, row.held_on),
    ),
    Column(
        "form",
        "形式",
        value=lambda row: codes.name_of("proposals.supervise_form", row.committee_id, row.form, row.held_on),
    ),
    Column("held_on", "日期", kind="date"),
    Column("chair", "主持人"),
    Column("proposer_side", "提案方"),
    Column("unit_side", "承办方"),
)

SUPERVISED = Metric(
    key="proposals.supervisions",
    name="重点提案督办",
    unit="次",
    rows=queries.supervised,
    columns=ACT_COLUMNS,
    cuts=(WAY, FORM),
    visible=rules.hanging_rows,
    rule="R1.99",
    meaning="日期在时段内、对重点提案的督办，每次督办会、座谈、视察、调研、听取通报各计一次。",
    aliases=("督办活动",),
    says=(
        Says(
            subjects=("提案督办", "重点提案督办", "督办活动", "提案督办活动", "重点提案督办活动"),
            actions=("开展", "组织", "进行"),
            units=("次", "场次", "场"),
            needs=("督办",),
        ),
    ),
)
FACE_TO_FACE = Metric(
    key="proposals.supervisions_both_sides",
    name="提办双方面对面",
    unit="次",
    rows=queries.face_to_face,
    columns=ACT_COLUMNS,
    cuts=(WAY, FORM),
    visible=rules.hanging_rows,
    rule="R1.99",
    meaning="重点提案督办中，提案方和承办方都有人参加的。",
    aliases=("提办双方见面",),
    says=(
        Says(
            subjects=("提办双方",),
            actions=("面对面", "见面", "座谈", "协商"),
            units=("次", "场次", "场"),
            needs=("提办双方",),
        ),
    ),
)
KEY_SUPERVISED = Metric(
    key="proposals.key_supervised",
    name="经过督办的重点提案",
    unit="件",
    rows=queries.key_supervised,
    columns=COLUMNS,
    cuts=(LEADER, *USUAL),
    visible=rules.visible.rows,
    record_kind=KIND,
    rule="R1.99",
    meaning="现为重点提案、在时段内至少督办过一次的。",
)
KEY_FIGURES = (SUPERVISED, FACE_TO_FACE, KEY_SUPERVISED)
