"""Joint topics: one topic with the tasks of both levels 任务分解表 (R3.10)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee
from lvzhi.plans import rules
from lvzhi.plans.models import Task
from lvzhi.plans.queries.progress import Done, progress_of
from lvzhi.plans.queries.reading import with_helpers
from lvzhi.plans.vocabulary import IN_FORCE


@dataclass(frozen=True, slots=True)
class Level:
    """The task of one committee under a topic, with what its records say."""

    task: Task
    done: Done
    depth: int


@dataclass(frozen=True, slots=True)
class Topic:
    """A joint topic: the task it comes from, and all tasks under it in the order of the tree."""

    root: Task
    levels: Sequence[Level]

    @property
    def lower(self) -> Sequence[Level]:
        """The tasks below the first."""
        return self.levels[1:]


def _root(task: Task) -> int:
    """The key of the task at the top: at most province, city and district."""
    upper = task.upper
    return task.pk if upper is None else upper.upper_id or upper.pk


def topics(actor: Actor, committee: Committee, year: int) -> list[Topic]:
    """Joint topics in which a committee has a part: its own with those below, and those of above that it took on."""
    own = Task.objects.live().filter(rules.visible_task.rows(actor), committee=committee, plan__year=year)
    own = own.filter(plan__voided_at=None, plan__state__in=sorted(IN_FORCE))
    rows = own.filter(Q(joint=True) | Q(upper__isnull=False)).select_related("upper").order_by("plan_id", "number")
    return _built(actor, list(dict.fromkeys(_root(task) for task in rows)))


def topic(actor: Actor, task: Task) -> Topic:
    """The topic that a task belongs to, from whichever level it is looked at.

    Raises:
        Missing: its first task is not to be seen, as for a unit that helps one level only.
    """
    found = _built(actor, [_root(task)])
    if not found:
        raise Missing("plans.task_unknown")
    return found[0]


def _built(actor: Actor, roots: Sequence[int]) -> list[Topic]:
    rows = Task.objects.live().filter(rules.visible_task.rows(actor), plan__voided_at=None)
    part = Q(pk__in=roots) | Q(upper_id__in=roots) | Q(upper__upper_id__in=roots)
    found = list(with_helpers(rows.filter(part)).order_by("committee__path", "plan_id", "number"))
    known = progress_of(found)
    below: dict[int | None, list[Task]] = defaultdict(list)
    for task in found:
        below[task.upper_id].append(task)

    def levels(task: Task, depth: int) -> list[Level]:
        own = Level(task, known[task.pk], depth)
        return [own, *(level for lower in below[task.pk] for level in levels(lower, depth + 1))]

    tops = {task.pk: task for task in found}
    return [Topic(tops[key], levels(tops[key], 0)) for key in roots if key in tops]
