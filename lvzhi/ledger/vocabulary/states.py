"""States of problems and pieces of advice, who holds each, what comes next, and their tones."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class ProblemState(TextChoices):
    """Where a problem is; long-term is neither open nor closed, overdue is what the clock says (R9.3, R9.7)."""

    OPEN = "open", "整改中"
    DONE = "done", "待核查销号"
    CHECKED = "checked", "已销号"
    LONG_TERM = "long_term", "长期坚持"


class AdviceState(TextChoices):
    """Where a piece of advice is (R3.11)."""

    RECORDED = "recorded", "已登记"
    SUBMITTED = "submitted", "已呈报"
    ANSWERED = "answered", "已答复"
    CLOSED = "closed", "已跟踪办结"


class Adoption(TextChoices):
    """What became of a piece of advice (R3.11)."""

    WHOLLY = "wholly", "采纳"
    PARTLY = "partly", "部分采纳"
    NOT = "not", "未采纳"


class Verdict(TextChoices):
    """What a look-back found (R9.5)."""

    HOLDS = "holds", "整改到位，没有反弹"
    RETURNED = "returned", "问题反弹，重新整改"


PROBLEM_HOLDERS: Final = {
    ProblemState.OPEN: "责任单位",
    ProblemState.DONE: "登记机构",
    ProblemState.CHECKED: "",
    ProblemState.LONG_TERM: "责任单位",
}
ADVICE_HOLDERS: Final = {
    AdviceState.RECORDED: "登记机构",
    AdviceState.SUBMITTED: "答复单位",
    AdviceState.ANSWERED: "登记机构",
    AdviceState.CLOSED: "",
}
PROBLEM_NEXT: Final = {
    ProblemState.OPEN: "责任单位整改后申请销号",
    ProblemState.DONE: "登记机构核查，到位的销号，不到位的退回",
    ProblemState.CHECKED: "到时回头看，反弹的重新整改",
    ProblemState.LONG_TERM: "持续推进，做成后申请销号",
}
ADVICE_NEXT: Final = {
    AdviceState.RECORDED: "按方面汇总呈报，或直接转交有关单位",
    AdviceState.SUBMITTED: "答复单位说明是否采纳",
    AdviceState.ANSWERED: "跟踪落实，登记成效",
    AdviceState.CLOSED: "",
}
PROBLEM_TONES: Final = {
    ProblemState.OPEN: "info",
    ProblemState.DONE: "warn",
    ProblemState.CHECKED: "good",
    ProblemState.LONG_TERM: "later",
}
ADVICE_TONES: Final = {
    AdviceState.RECORDED: "later",
    AdviceState.SUBMITTED: "info",
    AdviceState.ANSWERED: "warn",
    AdviceState.CLOSED: "good",
}
ADOPTION_TONES: Final = {Adoption.WHOLLY: "good", Adoption.PARTLY: "info", Adoption.NOT: "neutral"}
PROBLEM_PHASES: Final = (
    ("整改", frozenset({ProblemState.OPEN, ProblemState.LONG_TERM})),
    ("核查", frozenset({ProblemState.DONE})),
    ("销号", frozenset({ProblemState.CHECKED})),
)
ADVICE_PHASES: Final = (
    ("登记", frozenset({AdviceState.RECORDED})),
    ("呈报", frozenset({AdviceState.SUBMITTED})),
    ("答复", frozenset({AdviceState.ANSWERED})),
    ("成效", frozenset({AdviceState.CLOSED})),
)
