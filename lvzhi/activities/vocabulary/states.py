"""Families, states, parts and presences."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class Family(TextChoices):
    """What an activity is at bottom; every local kind belongs to one of these twelve."""

    MEETING = "meeting", "会议"
    CONSULTATION = "consultation", "协商"
    SUPERVISION = "supervision", "监督"
    INSPECTION = "inspection", "视察"
    RESEARCH = "research", "调研"
    STUDY_TOUR = "study_tour", "考察"
    STUDY = "study", "学习培训"
    VISIT = "visit", "走访"
    FELLOWSHIP = "fellowship", "联谊"
    SERVICE = "service", "服务"
    LECTURE = "lecture", "宣讲"
    RECEPTION = "reception", "值班接待"


class State(TextChoices):
    """Where an activity is."""

    DRAFT = "draft", "草稿"
    PLANNED = "planned", "已通知"
    HELD = "held", "已举行"
    CLOSED = "closed", "已归档"
    CANCELLED = "cancelled", "已取消"


class Relation(TextChoices):
    """Whose activity it is: one's own, in support of the level above, or joint (R5.1)."""

    OWN = "own", "本级组织"
    ASSIST = "assist", "配合上级"
    JOINT = "joint", "联合开展"


class Audience(TextChoices):
    """Who may read it beside those who keep it."""

    COMMITTEE = "committee", "本级委员和机关"
    INVITED = "invited", "参加人和机关"


class PlaceRole(TextChoices):
    """What a place of an activity is; visits are counted by it (家次、处)."""

    VENUE = "venue", "会场（集合地点）"
    ENTERPRISE = "enterprise", "走访企业"
    COMMUNITY = "community", "村（社区）"
    UNIT = "unit", "走访单位"
    HOUSEHOLD = "household", "走访群众"
    PROJECT = "project", "项目现场"
    SITE = "site", "视察点位"


class Half(TextChoices):
    """The part of the day a sitting takes; attendance is counted in half days (R6.13)."""

    MORNING = "morning", "上午"
    AFTERNOON = "afternoon", "下午"
    EVENING = "evening", "晚上"
    DAY = "day", "全天"


class Capacity(TextChoices):
    """As what somebody takes part."""

    MEMBER = "member", "委员"
    STAFF = "staff", "机关干部"
    OUTSIDE = "outside", "其他人员"


class Role(TextChoices):
    """What somebody does there."""

    HOST = "host", "主持"
    MAIN = "main", "主讲"
    SPEAK = "speak", "发言"
    LEAD = "lead", "带队"
    CONVENE = "convene", "召集人"
    ATTEND = "attend", "参加"
    SIT_IN = "sit_in", "列席"
    EXPERT = "expert", "专家"


class Presence(TextChoices):
    """Whether somebody was at a sitting (R6.13)."""

    PRESENT = "present", "出席"
    LATE = "late", "迟到"
    LEFT_EARLY = "left_early", "早退"
    LEAVE = "leave", "请假"
    LEAVE_REFUSED = "leave_refused", "请假未准"
    ABSENT = "absent", "缺席"
    OFFICIAL = "official", "公假"
    REPLACED = "replaced", "由他人代会"


class Verdict(TextChoices):
    """What the sittings together say of a participant (R6.6)."""

    OPEN = "open", "未登记"
    ATTENDED = "attended", "出席"
    LEAVE = "leave", "请假"
    ABSENT = "absent", "缺席"
    OFFICIAL = "official", "公假"
    REPLACED = "replaced", "由他人代会"


class Proof(TextChoices):
    """What stands behind a tick, the strongest first."""

    CODE = "code", "现场签到码"
    SHEET = "sheet", "签到表（已扫描）"
    LIST = "list", "现场名单点到"
    CLERK = "clerk", "经办人逐人登记"
    PROXY = "proxy", "现场他人代签"
    LEAVE = "leave", "请假审批"
    QUICK = "quick", "除外登记"


class LeaveState(TextChoices):
    """Where a request for leave is (R6.13)."""

    ASKED = "asked", "待审批"
    GRANTED = "granted", "已准假"
    REFUSED = "refused", "未准假"
    WITHDRAWN = "withdrawn", "已撤回"


class Approver(TextChoices):
    """Who decides on leave, as the kind says (R6.5, R6.6)."""

    CHAIRMAN = "chairman", "主席"
    SECRETARY_GENERAL = "secretary_general", "秘书长"
    ORGAN_HEAD = "organ_head", "机构负责人"
    OFFICE = "office", "办公室"


class Duty(TextChoices):
    """Meetings at which attendance is owed by rule, so that absences are weighed (R6.5–R6.7)."""

    NONE = "", "不计"
    PLENARY = "plenary", "全会"
    STANDING = "standing", "常委会"


WAS_THERE: Final = frozenset({Presence.PRESENT, Presence.LATE, Presence.LEFT_EARLY})
EXCUSED: Final = frozenset({Presence.LEAVE, Presence.REPLACED})
UNCOUNTED_ROLES: Final = frozenset({Role.SIT_IN, Role.EXPERT})
COUNTING_STATES: Final = (State.HELD, State.CLOSED)
HALF_DAYS: Final[dict[str, int]] = {Half.MORNING: 1, Half.AFTERNOON: 1, Half.EVENING: 1, Half.DAY: 2}
HOLDERS: Final = {
    State.DRAFT: "经办人",
    State.PLANNED: "经办人",
    State.HELD: "经办人",
    State.CLOSED: "",
    State.CANCELLED: "",
}
NEXT: Final = {
    State.DRAFT: "补全时间、地点和参加人后发出通知；已经举行的直接登记",
    State.PLANNED: "举行后登记出席和成果",
    State.HELD: "补齐出席、成果和材料后归档",
    State.CLOSED: "",
    State.CANCELLED: "",
}
TONES: Final = {
    State.DRAFT: "later",
    State.PLANNED: "info",
    State.HELD: "warn",
    State.CLOSED: "good",
    State.CANCELLED: "neutral",
}
PRESENCE_TONES: Final = {
    Presence.PRESENT: "good",
    Presence.LATE: "warn",
    Presence.LEFT_EARLY: "warn",
    Presence.LEAVE: "info",
    Presence.LEAVE_REFUSED: "bad",
    Presence.ABSENT: "bad",
    Presence.OFFICIAL: "neutral",
    Presence.REPLACED: "neutral",
}
VERDICT_TONES: Final = {
    Verdict.OPEN: "later",
    Verdict.ATTENDED: "good",
    Verdict.LEAVE: "info",
    Verdict.ABSENT: "bad",
    Verdict.OFFICIAL: "neutral",
    Verdict.REPLACED: "neutral",
}
LEAVE_HOLDERS: Final = {LeaveState.ASKED: "审批人"}
LEAVE_TONES: Final = {
    LeaveState.ASKED: "warn",
    LeaveState.GRANTED: "good",
    LeaveState.REFUSED: "bad",
    LeaveState.WITHDRAWN: "neutral",
}
PHASES: Final = (
    ("筹备", frozenset({State.DRAFT})),
    ("通知", frozenset({State.PLANNED})),
    ("举行", frozenset({State.HELD})),
    ("归档", frozenset({State.CLOSED})),
)
