"""Declared parameters of the contact network: the scheme itself, modes, time limits (R6.16, R6.18)."""

from __future__ import annotations

from lvzhi.contacts.vocabulary import codes as words
from lvzhi.norms import codes, declare

EDITORS = ("system_admin", "office", "secretary_general")
FOLLOW = "contacts.follow"
UNDO = "contacts.undo"
declare(
    FOLLOW,
    "联系中反映的问题跟进期限（联系之日起）",
    kind="term",
    default={"amount": 10, "unit": "working_day"},
    rule="R6.18",
    editors=EDITORS,
    help="联系人填写了跟进日期的，以该日期为准。",
)
declare(
    UNDO,
    "联系人撤销误登记的时限",
    kind="int",
    unit="小时",
    default=24,
    least=1,
    most=720,
    rule="house",
    editors=EDITORS,
    help="超过的，由办公室作误录作废。",
)
codes.declare(
    words.SCHEMES,
    words.SCHEMES_NAME,
    [
        codes.row(code, name, rule=rule, near=near, far=far, times=times, least=least, most=most)
        for code, name, rule, near, far, times, least, most in words.SCHEME_ROWS
    ],
    extra=tuple(words.LABELS.items()),
    editors=EDITORS,
    help="不实行的，自某日起停用；频次和人数可按本级制度修改，自某日起执行。",
)
codes.declare(
    words.MODES,
    words.MODES_NAME,
    [codes.row(code, name, rule=rule, sign=sign) for code, name, rule, sign in words.MODE_ROWS],
    extra=(("sign", words.SIGN_LABEL),),
    editors=EDITORS,
)
