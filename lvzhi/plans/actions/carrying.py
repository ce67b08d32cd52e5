"""What becomes of a task that is not done: a reason, dropped with a ground, carried over into a later year's plan."""

from __future__ import annotations

import datetime as dt

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.plans.models import Helper, Plan, Task
from lvzhi.plans.queries import carryable, progress_of, targets, tasks_of
from lvzhi.plans.vocabulary import Standing
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

COPIED = ("topic", "block", "form", "source", "proposed_by", "organ", "leader", "person", "mark", "wanted",
          "aim_figure", "aim_number", "joint")  # fmt: skip


def check_explain(taking: Taking) -> None:
    """Only a task that is late has a reason for it."""
    task: Task = taking.record
    if progress_of([task])[task.pk].standing(clock.as_day(taking.at)) != Standing.LATE:
        raise Refusal("plans.explain_not_late", topic=task.topic)


def explain(taking: Taking) -> None:
    """Effect of 说明原因: a note of the owner; progress itself is counted, never written."""
    task: Task = taking.record
    task.late_note = taking.answers["note"]
    task.late_noted_on = clock.as_day(taking.at)
    task.late_noted_by = taking.actor.name


def check_drop(taking: Taking) -> None:
    """What is done is not dropped."""
    task: Task = taking.record
    if progress_of([task])[task.pk].met:
        raise Refusal("plans.drop_done", topic=task.topic)


def drop(taking: Taking) -> None:
    """Effect of 取消任务."""
    taking.record.ground = taking.answers["ground"]


def check_carry(taking: Taking) -> None:
    """What is done is not carried over; the plan it goes to is a later one of the same committee, still shaped."""
    task: Task = taking.record
    if progress_of([task])[task.pk].met:
        raise Refusal("plans.carry_done", topic=task.topic)
    if not targets(task.plan).filter(pk=taking.answers["plan"].pk).exists():
        raise Refusal("plans.carry_year", field="plan", year=task.plan.year)


def carry_task(taking: Taking) -> None:
    """Effect of 转入下年: the task anew in the later plan, which knows where it came from."""
    task, target = taking.record, taking.answers["plan"]
    task.ground = taking.answers["ground"]
    last = Task.objects.live().filter(plan=target).order_by("-number").values_list("number", flat=True).first()
    made = Task(
        plan=target,
        committee_id=target.committee_id,
        number=int(last or 0) + 1,
        due=_same_day(task.due, target.year),
        carried_from=task,
        created_at=taking.at,
        **{name: getattr(task, name) for name in COPIED},
    )
    helpers = list(Helper.objects.live().filter(task=task))

    def help_too(begun: Task) -> None:
        for row in helpers:
            Helper(task=begun, committee_id=begun.committee_id, organ_id=row.organ_id, unit_id=row.unit_id).save()

    engine.begin(made, taking.actor, number=made.number, does=help_too)
    taking.facts["year"] = target.year


def _same_day(day: dt.date, year: int) -> dt.date:
    last = day.replace(day=28) if (day.month, day.day) == (2, 29) else day
    return last.replace(year=year)


def carry_all(taking: Taking) -> None:
    """Consequence on the plan: every task that is not done takes the same step."""
    plan, target = taking.record, taking.answers["plan"]
    if not targets(plan).filter(pk=target.pk).exists():
        raise Refusal("plans.carry_year", field="plan", year=plan.year)
    waiting = carryable(tasks_of(plan))
    if not waiting:
        raise Refusal("plans.carry_none")
    answers = {"plan": target.pk, "ground": taking.answers["ground"]}
    for task in waiting:
        engine.take(task, "carry", taking.actor, answers)
    taking.facts |= {"count": len(waiting), "year": _year_of(target)}


def _year_of(plan: Plan) -> int:
    return int(plan.year)
