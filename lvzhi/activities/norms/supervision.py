"""Declared parameters and code tables of democratic supervision."""

from __future__ import annotations

from lvzhi.activities.vocabulary import supervision as words
from lvzhi.norms import codes, declare

EDITORS = ("system_admin", "office")
declare(
    "activities.supervisor_term",
    "民主监督员聘期（默认）",
    kind="int",
    unit="个月",
    default=24,
    rule="R4.5",
    least=1,
    most=60,
    editors=EDITORS,
)
declare(
    "activities.supervisor_term_most",
    "民主监督员聘期最长",
    kind="int",
    unit="个月",
    default=36,
    rule="R4.5",
    least=1,
    most=60,
    editors=EDITORS,
)
declare(
    "activities.supervisors_per_unit",
    "每个单位监督员人数上限（0 为不限）",
    kind="int",
    unit="名",
    default=0,
    rule="R4.5",
    least=0,
    most=99,
    editors=EDITORS,
)
declare(
    "activities.appointment_format",
    "聘书编号格式",
    kind="text",
    default="协聘〔{year}〕{seq}号",
    rule="R4.4",
    most=60,
    editors=EDITORS,
    help="可用 {year} 年份、{seq} 顺序号。",
)
declare(
    "activities.appointment_issuer",
    "聘书落款",
    kind="text",
    default="{committee}",
    rule="R4.4",
    most=60,
    editors=EDITORS,
    help="可用 {committee} 政协组织全称。",
)
declare(
    "activities.rectify_due",
    "监督意见整改反馈期限（自发出之日）",
    kind="term",
    default={"amount": 60, "unit": "calendar_day"},
    rule="R4.8",
    editors=EDITORS,
)
declare(
    "activities.look_back_due",
    "回头看期限（自反馈之日）",
    kind="term",
    default={"amount": 3, "unit": "month"},
    rule="R4.8",
    editors=EDITORS,
)
codes.declare(
    words.RESULTS,
    words.RESULTS_NAME,
    [codes.row(code, name, rule=rule, closes=closes) for code, name, rule, closes in words.LOOK_RESULTS],
    extra=(("closes", words.SOLVED_LABEL),),
    editors=EDITORS,
)
codes.declare(
    words.BODIES,
    words.BODIES_NAME,
    [codes.row(code, name, rule=rule) for code, name, rule in words.EXCHANGE_BODIES],
    editors=EDITORS,
)
codes.declare(
    words.END_GROUNDS,
    words.END_GROUNDS_NAME,
    [codes.row(code, name, rule=rule) for code, name, rule in words.SUPERVISOR_ENDS],
    editors=EDITORS,
)
