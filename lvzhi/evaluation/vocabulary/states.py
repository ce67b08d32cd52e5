"""What a rule set is made of, in codes and words; where a rule set is."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class Subject(TextChoices):
    """Who is judged by a rule set (R7.13: standing members may have their own)."""

    MEMBER = "member", "委员"
    STANDING = "standing", "常务委员"
    UNIT = "unit", "承办单位"


class SetState(TextChoices):
    """Where a rule set is."""

    DRAFT = "draft", "起草中"
    FORCE = "force", "施行"
    SUPERSEDED = "superseded", "已由新规则替代"
    DROPPED = "dropped", "已撤回"


class Sort(TextChoices):
    """Where the points of an item come from."""

    AUTO = "auto", "由记录计算"
    MANUAL = "manual", "凭文件登记"
    GAP = "gap", "待补"


class Share(TextChoices):
    """What each of several authors gets."""

    EACH = "each", "各得全分"
    FIRST = "first", "只计第一人"
    HALF = "half", "第一人得一半，其余平分"
    EQUAL = "equal", "平均分配"
    SET = "set", "第一人、其他人分别给分"


class Per(TextChoices):
    """What the points are for."""

    RECORD = "record", "每件（次）"
    AMOUNT = "amount", "按数量（半天、元等）"


class Whom(TextChoices):
    """Whom an item concerns."""

    ALL = "all", "全部"
    STANDING = "standing", "只对常务委员"
    ORDINARY = "ordinary", "只对其他委员"


class GroupMode(TextChoices):
    """Which item counts a record that several items of a group fit."""

    ORDER = "order", "计在排在前面的一项"
    HIGHER = "higher", "计在得分较高的一项"


class NeedKind(TextChoices):
    """How many records a condition asks for."""

    LEAST = "least", "不少于"
    MOST = "most", "不多于"


class Rounding(TextChoices):
    """How a quota that is no whole number is taken."""

    DOWN = "down", "舍去小数"
    HALF_UP = "half_up", "四舍五入"


class LineSort(TextChoices):
    """What a line of an account is."""

    START = "start", "起始分"
    FACT = "fact", "记录"
    ITEM_CAP = "item_cap", "单项上限"
    BLOCK_CAP = "block_cap", "分块上限"
    BLOCK_FLOOR = "block_floor", "分块下限"
    TOTAL_CAP = "total_cap", "总分上限"
    TOTAL_FLOOR = "total_floor", "总分下限"


SET_TONES: Final[dict[str, str]] = {
    SetState.DRAFT: "info",
    SetState.FORCE: "good",
    SetState.SUPERSEDED: "neutral",
    SetState.DROPPED: "neutral",
}
SET_HOLDERS: Final[dict[str, str]] = {SetState.DRAFT: "办公室、秘书长"}
SET_NEXT: Final[dict[str, str]] = {
    SetState.DRAFT: "补齐各项，与上年试算比较，会议通过后施行",
    SetState.FORCE: "按它考核；下一年复制后修订",
    SetState.SUPERSEDED: "",
    SetState.DROPPED: "",
}
SET_PHASES: Final = (
    ("起草", frozenset({SetState.DRAFT.value})),
    ("施行", frozenset({SetState.FORCE.value})),
    ("被替代", frozenset({SetState.SUPERSEDED.value})),
)


class RunState(TextChoices):
    """Where a year's evaluation is (R7.12)."""

    ACCOUNTS = "accounts", "述职"
    VIEWS = "views", "专委会、界别初评"
    CHECKING = "checking", "办公室审核"
    MEETING = "meeting", "待主席会议审定"
    PUBLISHED = "published", "结果反馈、接受异议"
    SEALED = "sealed", "已归档"
    CANCELLED = "cancelled", "已取消"


class ClaimState(TextChoices):
    """Where points entered with a document are."""

    WAITING = "waiting", "待核准"
    APPROVED = "approved", "已核准"
    REFUSED = "refused", "未核准"


class ObjectionState(TextChoices):
    """Where an objection is."""

    OPEN = "open", "待复核"
    UPHELD = "upheld", "异议成立"
    REFUSED = "refused", "维持原结果"
    WITHDRAWN = "withdrawn", "已撤回"


