"""States, kinds and grades of proposals, who holds each state, and their tones."""

from __future__ import annotations

from django.db import models


class State(models.TextChoices):
    """Where a proposal is (R1.20 state model)."""

    DRAFT = "draft", "草稿"
    GATHERING = "gathering", "联名征集"
    SUBMITTED = "submitted", "待审查"
    SECOND_READING = "second_reading", "待复审"
    RETURNED = "returned", "退回修改"
    FILED = "filed", "已立案待交办"
    NOT_FILED = "not_filed", "不予立案"
    ASSIGNED = "assigned", "已交办待签收"
    HANDLING = "handling", "办理中"
    ANSWERED = "answered", "已答复待评价"
    REHANDLING = "rehandling", "重新办理"
    CLOSED = "closed", "办结"
    WITHDRAWING = "withdrawing", "申请撤案"
    WITHDRAWN = "withdrawn", "撤案"
    OFFLINE = "offline", "已转线下"


class SignState(models.TextChoices):
    """Where an invitation to co-sign is (R1.29)."""

    INVITED = "invited", "待确认"
    SIGNED = "signed", "已附议"
    DECLINED = "declined", "已婉拒"
    EXPIRED = "expired", "逾期未确认"
    WITHDRAWN = "withdrawn", "已撤回邀请"


class AssignState(models.TextChoices):
    """Where the handing-over to one unit is (R1.53–R1.65)."""

    PENDING = "pending", "待签收"
    SIGNED = "signed", "已签收"
    RETURN_ASKED = "return_asked", "申请退回"
    APPROVING = "approving", "答复待审签"
    REPLACED = "replaced", "已改办"
    DONE = "done", "已办复"
    STOPPED = "stopped", "已终止"


class UnitRole(models.TextChoices):
    """What a unit does for a proposal (R1.54)."""

    LEAD = "lead", "主办"
    CO = "co", "会办"
    SEPARATE = "separate", "分办"


class Track(models.TextChoices):
    """Session or inter-session proposal (R1.7)."""

    SESSION = "session", "大会提案"
    BETWEEN = "between", "平时提案"


class Grade(models.TextChoices):
    """A rating's three grades (R1.91)."""

    SATISFIED = "satisfied", "满意"
    BASICALLY = "basically", "基本满意"
    DISSATISFIED = "dissatisfied", "不满意"


class Neutral(models.TextChoices):
    """The neutral scale that local result letters map to (R1.90)."""

    SOLVED = "solved", "已解决"
    IN_PROGRESS = "in_progress", "正在解决"
    PLANNED = "planned", "计划解决"
    REFERENCE = "reference", "留作参考"


class Proposer(models.TextChoices):
    """Member or collective proposal, as statistics always split them (R1.123)."""

    MEMBER = "member", "委员提案"
    COLLECTIVE = "collective", "集体提案"


HOLDERS = {
    State.DRAFT: "提案人",
    State.GATHERING: "提案人和被邀请的联名委员",
    State.SUBMITTED: "提案委员会",
    State.SECOND_READING: "提案委员会负责人",
    State.RETURNED: "提案人",
    State.FILED: "提案委员会",
    State.NOT_FILED: "",
    State.ASSIGNED: "承办单位",
    State.HANDLING: "主办单位",
    State.ANSWERED: "提案人",
    State.REHANDLING: "主办单位",
    State.CLOSED: "",
    State.WITHDRAWING: "联名委员和提案委员会负责人",
    State.WITHDRAWN: "",
    State.OFFLINE: "",
}
SIGN_HOLDERS = {SignState.INVITED: "被邀请的委员"}
ASSIGN_HOLDERS = {
    AssignState.PENDING: "承办单位",
    AssignState.SIGNED: "承办单位",
    AssignState.RETURN_ASKED: "提案委员会",
    AssignState.APPROVING: "承办单位负责人",
}
NEXT = {
    State.DRAFT: "写完后提交，或先邀请联名",
    State.GATHERING: "等待联名委员确认，也可直接提交",
    State.SUBMITTED: "提案委员会审查是否立案",
    State.SECOND_READING: "提案委员会负责人复审是否立案",
    State.RETURNED: "按退回意见修改后重新提交",
    State.FILED: "提案委员会交有关单位承办",
    State.NOT_FILED: "",
    State.ASSIGNED: "承办单位签收",
    State.HANDLING: "承办单位书面答复",
    State.ANSWERED: "提案人和联名人评价答复",
    State.REHANDLING: "承办单位重新答复",
    State.CLOSED: "",
    State.WITHDRAWING: "联名委员同意后，由提案委员会负责人审批",
    State.WITHDRAWN: "",
    State.OFFLINE: "",
}
TONES = {
    State.DRAFT: "later",
    State.GATHERING: "later",
    State.SUBMITTED: "info",
    State.RETURNED: "warn",
    State.FILED: "info",
    State.NOT_FILED: "neutral",
    State.ASSIGNED: "info",
    State.HANDLING: "info",
    State.ANSWERED: "warn",
    State.REHANDLING: "warn",
    State.CLOSED: "good",
    State.SECOND_READING: "info",
    State.WITHDRAWING: "warn",
    State.WITHDRAWN: "neutral",
    State.OFFLINE: "neutral",
}
SIGN_TONES = {SignState.INVITED: "later", SignState.SIGNED: "good"}
ASSIGN_TONES = {
    AssignState.PENDING: "warn",
    AssignState.SIGNED: "info",
    AssignState.RETURN_ASKED: "warn",
    AssignState.APPROVING: "warn",
    AssignState.REPLACED: "neutral",
    AssignState.DONE: "good",
    AssignState.STOPPED: "neutral",
}
GRADE_TONES = {Grade.SATISFIED: "good", Grade.BASICALLY: "info", Grade.DISSATISFIED: "bad"}
PHASES = (
    ("撰写", frozenset({State.DRAFT, State.GATHERING, State.RETURNED})),
    ("审查", frozenset({State.SUBMITTED, State.SECOND_READING})),
    ("立案交办", frozenset({State.FILED, State.ASSIGNED, State.WITHDRAWING})),
    ("办理", frozenset({State.HANDLING, State.REHANDLING})),
    ("答复评价", frozenset({State.ANSWERED})),
    ("办结", frozenset({State.CLOSED})),
)
