"""Figures of talks, promises, refusals and classes (R1.96, R1.101, R1.117–R1.120)."""

from __future__ import annotations

from django.db.models import Q

from lvzhi.metrics.declare import Column, Cut, Metric, Says, Share
from lvzhi.metrics.vocabulary import Kind
from lvzhi.proposals import queries, rules
from lvzhi.proposals.metrics.usual import (
    ANSWERED,
    CLASS,
    COLUMNS,
    HANDLED,
    KIND,
    RATED_SESSION,
    RATING_COLUMNS,
    USUAL,
    rating_visible,
    units,
)
from lvzhi.proposals.vocabulary import PromiseState, ReturnDecision

PROMISE_COLUMNS = (
    Column("proposal__number", "案号"),
    Column("proposal__title", "案由"),
    Column("unit__name", "责任单位"),
    Column("made_on", "承诺日期", kind="date"),
    Column("promised_for", "兑现日期", kind="date"),
    Column("state", "状态", value=lambda row: str(PromiseState(row.state).label), kind="tag"),
)
RETURN_COLUMNS = (
    Column("proposal__number", "案号"),
    Column("proposal__title", "案由"),
    Column("unit__name", "申请单位"),
    Column("trip", "第几次", kind="number"),
    Column("asked_on", "申请日期", kind="date"),
    Column("decision", "处理结果", value=lambda row: str(ReturnDecision(row.decision).label), kind="tag"),
    Column("days", "耗时天数", kind="number"),
)
REPLY_COLUMNS = (
    Column("proposal__number", "案号"),
    Column("proposal__title", "案由"),
    Column("assignment__unit__name", "承办单位"),
    Column("approver", "审签人"),
    Column("answered_on", "答复日期", kind="date"),
)

