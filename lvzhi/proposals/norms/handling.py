"""Parameters of handling, answering, rating and figures."""

from __future__ import annotations

from lvzhi.norms import codes, declare
from lvzhi.proposals import vocabulary
from lvzhi.proposals.norms.entry import EDITORS

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
    "proposals.rounding",
    "各项占比的取整办法",
    kind="choice",
    default="plain",
    rule="R1.122",
    choices=(("plain", "逐项四舍五入"), ("largest", "最大余额法，各项之和为100%")),
    editors=EDITORS,
    help="统计表下方注明用的是哪一种。",
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

# Contacts, checks of a reply, extensions, reminders, promises.
declare(
    "proposals.reply_checks",
    "答复前必须通过的核对",
    kind="list",
    default=["signer", "contact_date"],
    rule="R1.77",
    choices=tuple((code, label) for code, label, _ in vocabulary.REPLY_CHECKS),
    editors=EDITORS,
    help="列入的，不符合就不能答复；其余只在答复旁注明。",
)
declare(
    "proposals.reply_needs_head", "答复须经单位负责人审签", kind="bool", default=False, rule="R1.79", editors=EDITORS
)
declare(
    "proposals.answer_longest",
    "延期后的最长办理期限（自交办之日）",
    kind="term",
    default={"amount": 6, "unit": "month"},
    rule="R1.66",
    editors=EDITORS,
)
declare(
    "proposals.extension_answer",
    "答复延期申请的期限",
    kind="term",
    default={"amount": 5, "unit": "working_day"},
    rule="R1.74",
    editors=EDITORS,
)
declare(
    "proposals.look_back_due",
    "回头看期限（自承诺兑现之日）",
    kind="term",
    default={"amount": 30, "unit": "calendar_day"},
    rule="R1.101",
    editors=EDITORS,
)
declare(
    "proposals.remind_gap",
    "两次催办至少间隔",
    kind="int",
    unit="天",
    default=1,
    rule="R1.70",
    least=0,
    most=90,
    editors=EDITORS,
)
codes.declare(
    "proposals.contact_mode",
    "沟通方式",
    [codes.row(code, name, rule=rule, face=face) for code, name, rule, face in vocabulary.CONTACT_MODES],
    extra=(("face", vocabulary.FACE_LABEL),),
    editors=EDITORS,
)
