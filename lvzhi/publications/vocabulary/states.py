"""States of a call, a clue, a manuscript and an issue; who has it, what comes next."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class CallState(TextChoices):
    """Whether materials are still asked for (R11.4)."""

    OPEN = "open", "征集中"
    CLOSED = "closed", "征集结束"


class ClueState(TextChoices):
    """What became of a clue (R11.4)."""

    OFFERED = "offered", "待处理"
    COMMISSIONED = "commissioned", "已约稿"
    WRITTEN = "written", "已成稿"
    DECLINED = "declined", "未采用"


class ManuscriptState(TextChoices):
    """How far a manuscript has come through the three reviews (R11.4)."""

    DRAFT = "draft", "撰写中"
    SUBMITTED = "submitted", "待初审"
    RETURNED = "returned", "退回修改"
    CHECKED = "checked", "待复审"
    EDITED = "edited", "待终审"
    APPROVED = "approved", "终审通过"
    PUBLISHED = "published", "已刊印"
    REFUSED = "refused", "不予采用"
    WITHDRAWN = "withdrawn", "已撤回"


class IssueState(TextChoices):
    """How far an issue has come (R11.4)."""

    COMPOSING = "composing", "编辑中"
    LAID_OUT = "laid_out", "已排版"
    PRINTED = "printed", "已印刷"
    DISTRIBUTED = "distributed", "已发放"


class Witness(TextChoices):
    """The three personals 三亲, and what is compiled from sources (R11.4)."""

    LIVED = "lived", "亲历"
    SEEN = "seen", "亲见"
    HEARD = "heard", "亲闻"
    COMPILED = "compiled", "史料整理"


class AuthorKind(TextChoices):
    """Who wrote it."""

    MEMBER = "member", "委员"
    OUTSIDE = "outside", "社会人士"
    ORGAN = "organ", "机构"


class OutletKind(TextChoices):
    """What kind of outlet it is (M31)."""

    SITE = "site", "网站"
    WECHAT = "wechat", "微信公众号"
    PAPER = "paper", "报刊"
    SCREEN = "screen", "广播电视"
    APP = "app", "客户端和新媒体"


PRINTED: Final = frozenset({IssueState.PRINTED, IssueState.DISTRIBUTED})
EDITABLE: Final = frozenset({ManuscriptState.DRAFT, ManuscriptState.RETURNED})
# may be put into an issue that is being composed
PLACEABLE: Final = frozenset({ManuscriptState.CHECKED, ManuscriptState.EDITED, ManuscriptState.APPROVED})
HANDED_IN: Final = frozenset(ManuscriptState.values) - {ManuscriptState.DRAFT, ManuscriptState.WITHDRAWN}
CALL_HOLDERS: Final = {CallState.OPEN: "征集机构", CallState.CLOSED: ""}
CLUE_HOLDERS: Final = {
    ClueState.OFFERED: "文史编辑",
    ClueState.COMMISSIONED: "约稿作者",
    ClueState.WRITTEN: "",
    ClueState.DECLINED: "",
}
MANUSCRIPT_HOLDERS: Final = {
    ManuscriptState.DRAFT: "作者",
    ManuscriptState.SUBMITTED: "文史编辑（初审）",
    ManuscriptState.RETURNED: "作者",
    ManuscriptState.CHECKED: "文史编辑（复审）",
    ManuscriptState.EDITED: "秘书长或分管领导（终审）",
    ManuscriptState.APPROVED: "文史编辑",
    ManuscriptState.PUBLISHED: "",
    ManuscriptState.REFUSED: "",
    ManuscriptState.WITHDRAWN: "",
}
ISSUE_HOLDERS: Final = {
    IssueState.COMPOSING: "文史编辑",
    IssueState.LAID_OUT: "文史编辑",
    IssueState.PRINTED: "文史编辑",
    IssueState.DISTRIBUTED: "",
}
MANUSCRIPT_NEXT: Final = {
    ManuscriptState.DRAFT: "写完后交稿",
    ManuscriptState.SUBMITTED: "核对史实后转复审",
    ManuscriptState.RETURNED: "按意见修改后重新交稿",
    ManuscriptState.CHECKED: "编辑加工后转终审",
    ManuscriptState.EDITED: "政治和保密审核",
    ManuscriptState.APPROVED: "编入一期，印刷后即为刊印",
    ManuscriptState.PUBLISHED: "",
    ManuscriptState.REFUSED: "",
    ManuscriptState.WITHDRAWN: "",
}
ISSUE_NEXT: Final = {
    IssueState.COMPOSING: "编入稿件、排好目录后登记排版",
    IssueState.LAID_OUT: "全部稿件终审通过后登记印刷",
    IssueState.PRINTED: "登记发放",
    IssueState.DISTRIBUTED: "",
}
MANUSCRIPT_PHASES: Final = (
    ("撰写", frozenset({ManuscriptState.DRAFT, ManuscriptState.RETURNED})),
    ("初审（史实）", frozenset({ManuscriptState.SUBMITTED})),
    ("复审（编辑）", frozenset({ManuscriptState.CHECKED})),
    ("终审（政治、保密）", frozenset({ManuscriptState.EDITED})),
    ("待刊", frozenset({ManuscriptState.APPROVED})),
    ("刊印", frozenset({ManuscriptState.PUBLISHED})),
)
ISSUE_PHASES: Final = (
    ("编辑", frozenset({IssueState.COMPOSING})),
    ("排版", frozenset({IssueState.LAID_OUT})),
    ("印刷", frozenset({IssueState.PRINTED})),
    ("发放", frozenset({IssueState.DISTRIBUTED})),
)
TONES: Final = {
    "open": "info", "closed": "neutral", "offered": "later", "commissioned": "info", "written": "good",
    "declined": "neutral", "draft": "later", "submitted": "info", "returned": "warn", "checked": "info",
    "edited": "info", "approved": "good", "published": "good", "refused": "neutral", "withdrawn": "neutral",
    "composing": "later", "laid_out": "info", "printed": "good", "distributed": "good",
}  # fmt: skip