FACED = Metric(
    key="proposals.answered_face",
    name="办复提案中有面商",
    unit="件",
    rows=queries.answered_face,
    columns=COLUMNS,
    cuts=USUAL,
    visible=rules.visible.rows,
    record_kind=KIND,
    rule="R1.117",
    meaning="办复提案中，登记过至少一次计为面商的沟通的。哪些方式计为面商由参数规定，电话可以排除。",
)
FACE_RATE = Share(
    key="proposals.face_rate",
    name="面商率",
    part=FACED,
    whole=ANSWERED,
    rule="R1.117",
    meaning="有面商的办复提案 ÷ 办复提案。",
    aliases=("面办率", "当面沟通率"),
    says=(Says(subjects=("面商率", "面办率", "提案面商率"), units=("%",)),),
)
FIRST_RETURNED = Metric(
    key="proposals.first_ratings",
    name="收回首轮评价",
    unit="份",
    rows=queries.first_ratings,
    columns=RATING_COLUMNS,
    visible=rating_visible,
    rule="R1.96",
    meaning="评价日期在时段内、对第一轮答复的评价；后来重新办理的也计入。",
)
FIRST_PLEASED = Metric(
    key="proposals.first_pleased",
    name="首轮满意或基本满意",
    unit="份",
    rows=queries.first_pleased,
    columns=RATING_COLUMNS,
    visible=rating_visible,
    rule="R1.96",
    meaning="收回首轮评价中结果满意或基本满意的份数。",
)
FIRST_SATISFACTION = Share(
    key="proposals.first_satisfaction",
    name="初次办理满意率",
    part=FIRST_PLEASED,
    whole=FIRST_RETURNED,
    rule="R1.96",
    meaning="首轮（满意＋基本满意）÷ 收回首轮评价；满意率另按最后一轮计。",
    aliases=("首次满意率",),
    says=(Says(subjects=("初次办理满意率", "首次办理满意率", "初次满意率"), units=("%",)),),
)
ANSWERS = Metric(
    key="proposals.answers",
    name="答复份数",
    unit="份",
    rows=queries.answers,
    columns=REPLY_COLUMNS,
    visible=rules.hanging_rows,
    rule="R1.118",
    meaning="答复日期在时段内的答复，各轮、各单位分别计。",
)
APPROVED = Metric(
    key="proposals.answers_approved",
    name="经领导审签的答复",
    unit="份",
    rows=queries.answers_approved,
    columns=REPLY_COLUMNS,
    visible=rules.hanging_rows,
    rule="R1.118",
    meaning="答复日期在时段内、经单位负责人审签的答复，各轮分别计。",
)
APPROVED_RATE = Share(
    key="proposals.approved_rate",
    name="领导审核率",
    part=APPROVED,
    whole=ANSWERS,
    rule="R1.118",
    meaning="经单位负责人审签的答复 ÷ 答复份数。",
    says=(Says(subjects=("领导审核率", "领导审签率"), units=("%",)),),
)
SOLVED = Metric(
    key="proposals.solved",
    name="已解决提案",
    unit="件",
    rows=queries.answered_solved,
    columns=COLUMNS,
    cuts=USUAL,
    visible=rules.visible.rows,
    record_kind=KIND,
    rule="R1.120",
    meaning="办复提案中，办理结果按本级类别表归为“已解决”的（一般为A类）。",
)
SOLVED_RATE = Share(
    key="proposals.solved_rate",
    name="解决率",
    part=SOLVED,
    whole=ANSWERED,
    rule="R1.120",
    meaning="已解决提案 ÷ 办复提案；正在解决和计划解决的不计。",
    says=(Says(subjects=("解决率", "提案解决率", "问题解决率"), units=("%",)),),
)
PROMISES = Metric(
    key="proposals.promises",
    name="承诺事项",
    unit="项",
    rows=queries.promises_made,
    columns=PROMISE_COLUMNS,
    visible=rules.hanging_rows,
    rule="R1.102",
    meaning="承诺日期在时段内、写进答复的承诺事项。",
)
PROMISES_OPEN = Metric(
    key="proposals.promises_open",
    name="履行中的承诺",
    unit="项",
    rows=queries.promises_open,
    kind=Kind.STOCK,
    columns=PROMISE_COLUMNS,
    visible=rules.hanging_rows,
    rule="R1.101",
    meaning="期末以前作出、现在还没有核查为已兑现或未兑现的承诺。",
)
PROMISES_KEPT = Metric(
    key="proposals.promises_kept",
    name="已兑现的承诺",
    unit="项",
    rows=queries.promises_kept,
    columns=PROMISE_COLUMNS,
    visible=rules.hanging_rows,
    rule="R1.101",
    meaning="回头看日期在时段内、核查为已兑现的承诺。",
)
CLASSED = Metric(
    key="proposals.classed",
    name="有办理结果的提案",
    unit="件",
    rows=queries.answered_classed,
    columns=COLUMNS,
    cuts=(*HANDLED, CLASS),
    visible=rules.visible.rows,
    record_kind=KIND,
    rule="R1.119",
    meaning="办复提案中，已有办理结果类别的；各类占比以此为基数。",
)
RETURN_UNIT = Cut("unit", "申请单位", units, lambda value: Q(unit_id=value))
RETURNS = Metric(
    key="proposals.returns",
    name="申请退回",
    unit="次",
    rows=queries.returns_in,
    columns=RETURN_COLUMNS,
    cuts=(RETURN_UNIT, RATED_SESSION),
    visible=rules.hanging_rows,
    rule="R1.57",
    meaning="申请日期在时段内的退回申请，一件可以有几次。",
)
FIGURES = (
    FACED,
    FACE_RATE,
    FIRST_RETURNED,
    FIRST_PLEASED,
    FIRST_SATISFACTION,
    ANSWERS,
    APPROVED,
    APPROVED_RATE,
    SOLVED,
    SOLVED_RATE,
    CLASSED,
    PROMISES,
    PROMISES_OPEN,
    PROMISES_KEPT,
    RETURNS,
)
