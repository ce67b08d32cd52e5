"""Declared parameters of Party organisations."""

from __future__ import annotations

from lvzhi.norms import codes, declare
from lvzhi.party import vocabulary as words

EDITORS = ("system_admin", "office", "secretary_general")
QUORUM = "party.quorum"
DEEDS = "party.deeds_least"
REVIEW = "party.review_due"
REVIEW_FROM = "party.review_from"
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
    help="从这一天起，自查列入书记的待办，便于补上欠缺的组织生活。",
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
