"""Results told, signed for, objected to and answered (R8.7)."""

from __future__ import annotations

from lvzhi.access import Refusal
from lvzhi.appraisal import queries
from lvzhi.appraisal.models import StaffLine
from lvzhi.appraisal.vocabulary import KEPT_AS, LineState
from lvzhi.deadlines import clock
from lvzhi.ui import formats
from lvzhi.workflow.declare import Taking


def tell(taking: Taking) -> None:
    """Effect of 反馈."""
    taking.record.told_on = clock.as_day(taking.at)


def sign(taking: Taking) -> None:
    """Effect of 签收."""
    taking.record.signed_on = clock.as_day(taking.at)


def check_appeal(taking: Taking) -> None:
    """Within the time, once, and with a reason."""
    line: StaffLine = taking.record
    if line.answered_on is not None:
        raise Refusal("appraisal.appeal_once")
    until = queries.window(line)
    if until is not None and clock.as_day(taking.at) > until:
        raise Refusal("appraisal.window_over", day=until)
    if not taking.answers["text"].strip():
        raise Refusal("appraisal.appeal_text", field="text")


def appeal(taking: Taking) -> None:
    """Effect of 申请复核."""
    taking.record.appeal, taking.record.appealed_on = taking.answers["text"].strip(), clock.as_day(taking.at)


def check_answer(taking: Taking) -> None:
    """Something is answered; another grade is another, and keeps the quota."""
    line: StaffLine = taking.record
    if not taking.answers["text"].strip():
        raise Refusal("appraisal.answer_text", field="text")
    wanted = taking.answers["grade"]
    if not wanted:
        return
    known = {one.code: one for one in queries.grades(line.round)}
    if wanted not in known:
        raise Refusal("appraisal.grade_unknown", field="grade", name=line.called)
    if not known[wanted].extra.get("limited"):
        return
    graded = [one for one in queries.lines_of(line.round) if one.state != LineState.EXEMPT]
    limited = {code for code, one in known.items() if one.extra.get("limited")}
    count = sum(one.grade in limited for one in graded if one.pk != line.pk) + 1
    most = queries.quota(line.round, len(graded), approved=bool(line.round.approval))
    if count > most.most:
        raise Refusal(
            "appraisal.quota_appeal", field="grade", grade=known[wanted].name, count=count, most=most.most,
            base=most.base, share=formats.number(most.share), rounding=most.rounding,
        )  # fmt: skip


def answer(taking: Taking) -> None:
    """Effect of 答复: kept or changed, with the reason; the person signs again."""
    line: StaffLine = taking.record
    line.answer, line.answered_on = taking.answers["text"].strip(), clock.as_day(taking.at)
    changed = bool(taking.answers["grade"])
    if changed:
        line.grade = taking.answers["grade"]
    taking.facts["result"] = KEPT_AS["up" if changed else "keep"]
