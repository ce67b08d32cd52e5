"""Declared parameters of proposals, out of rules.md §14; every number here is a default, dated and local in use."""

from __future__ import annotations

from lvzhi.norms import codes, declare
from lvzhi.proposals import vocabulary

EDITORS = ("system_admin", "proposal_head")

declare(
    "proposals.title_length",
    "案由字数上限",
    kind="int",
    unit="字",
    default=50,
    rule="R1.12",
    least=10,
    most=200,
    editors=EDITORS,
)
declare(
    "proposals.total_length",
    "正文总字数上限",
    kind="int",
    unit="字",
    default=1500,
    rule="R1.20",
    least=200,
    most=20000,
    editors=EDITORS,
    help="背景情况、问题分析、具体建议合计，空白不计。",
)
declare("proposals.length_hard", "超过字数时拒绝提交", kind="bool", default=True, rule="R1.26", editors=EDITORS)
declare(
    "proposals.sections",
    "必填部分",
    kind="list",
    default=["background", "analysis", "recommendations"],
    rule="R1.11",
    choices=(("background", "背景情况"), ("analysis", "问题分析"), ("recommendations", "具体建议")),
    editors=EDITORS,
)
declare(
    "proposals.cosigners_most",
    "联名委员人数上限",
    kind="int",
    unit="人",
    default=10,
    rule="R1.13",
    least=0,
    most=500,
    editors=EDITORS,
)
declare(
    "proposals.co_units_most",
    "建议会办单位上限",
    kind="int",
    unit="个",
    default=4,
    rule="R1.13",
    least=0,
    most=30,
    editors=EDITORS,
)
declare(
    "proposals.return_window",
    "退回申请期限（自交办之日）",
    kind="term",
    default={"amount": 5, "unit": "working_day"},
    rule="R1.59",
    editors=EDITORS,
)
declare(
    "proposals.return_answer",
    "答复退回申请的期限",
    kind="term",
    default={"amount": 7, "unit": "calendar_day"},
    rule="R1.64",
    editors=EDITORS,
)
declare(
    "proposals.answer_due",
    "办理期限（自交办之日）",
    kind="term",
    default={"amount": 3, "unit": "month"},
    rule="R1.66",
    editors=EDITORS,
)
declare(
    "proposals.co_opinion_due",
    "会办意见期限（自交办之日）",
    kind="term",
    default={"amount": 1, "unit": "month"},
    rule="R1.72",
    editors=EDITORS,
)
declare(
    "proposals.rating_due",
    "评价期限（自答复之日）",
    kind="term",
    default={"amount": 15, "unit": "working_day"},
    rule="R1.75",
    editors=EDITORS,
)
declare(
    "proposals.rehandle_due",
    "重新办理期限",
    kind="term",
    default={"amount": 30, "unit": "calendar_day"},
    rule="R1.95",
    editors=EDITORS,
)
declare(
    "proposals.rehandle_rounds",
    "重新办理次数上限",
    kind="int",
    unit="次",
    default=2,
    rule="R1.95",
    least=0,
    most=10,
    editors=EDITORS,
)
declare(
    "proposals.examine_due",
    "审查期限（自收件之日）",
    kind="term",
    default={"amount": 20, "unit": "working_day"},
    rule="R1.33",
    editors=EDITORS,
)
declare(
    "proposals.assign_due",
    "交办期限（自立案之日）",
    kind="term",
    default={"amount": 30, "unit": "calendar_day"},
    rule="R1.53",
    editors=EDITORS,
)
declare(
    "proposals.number_format",
    "案号格式",
    kind="text",
    default="第{seq:04d}号",
    rule="R1.51",
    most=60,
    editors=EDITORS,
    help="可用 {seq} 顺序号、{term} 届、{session} 次、{year} 年、{track} 大会或平时。",
)
declare(
    "proposals.serial_format",
    "收件号格式",
    kind="text",
    default="收{year}-{seq:04d}",
    rule="R1.52",
    most=60,
    editors=EDITORS,
)
declare(
    "proposals.rate_decimals",
    "百分比小数位数",
    kind="int",
    unit="位",
    default=2,
    rule="R1.122",
    least=0,
    most=2,
    editors=EDITORS,
)
declare(
    "proposals.satisfaction",
    "满意率口径",
    kind="choice",
    default="A",
    rule="R1.115",
    choices=(("A", "满意与基本满意合计，占收回评价"), ("B", "只计满意，占收回评价")),
    editors=EDITORS,
)

codes.declare(
    "proposals.category",
    "提案类别",
    [codes.row(code, name, rule=rule) for code, name, rule in vocabulary.CATEGORIES],
    editors=EDITORS,
)
codes.declare(
    "proposals.ground",
    "不予立案依据",
    [codes.row(code, name, rule=rule) for code, name, rule in vocabulary.GROUNDS],
    editors=EDITORS,
)
codes.declare(
    "proposals.route",
    "不予立案后的去向",
    [codes.row(code, name, rule=rule) for code, name, rule in vocabulary.ROUTES],
    editors=EDITORS,
)
codes.declare(
    "proposals.leader_rank",
    "领衔督办人类别",
    [codes.row(code, name, rule=rule) for code, name, rule in vocabulary.LEADER_RANKS],
    editors=EDITORS,
)
codes.declare(
    "proposals.class",
    "办理结果类别",
    [codes.row(code, name, rule=rule, neutral=str(neutral)) for code, name, rule, neutral in vocabulary.CLASSES],
    extra=(("neutral", vocabulary.NEUTRAL_LABEL),),
    editors=EDITORS,
)
codes.declare(
    "proposals.proposer_type",
    "提案者类型",
    [
        codes.row(code, name, rule=rule, collective=collective)
        for code, name, rule, collective in vocabulary.PROPOSER_TYPES
    ],
    extra=(("collective", vocabulary.COLLECTIVE_LABEL),),
    editors=EDITORS,
)
