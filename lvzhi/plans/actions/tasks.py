"""Tasks of a plan: listed while it is shaped, adjusted with a ground once it is approved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.db import transaction

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Organ
from lvzhi.deadlines import clock
from lvzhi.directory.models import Unit
from lvzhi.journal.lines import line
from lvzhi.metrics import registry
from lvzhi.norms import codes
from lvzhi.plans import rules
from lvzhi.plans.actions.writing import lock
from lvzhi.plans.models import Helper, Milestone, Plan, Task
from lvzhi.plans.queries import upper_choices
from lvzhi.plans.vocabulary import ADDED_GROUND, BLOCKS, IN_FORCE, SHAPING, SOURCES, MilestoneKind, PlanState
from lvzhi.workflow import engine

OWN = "plans"  # the room whose figures no task may aim at: they count tasks
WORDS = ("topic", "form", "proposed_by", "leader", "person", "mark", "source", "block")
FIELDS = (*WORDS, "organ", "starts", "due", "wanted", "joint", "upper", "aim_figure", "aim_number")


def add_task(plan: Plan, actor: Actor, data: Mapping[str, Any], *, ground: str = "") -> Task:
    """Add a task; without a number it is the last one.

    Args:
        data: ``topic`` and ``due``; any of the other fields; ``helpers`` as organs and units.
        ground: what decided it, once the plan is approved.

    Raises:
        NotAllowed: the actor does not shape this plan.
        Refusal: a field is not in order, the number is taken, a ground is missing.
    """
    with transaction.atomic():
        locked = _shaping(plan, actor, ground)
        number = data.get("number") or _next(locked)
        task = Task(plan=locked, committee=locked.committee, number=number, created_at=actor.at)
        keep(task, data)

        def beside(begun: Task) -> None:
            _help(begun, data.get("helpers", ()))
            if locked.state in IN_FORCE:
                _note(locked, begun, ground)

        return engine.begin(task, actor, number=number, does=beside)


def change_task(
    task: Task, actor: Actor, data: Mapping[str, Any], *, ground: str = "", version: int | None = None
) -> Task:
    """Change a task; its progress cannot be, it is counted.

    Raises:
        As `add_task`; Conflict where someone else has changed it since ``version``.
    """
    with transaction.atomic():
        plan = _shaping(task.plan, actor, ground)
        locked: Task = Task.objects.select_for_update(of=("self",)).get(pk=task.pk)
        locked.plan, locked.committee = plan, plan.committee
        locked.expect(version)
        event = "plans.task_adjusted" if plan.state in IN_FORCE else "plans.task_changed"
        with line(actor, event, subject=plan, number=locked.number):
            if data.get("number"):
                locked.number = data["number"]
            keep(locked, data)
            locked.version += 1
            locked.save()
            if "helpers" in data:
                _help(locked, data["helpers"])
            if plan.state in IN_FORCE:
                _note(plan, locked, ground)
    return locked


def remove_task(task: Task, actor: Actor) -> None:
    """Take a task out of a plan that is still being shaped; later it is dropped with a ground instead.

    Raises:
        NotAllowed: the actor does not shape this plan.
        Refusal: it is approved already.
    """
    with transaction.atomic():
        plan = lock(task.plan)
        if plan.state not in SHAPING:
            raise Refusal("plans.not_shaping", state=plan.get_state_display())
        rules.author.check(actor, plan)
        with line(actor, "plans.task_removed", subject=plan, number=task.number):
            locked = Task.objects.select_for_update(of=("self",)).get(pk=task.pk)
            if locked.voided_at is None:
                locked.voided_at = actor.at
                locked.version += 1
                locked.save()


def _shaping(plan: Plan, actor: Actor, ground: str) -> Plan:
    """The plan, locked, if the actor may change its tasks now.

    Raises:
        NotAllowed, Refusal: another's, closed, or before its approval is through.
    """
    locked = lock(plan)
    if locked.state == PlanState.CLOSED:
        raise Refusal("plans.closed", title=locked.title)
    if locked.state not in SHAPING and locked.state not in IN_FORCE:
        raise Refusal("plans.not_shaping", state=locked.get_state_display())
    right = rules.author if locked.state in SHAPING else rules.keeper
    right.check(actor, locked)
    if locked.state in IN_FORCE and not ground.strip():
        raise Refusal("plans.ground_missing", field="ground")
    return locked


def _next(plan: Plan) -> int:
    last = Task.objects.live().filter(plan=plan).order_by("-number").values_list("number", flat=True).first()
    return int(last or 0) + 1


def keep(task: Task, data: Mapping[str, Any]) -> None:
    """Set the fields that were given, and hold the task to what a task must be."""
    for name in FIELDS:
        if name in data:
            value = data[name]
            setattr(task, name, value.strip() if isinstance(value, str) else value)
    if not task.topic:
        raise Refusal("plans.topic_missing", field="topic")
    _check_number(task)
    _check_days(task)
    _check_codes(task)
    _check_aim(task)
    _check_organ(task)
    _check_upper(task)


def _check_number(task: Task) -> None:
    other = Task.objects.live().filter(plan=task.plan, number=task.number).exclude(pk=task.pk or 0).first()
    if other is not None:
        raise Refusal("plans.number_double", field="number", number=task.number, topic=other.topic)


def _check_days(task: Task) -> None:
    if not task.due:
        raise Refusal("plans.due_missing", field="due")
    if task.due.year != task.plan.year:
        raise Refusal("plans.due_outside", field="due", due=task.due, year=task.plan.year)
    if task.starts is not None and task.starts > task.due:
        raise Refusal("plans.starts_after", field="starts", starts=task.starts, due=task.due)


def _check_codes(task: Task) -> None:
    day = clock.as_day(task.created_at)
    for name, table in (("block", BLOCKS), ("source", SOURCES)):
        if getattr(task, name):
            codes.code(table, task.plan.committee, getattr(task, name), day)


def _check_aim(task: Task) -> None:
    if task.wanted is None or int(task.wanted) < 1:
        raise Refusal("plans.wanted_wrong", field="wanted")
    if not task.aim_figure and task.aim_number is None:
        return
    if not task.aim_figure or task.aim_number is None or Decimal(task.aim_number) <= 0:
        raise Refusal("plans.aim_half", field="aim_number")
    known = {figure.key: figure for figure in registry.figures()}
    if task.aim_figure not in known:
        raise Refusal("plans.aim_unknown", field="aim_figure", name=task.aim_figure)
    if known[task.aim_figure].room == OWN:
        raise Refusal("plans.aim_own", field="aim_figure", name=known[task.aim_figure].name)


def _check_organ(task: Task) -> None:
    if task.organ is not None and task.organ.committee_id != task.plan.committee_id:
        place = task.plan.committee.name
        raise Refusal("plans.organ_elsewhere", field="organ", organ=task.organ.name, committee=place)


def _check_upper(task: Task) -> None:
    upper = task.upper
    if upper is None:
        return
    if upper.committee_id not in task.plan.committee.chain_ids() or upper.committee_id == task.plan.committee_id:
        raise Refusal("plans.upper_own", field="upper")
    if not upper_choices(task.plan).filter(pk=upper.pk).exists():
        raise Refusal("plans.upper_wrong", field="upper", topic=upper.topic)


def _help(task: Task, helpers: Iterable[Organ | Unit]) -> None:
    """Who helps is exactly these; rows of others are voided, so that the journal keeps them."""
    wanted = list(dict.fromkeys(helpers))
    for row in Helper.objects.live().filter(task=task).select_related("organ", "unit"):
        who = row.organ or row.unit
        if who in wanted:
            wanted.remove(who)
        else:
            row.voided_at = clock.now()
            row.save()
    for who in wanted:
        organ, unit = (who, None) if isinstance(who, Organ) else (None, who)
        Helper(task=task, committee_id=task.committee_id, organ=organ, unit=unit).save()


def _note(plan: Plan, task: Task, ground: str) -> None:
    words = ADDED_GROUND.format(number=task.number, ground=ground.strip())
    Milestone(
        plan=plan, committee_id=plan.committee_id, kind=MilestoneKind.ADJUSTED, held_on=clock.today(), words=words
    ).save()
