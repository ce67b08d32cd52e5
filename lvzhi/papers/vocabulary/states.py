"""States of papers and comments, who holds each, what comes next, and their tones."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class PaperState(TextChoices):
    """Where an outgoing document is."""

    DRAFT = "draft", "起草"
    CHECKING = "checking", "待核稿"
    CHECKED = "checked", "待签发"
    ISSUED = "issued", "已签发"
    SENT = "sent", "已发出"
    WITHDRAWN = "withdrawn", "已撤销"


class CommentState(TextChoices):
    """Where a leader's comment is (R3.11)."""

    NOTED = "noted", "已登记"
    HANDED = "handed", "已转办"
    ANSWERED = "answered", "已反馈"
    CLOSED = "closed", "已办结"


class Receiver(TextChoices):
    """To whom a document goes."""

    UNIT = "unit", "外部单位"
    COMMITTEE = "committee", "政协组织"
    ORGAN = "organ", "内设机构"
    LEADER = "leader", "领导"
    BODY = "body", "其他机关"


class Handover(TextChoices):
    """How a document was handed over."""

    EXCHANGE = "exchange", "公文交换"
    SYSTEM = "system", "本系统"
    PAPER = "paper", "纸质送达"
    MEETING = "meeting", "会上印发"


OUT: Final = frozenset({PaperState.ISSUED, PaperState.SENT})  # issued and standing: what figures count
PAPER_TONES: Final = {
    PaperState.DRAFT: "later",
    PaperState.CHECKING: "warn",
    PaperState.CHECKED: "warn",
    PaperState.ISSUED: "info",
    PaperState.SENT: "good",
    PaperState.WITHDRAWN: "neutral",
}
COMMENT_TONES: Final = {
    CommentState.NOTED: "warn",
    CommentState.HANDED: "info",
    CommentState.ANSWERED: "info",
    CommentState.CLOSED: "good",
}
PAPER_HOLDERS: Final = {
    PaperState.DRAFT: "起草机构",
    PaperState.CHECKING: "办公室核稿",
    PaperState.CHECKED: "秘书长或领导签发",
    PaperState.ISSUED: "办公室发文",
    PaperState.SENT: "",
    PaperState.WITHDRAWN: "",
}
PAPER_NEXT: Final = {
    PaperState.DRAFT: "写好后送核",
    PaperState.CHECKING: "核对文字和格式",
    PaperState.CHECKED: "签发并编文号",
    PaperState.ISSUED: "登记发往何处",
    PaperState.SENT: "登记回执和批示",
    PaperState.WITHDRAWN: "",
}
COMMENT_HOLDERS: Final = {
    CommentState.NOTED: "办公室",
    CommentState.HANDED: "承接单位",
    CommentState.ANSWERED: "办公室",
    CommentState.CLOSED: "",
}
PAPER_PHASES: Final = (
    ("起草", frozenset({PaperState.DRAFT})),
    ("核稿", frozenset({PaperState.CHECKING})),
    ("签发", frozenset({PaperState.CHECKED})),
    ("发出", frozenset({PaperState.ISSUED})),
    ("归档", frozenset({PaperState.SENT})),
)
