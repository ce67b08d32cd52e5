"""Figures of service: donations, members who reported to a community, personal study plans (M14, M15, M21)."""

from __future__ import annotations

from django.db.models import Q

from lvzhi.activities import queries, rules
from lvzhi.activities.models import Giving, StudyPlan
from lvzhi.activities.vocabulary import Capacity
from lvzhi.activities.vocabulary.service import GivingForm
from lvzhi.metrics.declare import Column, Cut, Distinct, Metric, Says, Share, Sum
from lvzhi.metrics.vocabulary import Kind
from lvzhi.people import metrics as people
from lvzhi.people import rules as people_rules

CAPACITY = Cut(
    "capacity", "身份", lambda scope, period: [(code, str(label), ()) for code, label in Capacity.choices],
    lambda value: Q(capacity=value),
)  # fmt: skip
FORM = Cut(
    "form", "形式", lambda scope, period: [(code, str(label), ()) for code, label in GivingForm.choices],
    lambda value: Q(form=value),
)  # fmt: skip
GIFT_SUBJECTS = ("捐款捐物", "捐赠款物", "捐款", "善款", "款物", "爱心捐款", "捐赠资金", "爱心款物")
GIFT_ACTIONS = ("组织", "捐款捐物", "捐赠", "捐出", "筹集", "募集", "捐献", "累计捐赠")
GIVINGS = Metric(
    key="activities.givings", name="捐赠笔数", unit="笔", rows=queries.givings, kind=Kind.FLOW, rule="M14",
    cuts=(FORM, CAPACITY), visible=lambda actor: rules.note_visible(actor, Giving), record_kind="activities.giving",
    columns=(
        Column("given_on", "捐赠日期", kind="date"),
        Column("giver", "捐赠人（单位）"),
        Column("get_form_display", "形式"),
        Column("goods", "物品和数量"),
        Column("amount", "金额（元）", kind="money"),
        Column("receiver", "接收单位"),
        Column("receipt", "票据号"),
        Column("committee__display", "政协组织"),
    ),
    meaning="捐赠日期在时段内的捐款和捐物，一次捐给一个单位算一笔。",
    aliases=("捐赠次数",),
)  # fmt: skip
GIVEN = Sum(
    key="activities.given", name="捐款捐物", unit="元", metric=GIVINGS, field="amount", rule="M14",
    meaning="捐赠日期在时段内的捐款金额与捐物折价之和。", aliases=("捐款捐物金额", "捐赠款物"),
    says=(Says(subjects=GIFT_SUBJECTS, actions=GIFT_ACTIONS, units=("元",)),
          Says(subjects=GIFT_SUBJECTS, units=("元",))),
)  # fmt: skip
GIVERS = Distinct(
    key="activities.givers",
    name="捐赠人数",
    unit="人",
    metric=GIVINGS,
    field="person",
    rule="M14",
    meaning="时段内捐款捐物的委员和干部，同一人只计一次；单位捐赠不计人。",
)
REPORTED = Metric(
    key="activities.reported", name="到社区报到的委员", unit="名", rows=queries.reported, kind=Kind.STOCK, rule="R6.17",
    cuts=people.MEMBER_CUTS, columns=people.MEMBER_COLUMNS, visible=people_rules.SEE.rows,
    record_kind="people.member",
    meaning="期末在任委员中，已到村（社区）报到且报到没有结束的；一人到几处报到只计一次。",
    aliases=("下沉村、社区的委员", "社区报到委员"),
    says=(Says(subjects=("政协委员", "委员", "区政协委员", "市政协委员", "县政协委员"),
               actions=("下沉", "报到", "到社区报到", "沉入", "下沉到"), units=("名", "人", "位"),
               needs=("村|社区|网格",)),),
)  # fmt: skip
REPORTED_RATE = Share(
    key="activities.reported_rate",
    name="社区报到率",
    part=REPORTED,
    whole=people.MEMBERS,
    rule="R6.17",
    meaning="到社区报到的委员 ÷ 政协委员。",
    says=(Says(subjects=("社区报到率", "委员报到率", "报到率"), units=("%",)),),
)
STUDY_PLANS = Metric(
    key="activities.study_plans", name="个人学习计划", unit="份", rows=queries.study_plans, rule="R11.1",
    cuts=(CAPACITY,), visible=lambda actor: rules.note_visible(actor, StudyPlan),
    record_kind="activities.studyplan",
    columns=(
        Column("handed_in_on", "交来日期", kind="date"),
        Column("person__name", "姓名"),
        Column("get_capacity_display", "身份"),
        Column("title", "名称"),
        Column("year", "年度", kind="number"),
        Column("committee__display", "政协组织"),
    ),
    meaning="交来日期在时段内的个人学习计划，一人一份算一份。",
    aliases=("学习计划",),
    says=(Says(subjects=("个人学习计划", "学习计划"), actions=("制定", "制订", "撰写", "形成"), units=("份", "篇"),
               needs=("个人",)),),
)  # fmt: skip
FIGURES = (GIVINGS, GIVEN, GIVERS, REPORTED, REPORTED_RATE, STUDY_PLANS)
