"""Figures of members' evaluation: how many were assessed, with which grade, and with how many was talked (R13.15)."""

from __future__ import annotations

from collections.abc import Sequence

from lvzhi.committee.scope import Scope
from lvzhi.evaluation import rules
from lvzhi.evaluation.queries import figures as rows
from lvzhi.metrics import registry
from lvzhi.metrics.declare import Column, Cut, Metric, Says
from lvzhi.metrics.periods import Period


def _grades(scope: Scope, period: Period) -> Sequence[tuple[str, str, tuple[str, ...]]]:
    return [(one, one, ()) for one in rows.grades(scope, period)]


GRADE = Cut("grade", "考核等次", _grades, rows.of_grade)
ASSESSED = Metric(
    key="evaluation.assessed", name="参加考核的委员", unit="名", rows=rows.assessed, cuts=(GRADE,), rule="R13.15",
    meaning="在时段内结束的年度里，考核结果已经审定的委员，每人每年计一名。",
    visible=rules.visible_result.rows,
    columns=(
        Column("name", "姓名"), Column("evaluation__year", "年度", kind="number"), Column("grade", "等次"),
        Column("committee__display", "政协组织"),
    ),
    says=(Says(subjects=("委员",), actions=("考核", "进行考核", "开展考核"), units=("名", "人")),),
)  # fmt: skip
INTERVIEWED = Metric(
    key="evaluation.interviewed", name="因考核约谈的委员", unit="名", rows=rows.interviewed, rule="R6.15",
    meaning="约谈日期在时段内的低等次个案，每案计一名。",
    visible=rules.reads_low.rows,
    columns=(
        Column("talked_on", "约谈日期", kind="date"), Column("result__name", "姓名"),
        Column("result__evaluation__year", "年度", kind="number"), Column("talker", "约谈人"),
    ),
    says=(Says(subjects=("委员",), actions=("约谈",), units=("名", "人")),),
)  # fmt: skip


def register() -> None:
    """Register the figures in the order of a report."""
    registry.register(ASSESSED, INTERVIEWED)
