"""The way of a plan to its approval: each step leaves a milestone with day, meeting and number (R3.1, R3.2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.plans.models import Milestone, Opinion, Plan, Task
from lvzhi.plans.queries import carryable, progress_of, tasks_of
from lvzhi.plans.queries.reading import numbered
from lvzhi.plans.vocabulary import KINDS, NAMES, MilestoneKind, PlanState, Taken, TaskState, Way
from lvzhi.workflow.declare import Taking


def _milestone(taking: Taking, kind: MilestoneKind, day: dt.date | None = None) -> Milestone:
    answers = taking.answers
    row = Milestone(
        plan=taking.record,
        committee_id=taking.record.committee_id,
        kind=kind,
        held_on=day or clock.as_day(taking.at),
        body=answers.get("body", ""),
        number=answers.get("number", ""),
        words=answers.get("words", ""),
        created_at=taking.at,
    )
    row.save()
    taking.facts["body"], taking.facts["number"] = row.body, row.number
    return row


def note_milestone(kind: MilestoneKind) -> Callable[[Taking], None]:
    """Effect that leaves a milestone of a kind, on the day the form names."""

    def note(taking: Taking) -> None:
        _milestone(taking, kind, taking.answers.get("held_on"))

    return note


def check_day(taking: Taking) -> None:
    """A day named lies neither ahead nor before the milestone before it."""
    day: dt.date | None = taking.answers.get("held_on")
    if day is None:
        return
    if day > clock.as_day(taking.at):
        raise Refusal("plans.day_ahead", field="held_on", day=day)
    rows = Milestone.objects.live().filter(plan=taking.record).exclude(kind=MilestoneKind.RETURNED)
    last = rows.order_by("-held_on").first()
    if last is not None and day < last.held_on:
        step = str(MilestoneKind(last.kind).label)
        raise Refusal("plans.day_early", field="held_on", day=day, step=step, before=last.held_on)


def check_gather(taking: Taking) -> None:
    """Opinions are asked on something, until a day to come."""
    check_proposal_tasks(taking)
    until: dt.date | None = taking.answers.get("until")
    if until is not None and until <= clock.as_day(taking.at):
        raise Refusal("plans.until_past", field="until", day=until)


def gather(taking: Taking) -> None:
    """Effect of 征求意见."""
    plan: Plan = taking.record
    plan.opinions_from = taking.answers["body"]
    plan.opinions_until = taking.answers.get("until")
    _milestone(taking, MilestoneKind.OPINIONS)


def check_proposal_tasks(taking: Taking) -> None:
    """A plan without tasks goes nowhere."""
    if not Task.objects.live().filter(plan=taking.record).exists():
        raise Refusal("plans.no_tasks", title=taking.record.title)


def check_proposal(taking: Taking) -> None:
    """Tasks are listed; where the kind asks for it opinions were gathered, and every one of them has its answer."""
    check_proposal_tasks(taking)
    plan: Plan = taking.record
    kind = codes.code(KINDS, plan.committee_id, plan.kind, clock.as_day(plan.created_at))
    heard = Milestone.objects.live().filter(plan=plan, kind=MilestoneKind.OPINIONS).exists()
    if kind.extra.get("opinions") and not heard:
        raise Refusal("plans.not_heard")
    waiting = Opinion.objects.live().filter(plan=plan, taken=Taken.OPEN).count()
    if waiting:
        raise Refusal("plans.opinions_open", count=waiting)


def note_passed(taking: Taking) -> None:
    """Effect of 主席会议审议通过: approved, unless it goes on to the Party committee."""
    plan: Plan = taking.record
    row = _milestone(taking, MilestoneKind.PASSED, taking.answers["held_on"])
    if plan.way == Way.PARTY:
        taking.goes_to = PlanState.PASSED
    else:
        taking.goes_to = PlanState.APPROVED
        plan.approved_on = row.held_on


def note_approved(taking: Taking) -> None:
    """Effect of 党委审定."""
    row = _milestone(taking, MilestoneKind.APPROVED, taking.answers["held_on"])
    taking.record.approved_on = row.held_on


def note_settled(taking: Taking) -> None:
    """Effect of 机关审定."""
    row = _milestone(taking, MilestoneKind.SETTLED, taking.answers["held_on"])
    taking.record.approved_on = row.held_on


def note_returned(taking: Taking) -> None:
    """Effect of 退回修改."""
    _milestone(taking, MilestoneKind.RETURNED)


def check_issue(taking: Taking) -> None:
    """The document number is nobody else's."""
    check_day(taking)
    plan, number = taking.record, taking.answers["number"]
    other = numbered(plan.committee_id, number, plan)
    if other is not None:
        raise Refusal("plans.number_taken", field="number", number=number, title=other.title)


def issue(taking: Taking) -> None:
    """Effect of 印发."""
    plan: Plan = taking.record
    row = _milestone(taking, MilestoneKind.ISSUED, taking.answers["held_on"])
    plan.document_no, plan.issued_on = row.number, row.held_on


def check_close(taking: Taking) -> None:
    """Every task is done, dropped or carried over."""
    open_ones = carryable(tasks_of(taking.record))
    if open_ones:
        numbers = NAMES.join(str(task.number) for task in open_ones)
        raise Refusal("plans.tasks_open", count=len(open_ones), numbers=numbers)


def close(taking: Taking) -> None:
    """Effect of 归档."""
    plan: Plan = taking.record
    tasks = tasks_of(plan)
    done = sum(one.met for one in progress_of(tasks).values() if one.task.state == TaskState.OPEN)
    plan.summary = taking.answers.get("summary", "")
    plan.closed_on = clock.as_day(taking.at)
    _milestone(taking, MilestoneKind.CLOSED)
    taking.facts |= {"done": done, "count": len(tasks)}
