"""Declared parameters of rules and matters reported: the code tables, terms, retention."""

from __future__ import annotations

from lvzhi.norms import codes, declare
from lvzhi.regulations.vocabulary import codes as words

EDITORS = ("system_admin", "office", "secretary_general")
OPINIONS_DUE = "regulations.opinions_due"
ANSWER_DUE = "regulations.answer_due"
SUPERIOR = "regulations.superior"
RETENTION = "regulations.retention"
MATTER_RETENTION = "regulations.matter_retention"
declare(
    OPINIONS_DUE,
    "制度征求意见期限（自发出之日）",
    kind="term",
    default={"amount": 15, "unit": "calendar_day"},
    rule="house",
    editors=EDITORS,
    help="征求意见时可以另定日期。",
)
declare(
    ANSWER_DUE,
    "请示要求答复的期限（自报送之日）",
    kind="term",
    default={"amount": 15, "unit": "working_day"},
    rule="house",
    editors=EDITORS,
    help="报送时可以另定日期。",
)
declare(
    SUPERIOR,
    "请示报告的对象",
    kind="text",
    default="中共本级委员会",
    rule="M25",
    most=60,
    editors=EDITORS,
    help="登记请示报告时预先填好，可以改。",
)
declare(
    RETENTION,
    "制度保管期限",
    kind="choice",
    default="permanent",
    rule="R12.19",
    choices=words.RETENTIONS,
    editors=EDITORS,
    help="写入制度登记表。",
)
declare(
    MATTER_RETENTION,
    "请示报告保管期限",
    kind="choice",
    default="thirty",
    rule="R12.19",
    choices=words.RETENTIONS,
    editors=EDITORS,
    help="写入请示报告登记表。",
)
codes.declare(
    words.KINDS,
    words.KINDS_NAME,
    [codes.row(code, name, rule=rule, words=said) for code, name, rule, said in words.KIND_ROWS],
    extra=(("words", words.SAID_LABEL),),
    editors=EDITORS,
)
codes.declare(
    words.LEVELS,
    words.LEVELS_NAME,
    [codes.row(code, name, rule=rule) for code, name, rule in words.LEVEL_ROWS],
    editors=EDITORS,
)
codes.declare(
    words.YEARLY,
    words.YEARLY_NAME,
    [codes.row(code, name, rule=rule, kind=kind, month=month) for code, name, kind, month, rule in words.YEARLY_ROWS],
    extra=(("kind", words.KIND_LABEL), ("month", words.MONTH_LABEL)),
    editors=EDITORS,
)
