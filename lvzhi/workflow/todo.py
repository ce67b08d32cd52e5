"""What waits for whom: records in a state from which the actor may take a step.

One statement finds the procedures that have any; then one for each of these reads its records.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Case, CharField, Count, F, IntegerField, Q, QuerySet, Value, When

from lvzhi.access import Actor
from lvzhi.deadlines import clock
from lvzhi.workflow import vocabulary
from lvzhi.workflow.clocks import Left, left
from lvzhi.workflow.declare import Step, Workflow
from lvzhi.workflow.models import Procedural
from lvzhi.workflow.registry import workflows


@dataclass(frozen=True, slots=True)
class ToDo:
    """One record waiting for the actor."""

    workflow: Workflow
    step: Step
    record: Any

    @property
    def action(self) -> str:
        """What its button says: the step, or 处理 where several are open and none should be put forward."""
        return str(self.step.name) if self.record.choices == 1 else vocabulary.SEVERAL_STEPS

    @property
    def address(self) -> str:
        """The page of the record."""
        return self.workflow.address(self.record) if self.workflow.address else ""

    @property
    def title(self) -> str:
        """What the line calls the record."""
        return str(self.record.title_for_people)

    @property
    def kind(self) -> str:
        """Where the record is."""
        return self.workflow.label(self.record.state)

    @property
    def left(self) -> Left | None:
        """What is left of its clock."""
        return left(self.due_on, self.record.committee_id)

    @property
    def due_on(self) -> date | None:
        """The day its clock ends on."""
        day: date | None = self.record.due_on
        return day


def _awaited(workflow: Workflow) -> list[Step]:
    return [step for step in workflow.steps if step.todo and not step.automatic]


def waiting(workflow: Workflow, actor: Actor) -> QuerySet[Any]:
    """Records of one procedure that wait for the actor, each with the key of a step it waits for as ``awaits``
    and how many steps it waits for as ``choices``."""
    steps = _awaited(workflow)
    conditions = _conditions(workflow, actor)
    base = standing(workflow)
    if not conditions:
        return base.none()
    choices = sum((_one(condition) for condition in conditions), start=Value(0))
    whens = [When(condition, then=Value(step.key)) for condition, step in zip(conditions, steps, strict=True)]
    found: QuerySet[Any] = base.filter(reduce(or_, conditions)).annotate(
        awaits=Case(*whens, default=Value(""), output_field=CharField()), choices=choices
    )
    return found


def standing(workflow: Workflow) -> QuerySet[Any, Any]:
    """Records of one procedure that are not voided, with what a list of them needs."""
    return _standing(workflow).select_related(*workflow.related).defer(*workflow.heavy)


def _standing(workflow: Workflow) -> QuerySet[Any, Any]:
    model: type[Procedural] = workflow.model
    rows: QuerySet[Any, Any] = model._default_manager.filter(voided_at=None)
    return rows


def _conditions(workflow: Workflow, actor: Actor) -> list[Q]:
    return [Q(state__in=step.frm) & (step.waits or step.may).rows(actor) for step in _awaited(workflow)]


def _with_work(actor: Actor) -> list[Workflow]:
    """The procedures of which anything waits for the actor: a UNION ALL of grouped constants, one arm for each."""
    asked = [workflow for workflow in workflows() if _awaited(workflow)]
    arms = [
        _standing(workflow)
        .filter(reduce(or_, _conditions(workflow, actor)))
        .order_by()
        .annotate(todo_place=Value(place, IntegerField()))
        .values("todo_place")
        .annotate(todo_count=Count("pk"))
        .values_list("todo_place", "todo_count")
        for place, workflow in enumerate(asked)
    ]
    if len(arms) < 2:
        return asked
    return [asked[place] for place, count in sorted(arms[0].union(*arms[1:], all=True)) if count]


def _one(condition: Q) -> Case:
    return Case(When(condition, then=Value(1)), default=Value(0), output_field=IntegerField())


def todo(actor: Actor, limit: int = 50) -> list[ToDo]:
    """What waits for the actor, the earliest due first; at most ``limit`` of each procedure."""
    found = []
    for workflow in _with_work(actor):
        rows = waiting(workflow, actor).order_by(F("due_on").asc(nulls_last=True), "state_since")[:limit]
        found += [ToDo(workflow, workflow.step(row.awaits), row) for row in rows]
    return sorted(found, key=lambda one: (one.due_on or date.max, one.record.state_since))


@dataclass(frozen=True, slots=True)
class Kind:
    """All that waits for an actor of one procedure, in one state, for one step; the earliest due first."""

    rows: tuple[ToDo, ...]

    @property
    def key(self) -> str:
        """What names it in an address."""
        return _kind_of(self.rows[0])

    @property
    def overdue(self) -> int:
        """How many are past their day."""
        return sum(1 for one in self.rows if one.left is not None and one.left.overdue)


def kinds(waiting: Iterable[ToDo]) -> list[Kind]:
    """What waits, by kind: first what others wait for and is overdue or nearly due, the nearest day first.

    What nobody outside waits for (`Workflow.aside`) comes after that even where it is long overdue, and then the rest
    by its day; what has no day comes last.
    """
    found: dict[str, list[ToDo]] = {}
    for one in waiting:
        found.setdefault(_kind_of(one), []).append(one)
    made = [Kind(tuple(rows)) for rows in found.values()]
    return sorted(made, key=lambda kind: min(_urgency(one) for one in kind.rows))


OVERDUE, SOON, ASIDE, LATER, UNDATED = range(5)


def _urgency(one: ToDo) -> tuple[int, int]:
    left, due = one.left, one.due_on
    if left is None or due is None:
        return UNDATED, 0
    days = abs((due - clock.today()).days)
    if left.overdue:
        return (ASIDE if one.workflow.aside else OVERDUE), days
    return (SOON if left.soon and not one.workflow.aside else LATER), days


def _kind_of(one: ToDo) -> str:
    return f"{one.workflow.key}/{one.record.state}/{one.step.key}"
