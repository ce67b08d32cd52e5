"""Figures of the units that handle proposals (R1.123): how many take part, in which role."""

from __future__ import annotations

from django.db.models import Q

from lvzhi.committee.scope import Scope
from lvzhi.metrics.declare import Column, Cut, Distinct, Metric, Says
from lvzhi.metrics.periods import Period
from lvzhi.proposals import queries, rules
from lvzhi.proposals.metrics.usual import RATED_SESSION, Choices, units
from lvzhi.proposals.vocabulary import AssignState, UnitRole

COLUMNS = (
    Column("proposal__number", "案号"),
    Column("proposal__title", "案由"),
    Column("unit__name", "承办单位"),
    Column("role", "承办方式", value=lambda row: str(UnitRole(row.role).label), kind="tag"),
    Column("assigned_on", "交办日期", kind="date"),
    Column("state", "状态", value=lambda row: str(AssignState(row.state).label), kind="tag"),
)
HANDED = ("交", "交由", "交办", "转交", "分送", "办理", "承办", "涉及")
HOUSES = ("家", "个")


def _roles(scope: Scope, period: Period) -> Choices:
    return [(str(one.value), str(one.label), (str(one.label),)) for one in UnitRole]


ROLE = Cut("role", "承办方式", _roles, lambda value: Q(role=value))
OWN_UNIT = Cut("unit", "承办单位", units, lambda value: Q(unit_id=value))
HAND_OVERS = Metric(
    key="proposals.hand_overs",
    name="承办件次",
    unit="件次",
    rows=queries.hand_overs,
    columns=COLUMNS,
    cuts=(ROLE, OWN_UNIT, RATED_SESSION),
    visible=rules.hanging_rows,
    rule="R1.123",
    meaning="交办日期在时段内的提案，每件按承办单位各计一次；已改办、已终止的不计。",
)
LEADS = Metric(
    key="proposals.lead_hand_overs",
    name="主办件次",
    unit="件次",
    rows=queries.lead_hand_overs,
    columns=COLUMNS,
    cuts=(OWN_UNIT, RATED_SESSION),
    visible=rules.hanging_rows,
    rule="R1.123",
    meaning="承办件次中由单位主办的。",
)
UNITS = Distinct(
    key="proposals.units",
    name="承办单位数",
    unit="个",
    metric=HAND_OVERS,
    field="unit_id",
    rule="R1.123",
    says=(Says(subjects=("承办单位", "承办部门", "承办单位办理"), actions=HANDED, units=HOUSES),),
    meaning="交办日期在时段内的提案涉及的承办单位，主办、会办、分办都计，同一单位只计一次。",
)
LEAD_UNITS = Distinct(
    key="proposals.lead_units",
    name="主办单位数",
    unit="个",
    metric=LEADS,
    field="unit_id",
    rule="R1.123",
    says=(Says(subjects=("主办单位", "主办部门"), actions=HANDED, units=HOUSES),),
    meaning="其中主办过提案的单位，同一单位只计一次。",
)
UNIT_FIGURES = (HAND_OVERS, LEADS, UNITS, LEAD_UNITS)