class LowState(TextChoices):
    """Where the case of a low result is: a human decides, nothing happens by itself (R6.15)."""

    OPEN = "open", "待约谈"
    TALKED = "talked", "已约谈"
    CLOSED = "closed", "办结"


RUN_TONES: Final[dict[str, str]] = {
    RunState.ACCOUNTS: "info", RunState.VIEWS: "info", RunState.CHECKING: "info", RunState.MEETING: "warn",
    RunState.PUBLISHED: "good", RunState.SEALED: "neutral", RunState.CANCELLED: "neutral",
}  # fmt: skip
CLAIM_TONES: Final[dict[str, str]] = {
    ClaimState.WAITING: "warn", ClaimState.APPROVED: "good", ClaimState.REFUSED: "neutral",
}  # fmt: skip
OBJECTION_TONES: Final[dict[str, str]] = {
    ObjectionState.OPEN: "warn", ObjectionState.UPHELD: "good", ObjectionState.REFUSED: "info",
    ObjectionState.WITHDRAWN: "neutral",
}  # fmt: skip
LOW_TONES: Final[dict[str, str]] = {LowState.OPEN: "warn", LowState.TALKED: "info", LowState.CLOSED: "neutral"}
RUN_HOLDERS: Final[dict[str, str]] = {
    RunState.ACCOUNTS: "委员本人；未提交的由办公室代录",
    RunState.VIEWS: "各专委会、界别负责人",
    RunState.CHECKING: "办公室、秘书长",
    RunState.MEETING: "秘书长、领导（主席会议）",
    RunState.PUBLISHED: "办公室、秘书长；委员可以提出异议",
    RunState.SEALED: "",
    RunState.CANCELLED: "",
}
RUN_NEXT: Final[dict[str, str]] = {
    RunState.ACCOUNTS: "述职结束后，由各专委会、界别提出初评意见",
    RunState.VIEWS: "办公室汇总审核，按记录重算得分",
    RunState.CHECKING: "核准凭文件登记的分数，重算后提请主席会议审定",
    RunState.MEETING: "审定等次，向本人反馈",
    RunState.PUBLISHED: "异议全部办结后归档，向所在单位发反馈函",
    RunState.SEALED: "",
    RunState.CANCELLED: "",
}
RUN_PHASES: Final = (
    ("述职", frozenset({RunState.ACCOUNTS.value})),
    ("初评", frozenset({RunState.VIEWS.value})),
    ("审核", frozenset({RunState.CHECKING.value})),
    ("主席会议审定", frozenset({RunState.MEETING.value})),
    ("反馈和异议", frozenset({RunState.PUBLISHED.value})),
    ("归档", frozenset({RunState.SEALED.value})),
)
# Of units nobody is a member: what they say of themselves and others of them (R1.110), not 述职 and an organ's view.
UNIT_PHASES: Final = (
    ("单位自评", frozenset({RunState.ACCOUNTS.value})),
    ("征求意见", frozenset({RunState.VIEWS.value})),
    *RUN_PHASES[2:],
)
UNIT_HOLDERS: Final[dict[str, str]] = {
    RunState.ACCOUNTS: "承办单位；自评由办公室录入", RunState.VIEWS: "办公室，向提案人和有关方面征求意见",
    RunState.PUBLISHED: "办公室、秘书长",
}  # fmt: skip
UNIT_NEXT: Final[dict[str, str]] = {
    RunState.ACCOUNTS: "自评收齐后，征求提案人和有关方面的意见",
    RunState.MEETING: "审定等次，向承办单位反馈",
    RunState.PUBLISHED: "向承办单位发反馈函，然后归档",
}
DECIDED: Final = (RunState.PUBLISHED.value, RunState.SEALED.value)
OPEN_RUNS: Final = (RunState.ACCOUNTS.value, RunState.VIEWS.value, RunState.CHECKING.value, RunState.MEETING.value)
CLAIM_HOLDERS: Final[dict[str, str]] = {ClaimState.WAITING: "办公室、秘书长（登记人以外的一人）"}
OBJECTION_HOLDERS: Final[dict[str, str]] = {ObjectionState.OPEN: "办公室、秘书长"}
LOW_HOLDERS: Final[dict[str, str]] = {LowState.OPEN: "秘书长、领导", LowState.TALKED: "秘书长、领导"}
