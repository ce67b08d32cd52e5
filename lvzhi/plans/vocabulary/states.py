"""States of plans and tasks, who holds each, what comes next, and their tones."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class PlanState(TextChoices):
    """Where a plan is on its way to approval (R3.1, R3.2)."""

    DRAFT = "draft", "起草"
    OPINIONS = "opinions", "征求意见"
    REVISING = "revising", "会商修改"
    CHAIRMEN = "chairmen", "待主席会议审议"
    PASSED = "passed", "主席会议已通过"
    SUBMITTED = "submitted", "待党委审定"
    APPROVED = "approved", "已审定"
    ISSUED = "issued", "已印发"
    CLOSED = "closed", "已归档"


class Way(TextChoices):
    """How far up a kind of plan goes for approval (R3.1, R5.2)."""

    PARTY = "party", "主席会议审议，报党委审定"
    CHAIRMEN = "chairmen", "主席会议审议通过"
    OFFICE = "office", "机关审定"


class TaskState(TextChoices):
    """Where a task is; whether it is done is never written, the records that point at it say so (R9.6)."""

    OPEN = "open", "推进"
    DROPPED = "dropped", "已取消"
    CARRIED = "carried", "已转下年"


class Standing(TextChoices):
    """What the records behind a task say on a day; computed (R9.7)."""

    WAITING = "waiting", "未启动"
    UNDERWAY = "underway", "推进中"
    DONE = "done", "已完成"
    LATE = "late", "已逾期"
    DROPPED = "dropped", "已取消"
    CARRIED = "carried", "已转下年"


class Taken(TextChoices):
    """What became of an opinion on a draft plan."""

    OPEN = "open", "未处理"
    WHOLLY = "wholly", "采纳"
    PARTLY = "partly", "部分采纳"
    NOT = "not", "未采纳"


class MilestoneKind(TextChoices):
    """A fact of a plan's approval, with its day, meeting and number (R3.1, R3.2)."""

    OPINIONS = "opinions", "征求意见"
    REVISED = "revised", "会商修改"
    PROPOSED = "proposed", "提请主席会议审议"
    PASSED = "passed", "主席会议审议通过"
    SUBMITTED = "submitted", "报请党委审定"
    APPROVED = "approved", "党委审定"
    SETTLED = "settled", "机关审定"
    RETURNED = "returned", "退回修改"
    ISSUED = "issued", "印发"
    ADJUSTED = "adjusted", "调整任务"
    CLOSED = "closed", "归档"


SHAPING: Final = frozenset({PlanState.DRAFT, PlanState.OPINIONS, PlanState.REVISING})  # its tasks may be written freely
IN_FORCE: Final = frozenset({PlanState.APPROVED, PlanState.ISSUED, PlanState.CLOSED})
PLAN_TONES: Final = {
    PlanState.DRAFT: "later",
    PlanState.OPINIONS: "info",
    PlanState.REVISING: "info",
    PlanState.CHAIRMEN: "warn",
    PlanState.PASSED: "info",
    PlanState.SUBMITTED: "warn",
    PlanState.APPROVED: "good",
    PlanState.ISSUED: "good",
    PlanState.CLOSED: "neutral",
}
STANDING_TONES: Final = {
    Standing.WAITING: "later",
    Standing.UNDERWAY: "info",
    Standing.DONE: "good",
    Standing.LATE: "bad",
    Standing.DROPPED: "neutral",
    Standing.CARRIED: "neutral",
}
TAKEN_TONES: Final = {Taken.OPEN: "later", Taken.WHOLLY: "good", Taken.PARTLY: "info", Taken.NOT: "neutral"}
PLAN_HOLDERS: Final = {
    PlanState.DRAFT: "起草机构",
    PlanState.OPINIONS: "起草机构汇总，各专委会和委员可提意见",
    PlanState.REVISING: "起草机构",
    PlanState.CHAIRMEN: "主席会议",
    PlanState.PASSED: "办公室",
    PlanState.SUBMITTED: "同级党委",
    PlanState.APPROVED: "办公室",
    PlanState.ISSUED: "各任务的牵头机构",
    PlanState.CLOSED: "",
}
PLAN_NEXT: Final = {
    PlanState.DRAFT: "列出任务，征求意见",
    PlanState.OPINIONS: "处理意见，提请主席会议审议",
    PlanState.REVISING: "提请主席会议审议",
    PlanState.CHAIRMEN: "登记审议结果",
    PlanState.PASSED: "报请党委审定",
    PlanState.SUBMITTED: "登记审定结果和文号",
    PlanState.APPROVED: "编文号印发",
    PlanState.ISSUED: "按任务推进，年终归档",
    PlanState.CLOSED: "",
}
PLAN_PHASES: Final = (
    ("起草", frozenset({PlanState.DRAFT})),
    ("征求意见", frozenset({PlanState.OPINIONS, PlanState.REVISING})),
    ("主席会议", frozenset({PlanState.CHAIRMEN, PlanState.PASSED})),
    ("党委审定", frozenset({PlanState.SUBMITTED})),
    ("印发", frozenset({PlanState.APPROVED})),
    ("推进", frozenset({PlanState.ISSUED})),
    ("归档", frozenset({PlanState.CLOSED})),
)
TASK_HOLDERS: Final = {TaskState.OPEN: "牵头机构"}
