"""Declared parameters of projects: the code tables."""

from __future__ import annotations

from lvzhi.norms import codes, declare
from lvzhi.projects.vocabulary import codes as words

EDITORS = ("system_admin", "office", "secretary_general")
codes.declare(
    words.KINDS,
    words.KINDS_NAME,
    [codes.row(code, name, rule=rule, words=said) for code, name, rule, said in words.KIND_ROWS],
    extra=(("words", words.SAID_LABEL),),
    editors=EDITORS,
)
codes.declare(
    words.SOURCES,
    words.SOURCES_NAME,
    [codes.row(code, name, rule=rule, words=said) for code, name, rule, said in words.SOURCE_ROWS],
    extra=(("words", words.SAID_LABEL),),
    editors=EDITORS,
)
VISIT_EVERY = "projects.visit_every"
ACTIVITY_DAYS = "projects.activity_days"
SHEET_ROWS = "projects.sheet_rows"
SHEET_MEGABYTES = "projects.sheet_megabytes"
declare(
    VISIT_EVERY,
    "包抓项目多久到现场督导一次",
    kind="term",
    default={"amount": 60, "unit": "calendar_day"},
    rule="R11.5",
    editors=EDITORS,
    help="从上次督导（没有督导的从明确包抓领导）起算；到期仍没有登记督导的，列入包抓领导的待办。",
)
declare(
    ACTIVITY_DAYS,
    "登记督导时可以关联多少天内的活动",
    kind="int",
    unit="天",
    default=30,
    least=1,
    most=366,
    rule="house",
    editors=EDITORS,
)
declare(
    SHEET_ROWS, "项目表一次最多导入", kind="int", unit="行", default=2000, least=1, most=20000, rule="house",
    editors=EDITORS,
)  # fmt: skip
declare(
    SHEET_MEGABYTES, "项目表文件最大", kind="int", unit="MB", default=10, least=1, most=100, rule="house",
    editors=EDITORS,
)  # fmt: skip
