"""Declared parameters of Party organisations."""

from __future__ import annotations

from lvzhi.norms import codes, declare
from lvzhi.party import vocabulary as words

EDITORS = ("system_admin", "office", "secretary_general")
QUORUM = "party.quorum"
DEEDS = "party.deeds_least"
REVIEW = "party.review_due"
REVIEW_FROM = "party.review_from"
EXCELLENT = "party.excellent_most"
ACCOUNT_DUE = "party.account_due"
GRADE_DUE = "party.grade_due"
VISITS = "party.visits_least"
DUTY_DUE = "party.duty_due"
IMPORT_ROWS = "party.import_rows"
declare(
    QUORUM,
    "党员大会到会人数须超过应到的",
    kind="int",
    unit="%",
    default=50,
    least=0,
    most=99,
    rule="R10.3",
    editors=EDITORS,
    help="到会人数没有超过的，不能作为党员大会登记。",
)
declare(
    DEEDS,
    "每名党员每年办实事",
    kind="int",
    unit="件",
    default=1,
    least=1,
    most=20,
    rule="house",
    editors=EDITORS,
)
declare(
    REVIEW,
    "季度组织生活自查期限（季度结束起）",
    kind="term",
    default={"amount": 10, "unit": "calendar_day"},
    rule="R10.3",
    editors=EDITORS,
)
declare(
    REVIEW_FROM,
    "季度组织生活自查提前提醒（季度结束前）",
    kind="int",
    unit="天",
    default=20,
    least=0,
    most=90,
    rule="R10.3",
    editors=EDITORS,
    help="从这一天起，自查列入书记的待办，便于补上欠缺的组织生活。修改后，从下一个季度起适用。",
)
declare(
    EXCELLENT,
    "民主评议党员优秀等次不超过参加评定的",
    kind="decimal",
    unit="%",
    default="33.4",
    least=0,
    most=100,
    rule="R10.4",
    editors=EDITORS,
    help="三分之一填33.4；名额去掉小数。",
)
declare(
    ACCOUNT_DUE,
    "民主评议党员个人自评期限（发起之日起）",
    kind="term",
    default={"amount": 15, "unit": "calendar_day"},
    rule="R10.3",
    editors=EDITORS,
)
declare(
    GRADE_DUE,
    "民主评议党员评定和确认等次期限（进入环节之日起）",
    kind="term",
    default={"amount": 15, "unit": "calendar_day"},
    rule="R10.4",
    editors=EDITORS,
)
declare(
    VISITS,
    "每个支部联系点每年至少走访",
    kind="int",
    unit="次",
    default=2,
    least=1,
    most=52,
    rule="R6.16",
    editors=EDITORS,
)
declare(
    DUTY_DUE,
    "一岗双责事项期限（没有写明完成时限的，列入之日起）",
    kind="term",
    default={"amount": 365, "unit": "calendar_day"},
    rule="R10.2",
    editors=EDITORS,
)
declare(
    IMPORT_ROWS,
    "党组织名册一次导入行数上限",
    kind="int",
    unit="行",
    default=2000,
    least=10,
    most=20000,
    rule="house",
    editors=EDITORS,
)
codes.declare(
    words.GRADES,
    words.GRADES_NAME,
    [
        codes.row(code, name, rule=rule, limited=limited, reason=reason)
        for code, name, rule, limited, reason in words.GRADE_ROWS
    ],
    extra=tuple(words.GRADE_LABELS.items()),
    editors=EDITORS,
)
codes.declare(
    words.MEETINGS,
    words.MEETINGS_NAME,
    [
        codes.row(code, name, rule=rule, per=per, times=times, who=who, words=said)
        for code, name, rule, per, times, who, said in words.MEETING_KINDS
    ],
    extra=tuple(words.LABELS.items()),
    editors=EDITORS,
)
