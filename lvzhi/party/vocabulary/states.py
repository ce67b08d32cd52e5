"""Kinds of Party organisation, posts in them, states of what they do."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class BodyKind(TextChoices):
    """What a Party organisation is (R10.1)."""

    PARTY_GROUP = "party_group", "党组"
    AGENCY_GROUP = "agency_group", "机关党组"
    GENERAL = "general", "党总支"
    BRANCH = "branch", "党支部"


class Form(TextChoices):
    """How a Party organisation was set up (R10.7)."""

    FIXED = "fixed", "固定"
    TEMPORARY = "temporary", "临时"
    FUNCTIONAL = "functional", "功能型"


class Post(TextChoices):
    """What somebody is in a Party organisation."""

    SECRETARY = "secretary", "书记"
    DEPUTY = "deputy", "副书记"
    BOARD = "board", "支部委员（党组成员）"
    MEMBER = "member", "党员"


LEADING: Final = (Post.SECRETARY.value, Post.DEPUTY.value)
ON_BOARD: Final = (*LEADING, Post.BOARD.value)


class MeetingState(TextChoices):
    """Where a meeting of a branch is."""

    PLANNED = "planned", "已安排"
    HELD = "held", "已召开"


class QuarterState(TextChoices):
    """Where a branch is with a quarter's organisation life."""

    OPEN = "open", "进行中"
    REVIEWED = "reviewed", "已自查"


class DeedState(TextChoices):
    """Where a practical deed is."""

    REPORTED = "reported", "待核实"
    RETURNED = "returned", "退回补充"
    CONFIRMED = "confirmed", "已核实"


class AppraisalState(TextChoices):
    """Where a branch is with the yearly appraisal of its members (R10.4)."""

    ACCOUNTS = "accounts", "个人自评"
    MET = "met", "待评定等次"
    GRADED = "graded", "待上级确认"
    CONFIRMED = "confirmed", "已确认"


class LineState(TextChoices):
    """Where one member is in it."""

    WAITING = "waiting", "待自评"
    WRITTEN = "written", "已自评"
    TOLD = "told", "已反馈本人"


class DutyState(TextChoices):
    """Where an item of a list of duties is."""

    OPEN = "open", "未完成"
    DONE = "done", "已完成"


class Standing(TextChoices):
    """How far a required meeting is."""

    HELD = "held", "已开展"
    DUE = "due", "待开展"
    MISSING = "missing", "未开展"
    LATER = "later", "未到时间"


MEETING_TONES: Final[dict[MeetingState, str]] = {MeetingState.PLANNED: "info", MeetingState.HELD: "good"}
DEED_TONES: Final[dict[DeedState, str]] = {
    DeedState.REPORTED: "info",
    DeedState.RETURNED: "warn",
    DeedState.CONFIRMED: "good",
}
MEETING_HOLDERS: Final[dict[MeetingState, str]] = {MeetingState.PLANNED: "支部书记", MeetingState.HELD: "已办结"}
QUARTER_HOLDERS: Final[dict[QuarterState, str]] = {QuarterState.OPEN: "支部书记", QuarterState.REVIEWED: "已办结"}
DEED_HOLDERS: Final[dict[DeedState, str]] = {
    DeedState.REPORTED: "支部书记（未编入支部的，办公室）",
    DeedState.RETURNED: "填报人",
    DeedState.CONFIRMED: "已办结",
}
APPRAISAL_TONES: Final[dict[AppraisalState, str]] = {
    AppraisalState.ACCOUNTS: "info",
    AppraisalState.MET: "warn",
    AppraisalState.GRADED: "warn",
    AppraisalState.CONFIRMED: "good",
}
LINE_TONES: Final[dict[LineState, str]] = {
    LineState.WAITING: "warn",
    LineState.WRITTEN: "info",
    LineState.TOLD: "good",
}
DUTY_TONES: Final[dict[DutyState, str]] = {DutyState.OPEN: "info", DutyState.DONE: "good"}
APPRAISAL_HOLDERS: Final[dict[AppraisalState, str]] = {
    AppraisalState.ACCOUNTS: "支部党员、支部书记",
    AppraisalState.MET: "支部书记",
    AppraisalState.GRADED: "上级党组织（没有上级的，办公室）",
    AppraisalState.CONFIRMED: "已办结",
}
APPRAISAL_NEXT: Final[dict[AppraisalState, str]] = {
    AppraisalState.ACCOUNTS: "召开评议大会",
    AppraisalState.MET: "支部委员会评定等次",
    AppraisalState.GRADED: "上级党组织确认后反馈本人",
    AppraisalState.CONFIRMED: "",
}
LINE_HOLDERS: Final[dict[LineState, str]] = {
    LineState.WAITING: "本人",
    LineState.WRITTEN: "支部",
    LineState.TOLD: "已办结",
}
DUTY_HOLDERS: Final[dict[DutyState, str]] = {DutyState.OPEN: "责任人", DutyState.DONE: "已办结"}
APPRAISAL_PHASES: Final = (
    ("个人自评", frozenset({AppraisalState.ACCOUNTS.value})),
    ("评议大会和等次", frozenset({AppraisalState.MET.value})),
    ("上级确认", frozenset({AppraisalState.GRADED.value})),
    ("反馈本人", frozenset({AppraisalState.CONFIRMED.value})),
)
