"""States of a report and of a remark; kinds of report; who has it, what comes next."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class ReportKind(TextChoices):
    """What a report is."""

    WORK = "work", "常委会工作报告"
    SUMMARY = "summary", "工作综述"
    PROPOSALS = "proposals", "提案工作情况报告"
    SPECIAL = "special", "专题报告"


class ReportState(TextChoices):
    """Where a report is."""

    DRAFTING = "drafting", "起草中"
    REVIEWING = "reviewing", "送审中"
    SIGNING = "signing", "待签发"
    SIGNED = "signed", "已签发"
    SEALED = "sealed", "已归档"
    WITHDRAWN = "withdrawn", "已撤回"


class RemarkState(TextChoices):
    """Where a remark is."""

    OPEN = "open", "待答复"
    ANSWERED = "answered", "已答复"
    RESOLVED = "resolved", "已解决"


class Origin(TextChoices):
    """How a version of a section came about."""

    WRITTEN = "written", "撰写"
    RESTORED = "restored", "恢复旧稿"
    RETURNED = "returned", "取自改回的文稿"
    FIGURE = "figure", "插入数据"


class CopyForm(TextChoices):
    """In which form a document was given out."""

    WORD = "word", "Word 文稿"
    PDF = "pdf", "PDF 文件"


class ReadingKind(TextChoices):
    """On what occasion the figures were read."""

    BEGUN = "begun", "开始起草"
    UPDATED = "updated", "更新数据"
    SIGNED = "signed", "签发"


FROZEN: Final = frozenset({ReportState.SIGNED, ReportState.SEALED})
REPORT_TONES: Final = {
    ReportState.DRAFTING: "later",
    ReportState.REVIEWING: "info",
    ReportState.SIGNING: "warn",
    ReportState.SIGNED: "good",
    ReportState.SEALED: "good",
    ReportState.WITHDRAWN: "neutral",
}
REMARK_TONES: Final = {RemarkState.OPEN: "warn", RemarkState.ANSWERED: "info", RemarkState.RESOLVED: "good"}
REPORT_HOLDERS: Final = {
    ReportState.DRAFTING: "办公室和各专委会负责人",
    ReportState.REVIEWING: "办公室、秘书长（起草人以外的一人）",
    ReportState.SIGNING: "秘书长、领导",
    ReportState.SIGNED: "办公室、秘书长",
    ReportState.SEALED: "",
    ReportState.WITHDRAWN: "",
}
REMARK_HOLDERS: Final = {
    RemarkState.OPEN: "这一节的起草人",
    RemarkState.ANSWERED: "提出批注的人",
    RemarkState.RESOLVED: "",
}
NEXT: Final = {
    ReportState.DRAFTING: "各节写好、批注处理完后送审",
    ReportState.REVIEWING: "由起草人以外的一人审核，通过后送签发",
    ReportState.SIGNING: "签发时固定文中全部数据和明细",
    ReportState.SIGNED: "印发后登记文号归档；此后记录有变化，在“签发后的变化”中列出",
    ReportState.SEALED: "",
    ReportState.WITHDRAWN: "",
}
PHASES: Final = (
    ("起草", frozenset({ReportState.DRAFTING})),
    ("送审", frozenset({ReportState.REVIEWING})),
    ("待签发", frozenset({ReportState.SIGNING})),
    ("签发", frozenset({ReportState.SIGNED})),
    ("归档", frozenset({ReportState.SEALED})),
)
