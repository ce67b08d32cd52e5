"""Kinds of change, and where a change, an absence case, a selection is."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices

from lvzhi.people.vocabulary import Left


class ChangeKind(TextChoices):
    """What changes (R6.1, R6.4a)."""

    BY_ELECTION = "by_election", "增补委员"
    RESIGNATION = "resignation", "辞去委员"
    REMOVAL = "removal", "撤销委员资格"
    MOVED = "moved", "工作调动终止资格"
    DIED = "died", "去世终止资格"
    SECTOR = "sector", "调整界别"
    SPECIAL = "special_committee", "调整专门委员会"
    WORK = "employer", "单位职务变动"


LEAVING: Final[dict[str, str]] = {
    ChangeKind.RESIGNATION.value: Left.RESIGNED.value,
    ChangeKind.REMOVAL.value: Left.REMOVED.value,
    ChangeKind.MOVED.value: Left.TRANSFERRED.value,
    ChangeKind.DIED.value: Left.DECEASED.value,
}
MOVING: Final = (ChangeKind.SECTOR.value, ChangeKind.SPECIAL.value)


class ChangeState(TextChoices):
    """Where a change is; from which day on a decided one is in force, its day says."""

    HANDED = "handed", "待受理"
    PROPOSED = "proposed", "待研究"
    HEARD = "heard", "已研究，待决定"
    DECIDED = "decided", "已决定"
    REFUSED = "refused", "未通过"
    WITHDRAWN = "withdrawn", "已撤回"
    REVIEW = "review", "复核中"
    OVERTURNED = "overturned", "复核后撤销原决定"


OPEN_CHANGES: Final = (ChangeState.HANDED.value, ChangeState.PROPOSED.value, ChangeState.HEARD.value)
STANDING_CHANGES: Final = (ChangeState.DECIDED.value, ChangeState.REVIEW.value)
UPHELD: Final = "upheld"


class CaseState(TextChoices):
    """Where an absence case is (R6.13): every step is somebody's decision."""

    OPEN = "open", "待处理"
    REMINDED = "reminded", "已提醒"
    CIRCULATED = "circulated", "已通报"
    TALKED = "talked", "已约谈"
    ADVISED = "advised", "已提出劝辞（撤销）建议"
    SETTLED = "settled", "已改进，办结"
    DROPPED = "dropped", "不予追究"


CLOSED_CASES: Final = (CaseState.ADVISED.value, CaseState.SETTLED.value, CaseState.DROPPED.value)


class MeasureKind(TextChoices):
    """What was done in an absence case."""

    REMIND = "remind", "提醒"
    CIRCULATE = "circulate", "通报"
    TALK = "talk", "约谈"
    ADVISE = "advise", "劝辞（撤销）建议"
    SETTLE = "settle", "办结"
    DROP = "drop", "不予追究"


class Threshold(TextChoices):
    """Which threshold of absences was reached (R6.5–R6.7)."""

    PLENARY = "plenary", "本届全体会议缺席"
    YEAR = "year", "本年度常委会会议缺席"
    TERM = "term", "本届常委会会议缺席"


class SelectionState(TextChoices):
    """Where a selection is."""

    CALLING = "calling", "推荐报名中"
    VETTING = "vetting", "资格审核中"
    READY = "ready", "待决定"
    DECIDED = "decided", "已决定"
    CANCELLED = "cancelled", "已取消"


class Standing(TextChoices):
    """How far somebody nominated has come."""

    NAMED = "named", "已推荐"
    FIT = "fit", "通过审核"
    UNFIT = "unfit", "未通过审核"
    CHOSEN = "chosen", "入选"
    PASSED_OVER = "passed_over", "未入选"
    WITHDRAWN = "withdrawn", "已退出"


class By(TextChoices):
    """Who nominated."""

    ORGAN = "organ", "机构推荐"
    SELF = "self", "本人自荐"


CHANGE_TONES: Final[dict[str, str]] = {
    ChangeState.HANDED: "warn",
    ChangeState.PROPOSED: "info",
    ChangeState.HEARD: "info",
    ChangeState.DECIDED: "good",
    ChangeState.REFUSED: "bad",
    ChangeState.WITHDRAWN: "neutral",
    ChangeState.REVIEW: "warn",
    ChangeState.OVERTURNED: "neutral",
}
CASE_TONES: Final[dict[str, str]] = {
    CaseState.OPEN: "warn",
    CaseState.REMINDED: "info",
    CaseState.CIRCULATED: "info",
    CaseState.TALKED: "warn",
    CaseState.ADVISED: "bad",
    CaseState.SETTLED: "good",
    CaseState.DROPPED: "neutral",
}
SELECTION_TONES: Final[dict[str, str]] = {
    SelectionState.CALLING: "info",
    SelectionState.VETTING: "info",
    SelectionState.READY: "warn",
    SelectionState.DECIDED: "good",
    SelectionState.CANCELLED: "neutral",
}
STANDING_TONES: Final[dict[str, str]] = {
    Standing.NAMED: "info",
    Standing.FIT: "info",
    Standing.UNFIT: "neutral",
    Standing.CHOSEN: "good",
    Standing.PASSED_OVER: "neutral",
    Standing.WITHDRAWN: "neutral",
}
OFFICE_HOLDS: Final = "办公室、秘书长"
DONE_HOLDS: Final = "已办结"
CHANGE_HOLDERS: Final[dict[ChangeState, str]] = {
    one: OFFICE_HOLDS if one.value in (*OPEN_CHANGES, ChangeState.REVIEW.value) else DONE_HOLDS for one in ChangeState
}
CASE_HOLDERS: Final[dict[CaseState, str]] = {
    one: DONE_HOLDS if one.value in CLOSED_CASES else OFFICE_HOLDS for one in CaseState
}
SELECTION_HOLDERS: Final[dict[SelectionState, str]] = {
    SelectionState.CALLING: "委员和各机构推荐，办公室汇总",
    SelectionState.VETTING: OFFICE_HOLDS,
    SelectionState.READY: OFFICE_HOLDS,
    SelectionState.DECIDED: DONE_HOLDS,
    SelectionState.CANCELLED: DONE_HOLDS,
}
CHANGE_PHASES: Final = (
    ("提出", frozenset({ChangeState.HANDED.value, ChangeState.PROPOSED.value})),
    ("研究", frozenset({ChangeState.HEARD.value})),
    ("决定", frozenset({ChangeState.DECIDED.value, ChangeState.REVIEW.value})),
)
BAR: Final = {"proposed": "提出", "heard": "研究", "decided": "决定", "force": "生效"}
SELECTION_PHASES: Final = (
    ("推荐报名", frozenset({SelectionState.CALLING.value})),
    ("资格审核", frozenset({SelectionState.VETTING.value})),
    ("研究决定", frozenset({SelectionState.READY.value})),
    ("入选", frozenset({SelectionState.DECIDED.value})),
)
