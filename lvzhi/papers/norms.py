"""Declared parameters of papers."""

from __future__ import annotations

from lvzhi.norms import codes, declare
from lvzhi.papers import vocabulary as words

EDITORS = ("system_admin", "office", "secretary_general")
declare(
    "papers.mark",
    "文号通用代字",
    kind="text",
    default="政协发",
    rule="R12.13",
    most=20,
    editors=EDITORS,
    help="文书种类没有自己的代字时使用。",
)
declare(
    "papers.number_format",
    "文号格式",
    kind="text",
    default="{mark}〔{year}〕{seq}号",
    rule="R12.13",
    most=60,
    editors=EDITORS,
    help="可用 {mark} 代字、{year} 年份、{seq} 顺序号。",
)
declare(
    "papers.series_format",
    "连续编期的文号格式",
    kind="text",
    default="{kind}{year}年第{seq}期",
    rule="R10.6",
    most=60,
    editors=EDITORS,
    help="可用 {kind} 文书种类、{mark} 代字、{year} 年份、{seq} 期号。",
)
declare(
    "papers.issuer",
    "发文机关署名",
    kind="text",
    default="{committee}",
    rule="R12.13",
    most=60,
    editors=EDITORS,
    help="可用 {committee} 政协组织全称。",
)
declare(
    "papers.comment_due",
    "批示办理反馈期限（自转办之日）",
    kind="term",
    default={"amount": 30, "unit": "calendar_day"},
    rule="R3.11",
    editors=EDITORS,
)
codes.declare(
    words.KINDS,
    words.KINDS_NAME,
    [
        codes.row(code, name, rule=rule, mark="", series=series, members=members, words=said)
        for code, name, rule, series, members, said in words.PAPER_KINDS
    ],
    extra=(
        ("mark", words.MARK_LABEL),
        ("series", words.SERIES_LABEL),
        ("members", words.MEMBERS_LABEL),
        ("words", words.SAID_LABEL),
    ),
    editors=EDITORS,
)
codes.declare(
    words.RANKS,
    words.RANKS_NAME,
    [codes.row(code, name, rule=rule, words=said) for code, name, rule, said in words.LEADER_RANKS],
    extra=(("words", words.SAID_LABEL),),
    editors=EDITORS,
)
codes.declare(
    words.RESULTS,
    words.RESULTS_NAME,
    [codes.row(code, name, rule=rule) for code, name, rule in words.COMMENT_RESULTS],
    editors=EDITORS,
)
