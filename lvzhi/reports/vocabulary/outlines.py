"""Which chapters each kind of report begins with (R13.1–R13.4)."""

from __future__ import annotations

from typing import Final

from lvzhi.reports.vocabulary.states import ReportKind

EVERY: Final = "*"
BEFORE: Final = {
    ReportKind.WORK: ("过去一年工作回顾",),
    ReportKind.SUMMARY: (),
    ReportKind.PROPOSALS: (),
    ReportKind.SPECIAL: ("背景", "基本情况"),
}
CHAPTERS: Final = {
    ReportKind.WORK: EVERY,
    ReportKind.SUMMARY: EVERY,
    ReportKind.PROPOSALS: "proposals",
    ReportKind.SPECIAL: "",
}
AFTER: Final = {
    ReportKind.WORK: ("存在的不足", "今年工作安排"),
    ReportKind.SUMMARY: (),
    ReportKind.PROPOSALS: ("主要做法", "下一步工作"),
    ReportKind.SPECIAL: ("取得的成效", "存在的问题", "意见建议"),
}
