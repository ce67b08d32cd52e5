"""Figures of two-way appraisal: how units judged the proposals they answered, of closed rounds only (R1.92)."""

from __future__ import annotations

from django.db.models import Q

from lvzhi.committee.scope import Scope
from lvzhi.metrics.declare import Column, Cut, Metric, Says
from lvzhi.metrics.periods import Period
from lvzhi.proposals.metrics.usual import RATED_SESSION, Choices
from lvzhi.proposals.queries import appraising as queries
from lvzhi.proposals.rules.appraising import visible_appraisal
from lvzhi.proposals.vocabulary.appraising import AppraisalState, Quality

COLUMNS = (
    Column("proposal__number", "案号"),
    Column("proposal__title", "案由"),
    Column("unit__name", "评议单位"),
    Column("round", "轮次", kind="number"),
    Column("grade", "等次", value=lambda row: str(Quality(row.grade).label) if row.grade else "", kind="tag"),
    Column("score", "分数", kind="number"),
    Column("given_on", "评议日期", kind="date"),
    Column("state", "状态", value=lambda row: str(AppraisalState(row.state).label), kind="tag"),
)


def _grades(scope: Scope, period: Period) -> Choices:
    return [(str(one.value), str(one.label), ()) for one in Quality]


QUALITY = Cut("quality", "提案质量", _grades, lambda value: Q(grade=value))
APPRAISED = Metric(
    key="proposals.appraised",
    name="单位评议提案质量",
    unit="件次",
    rows=queries.appraised,
    columns=COLUMNS,
    cuts=(QUALITY, RATED_SESSION),
    visible=visible_appraisal.rows,
    rule="R1.92",
    meaning="评议日期在时段内、承办单位对提案质量的评议，每件按单位各计一次；只计本轮评价已经结束的，未评的不计。",
    aliases=("提案质量评议",),
    says=(
        Says(
            subjects=("提案质量评议", "提案质量"), actions=("评议", "评价"), units=("件次", "件"), needs=("提案质量",)
        ),
    ),
)
UNAPPRAISED = Metric(
    key="proposals.unappraised",
    name="单位未评提案质量",
    unit="件次",
    rows=queries.unappraised,
    columns=COLUMNS,
    cuts=(RATED_SESSION,),
    visible=visible_appraisal.rows,
    rule="R1.92",
    meaning="时段内请承办单位评议、到期没有评议或声明不评的；未评不算任何等次。",
)
APPRAISAL_FIGURES = (APPRAISED, UNAPPRAISED)
