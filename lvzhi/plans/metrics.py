"""Figures of plans: plans approved, tasks, tasks done, tasks late, joint topics (R9.6, R3.10)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.db.models import Q

from lvzhi.committee.queries import named, organ_choices, organs_of
from lvzhi.committee.scope import Scope
from lvzhi.metrics import registry
from lvzhi.metrics.declare import Column, Cut, Metric, Says, Share
from lvzhi.metrics.periods import Period
from lvzhi.norms import codes
from lvzhi.plans import queries, rules
from lvzhi.plans.models import Task
from lvzhi.plans.vocabulary import BLOCKS, KINDS, NAMES, SOURCES, PlanState

Choices = Sequence[tuple[str, str, tuple[str, ...]]]
PLAN_COLUMNS = (
    Column("year", "年度", kind="number"),
    Column("title", "名称"),
    Column("kind", "种类", value=lambda row: codes.name_of(KINDS, row.committee_id, row.kind)),
    Column("organ__name", "起草机构", value=named("approved_on")),
    Column("document_no", "文号"),
    Column("approved_on", "审定日期", kind="date"),
    Column("state", "状态", value=lambda row: str(PlanState(row.state).label), kind="tag"),
)
COLUMNS = (
    Column("plan__title", "计划"),
    Column("number", "序号", kind="number"),
    Column("topic", "任务（课题）"),
    Column("block", "板块", value=lambda row: codes.name_of(BLOCKS, row.committee_id, row.block) if row.block else ""),
    Column("organ__name", "牵头机构", value=named("due")),
    Column("leader", "牵头领导"),
    Column("due", "完成时限", kind="date"),
    Column("mark", "完成标志"),
)


def _table(key: str) -> Callable[[Scope, Period], Choices]:
    """The entries of a code table, with the further words by which a text may name them."""

    def choices(scope: Scope, period: Period) -> Choices:
        return [
            (one.code, one.name, tuple(word for word in str(one.extra.get("words", "")).split(NAMES) if word))
            for one in codes.entries(key, scope.committee, period.end)
        ]

    return choices


def _organs(scope: Scope, period: Period) -> Choices:
    return organ_choices(organs_of(Scope(scope.committee, scope.below)), period.end)


def _number(value: str) -> int:
    return int(value) if value.isdecimal() else 0


PLAN_KIND = Cut("kind", "种类", _table(KINDS), lambda value: Q(kind=value))
KIND = Cut("kind", "计划种类", _table(KINDS), lambda value: Q(plan__kind=value))
BLOCK = Cut("block", "板块", _table(BLOCKS), lambda value: Q(block=value))
SOURCE = Cut("source", "选题来源", _table(SOURCES), lambda value: Q(source=value))
ORGAN = Cut("organ", "牵头机构", _organs, lambda value: Q(organ_id=_number(value)))
CUTS = (KIND, BLOCK, SOURCE, ORGAN)


def _topic_organ(value: str) -> Q:
    """Topics that the organ has a task of, whichever level's."""
    tasks = Task.objects.live().filter(organ_id=_number(value))
    mine = Q(pk__in=tasks.values("pk")) | Q(pk__in=tasks.values("upper_id"))
    return mine | Q(pk__in=tasks.values("upper__upper_id"))


TOPIC_CUTS = (KIND, BLOCK, SOURCE, Cut("organ", "牵头机构", _organs, _topic_organ))

PLANS = Metric(
    key="plans.plans",
    name="审定计划",
    unit="个",
    rows=queries.plans_made,
    columns=PLAN_COLUMNS,
    cuts=(PLAN_KIND,),
    visible=rules.visible.rows,
    record_kind="plans.plan",
    rule="R3.10",
    meaning="审定日期在时段内的计划、要点和方案。",
    says=(
        Says(
            subjects=("年度协商计划", "监督计划", "工作要点", "实施方案", "工作方案"),
            actions=("制定", "印发", "审定"),
            units=("个", "份", "项"),
        ),
    ),
)
TASKS = Metric(
    key="plans.tasks",
    name="计划任务",
    unit="项",
    rows=queries.tasks_due,
    columns=COLUMNS,
    cuts=CUTS,
    visible=rules.visible_task.rows,
    record_kind="plans.task",
    rule="R9.6",
    meaning="已审定计划中完成时限在时段内的任务，取消和转入下年的不计。",
    aliases=("任务", "重点任务"),
    says=(
        Says(
            subjects=("重点任务", "重点工作任务", "计划任务", "工作任务", "协商议题", "协商课题", "监督议题"),
            actions=("部署", "确定", "明确", "安排", "分解", "细化", "列出", "列入"),
            units=("项", "个"),
        ),
    ),
)
DONE = Metric(
    key="plans.tasks_done",
    name="完成任务",
    unit="项",
    rows=queries.tasks_done,
    plain=queries.tasks_proved,
    waits=queries.tasks_aiming,
    columns=COLUMNS,
    cuts=CUTS,
    visible=rules.visible_task.rows,
    record_kind="plans.task",
    rule="R9.6",
    meaning="计划任务中，指向它的记录或它的目标指标已达到要求的。",
    says=(
        Says(
            subjects=("重点任务", "重点工作任务", "计划任务", "工作任务", "年度任务"),
            actions=("完成", "落实"),
            units=("项", "个"),
        ),
    ),
)
DONE_RATE = Share(
    key="plans.tasks_done_rate",
    name="任务完成率",
    part=DONE,
    whole=TASKS,
    rule="R9.6",
    meaning="完成任务占计划任务的比例。",
    says=(Says(subjects=("任务完成率", "计划完成率")),),
)
LATE = Metric(
    key="plans.tasks_late",
    name="逾期任务",
    unit="项",
    rows=queries.tasks_late,
    plain=queries.late_unproved,
    waits=queries.late_aiming,
    columns=COLUMNS,
    cuts=CUTS,
    visible=rules.visible_task.rows,
    record_kind="plans.task",
    rule="R9.6",
    meaning="计划任务中，完成时限已过而没有达到要求的。",
)
JOINT = Metric(
    key="plans.joint_topics",
    name="联动课题",
    unit="个",
    rows=queries.joint_topics,
    columns=COLUMNS,
    cuts=TOPIC_CUTS,
    visible=rules.visible_task.rows,
    record_kind="plans.task",
    rule="R3.10",
    meaning="计划任务中与上级或下级政协任务同属一个课题的，以课题计；几级共有的课题各级各计一次，汇总时只计一次。",
    aliases=("上下联动课题",),
    says=(
        Says(
            subjects=("联动课题", "联动调研课题", "联动协商课题"),
            actions=("开展", "承接", "确定", "参与", "完成"),
            units=("个", "项"),
        ),
    ),
)
FIGURES = (PLANS, TASKS, DONE, DONE_RATE, LATE, JOINT)


def register() -> None:
    """Register the figures in the order of a report."""
    registry.register(*FIGURES)
