"""States of an appraisal of one quarter or year, and of one person's line in it (R8.3, R8.4)."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class Kind(TextChoices):
    """What is appraised at once."""

    QUARTER = "quarter", "平时考核"
    YEAR = "year", "年度考核"


class State(TextChoices):
    """Where an appraisal is."""

    OPEN = "open", "述评和测评"
    PROPOSED = "proposed", "待审定"
    DECIDED = "decided", "已审定待归档"
    ARCHIVED = "archived", "已归档"


class LineState(TextChoices):
    """Where one person's line is."""

    WAITING = "waiting", "待述评"
    WRITTEN = "written", "待点评"
    COMMENTED = "commented", "待审定"
    EXEMPT = "exempt", "不定等次"
    TOLD = "told", "待本人签收"
    SIGNED = "signed", "本人已签收"
    APPEALED = "appealed", "复核中"


TONES: Final = {State.OPEN: "info", State.PROPOSED: "warn", State.DECIDED: "good", State.ARCHIVED: "neutral"}
LINE_TONES: Final = {
    LineState.WAITING: "later", LineState.WRITTEN: "info", LineState.COMMENTED: "info", LineState.EXEMPT: "neutral",
    LineState.TOLD: "warn", LineState.SIGNED: "good", LineState.APPEALED: "warn",
}  # fmt: skip
HOLDERS: Final = {
    State.OPEN: "机关干部、点评领导、办公室", State.PROPOSED: "秘书长、领导", State.DECIDED: "办公室",
    State.ARCHIVED: "",
}  # fmt: skip
NEXT: Final = {
    State.OPEN: "述评、点评、测评和考勤齐全后，办公室拟定等次",
    State.PROPOSED: "党组会议或机关会议审定等次",
    State.DECIDED: "本人签收，申诉答复后归档",
    State.ARCHIVED: "",
}
LINE_HOLDERS: Final = {
    LineState.WAITING: "本人", LineState.WRITTEN: "点评领导", LineState.COMMENTED: "办公室", LineState.EXEMPT: "",
    LineState.TOLD: "本人", LineState.SIGNED: "", LineState.APPEALED: "秘书长、领导",
}  # fmt: skip
LINE_NEXT: Final = {
    LineState.WAITING: "填写个人述评", LineState.WRITTEN: "主管领导点评", LineState.COMMENTED: "拟定等次后由会议审定",
    LineState.EXEMPT: "", LineState.TOLD: "本人签收；有意见的，在期限内申请复核", LineState.SIGNED: "",
    LineState.APPEALED: "复核并答复本人",
}  # fmt: skip
PHASES: Final = (
    ("述评、点评和测评", frozenset({State.OPEN})),
    ("组织审定", frozenset({State.PROPOSED})),
    ("反馈和申诉", frozenset({State.DECIDED})),
    ("归档", frozenset({State.ARCHIVED})),
)
