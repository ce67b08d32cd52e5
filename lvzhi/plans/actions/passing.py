"""An organ passes into others: tasks of the running year that are not done go on with an heir; what is done stays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from lvzhi.committee.models import Organ
from lvzhi.committee.successions import Item, Passing, Topic
from lvzhi.journal.lines import line
from lvzhi.plans.models import Helper, Task
from lvzhi.plans.queries import carryable
from lvzhi.plans.vocabulary import TaskState
from lvzhi.plans.vocabulary.sentences import PASSING

KEY = "plans.tasks"


def _open(organ: Organ, on: dt.date) -> list[Task]:
    """Tasks of this year's and later plans: figures of the years before keep every row as it was."""
    rows = Task.objects.live().filter(organ=organ, state=TaskState.OPEN, plan__year__gte=on.year)
    found = rows.filter(plan__voided_at=None).select_related("plan", "committee").order_by("due", "pk")
    return sorted(carryable(found), key=lambda task: (task.due, task.pk))


def _helped(organ: Organ, on: dt.date) -> list[Helper]:
    rows = Helper.objects.live().filter(organ=organ, task__state=TaskState.OPEN, task__plan__year__gte=on.year)
    return list(rows.select_related("task", "committee"))


def items(organ: Organ, on: dt.date) -> Sequence[Item]:
    """Tasks the organ leads that are not done."""
    return [Item(str(task.pk), task.topic) for task in _open(organ, on)]


def move(passing: Passing) -> int:
    """Give each task to its heir; where it only helps, the main heir helps on."""
    moved = 0
    for task in _open(passing.organ, passing.on):
        heir = passing.heir(KEY, task.pk)
        facts: dict[str, Any] = {"number": task.number, "old": passing.organ.name, "heir": heir.name}
        with line(passing.actor, "plans.task_passed", subject=task, committee=task.committee, **facts):
            task.organ = heir
            task.version += 1
            task.save()
        moved += 1
    for helper in _helped(passing.organ, passing.on):
        facts = {"number": helper.task.number, "old": passing.organ.name, "heir": passing.main.name}
        with line(passing.actor, "plans.task_passed", subject=helper.task, committee=helper.committee, **facts):
            helper.organ = passing.main
            helper.version += 1
            helper.save()
    return moved


TOPIC = Topic(KEY, PASSING, items, move)
