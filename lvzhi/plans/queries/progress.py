"""How far a task has come: counted from the records that point at it, or read off its figure; never stored."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    Count,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
    Window,
)
from django.db.models.functions import Coalesce

from lvzhi.access import Actor, Refusal
from lvzhi.committee.scope import Scope
from lvzhi.links import queries as links
from lvzhi.links.kinds import kind_of
from lvzhi.links.models import Tie
from lvzhi.metrics import compute, periods, registry
from lvzhi.metrics.compute import Ask
from lvzhi.metrics.declare import Figure
from lvzhi.plans import progress
from lvzhi.plans.models import Campaign, Task
from lvzhi.plans.progress import Source
from lvzhi.plans.vocabulary import GROUPED, SERVES, TIED, Standing, TaskState
from lvzhi.ui.marks import Tag

TASK = "plans.task"
CAMPAIGN = "plans.campaign"


@dataclass(frozen=True, slots=True)
class Done:
    """What the records say of one task.

    Args:
        counted: records of work done. open: records that point at it and are not done yet.
        kinds: keys of the kinds of record that point at it.
        figure, value: the figure of its aim and what it comes to; None where the task has no such aim.
    """

    task: Task
    counted: int = 0
    open: int = 0
    figure: Figure | None = None
    value: Decimal | None = None
    kinds: frozenset[str] = frozenset()

    @property
    def met(self) -> bool:
        """Whether the aim is reached: the figure's number, else the number of records wanted."""
        if self.task.aim_figure:
            return self.value is not None and self.task.aim_number is not None and self.value >= self.task.aim_number
        return self.counted >= self.task.wanted

    def standing(self, today: dt.date) -> Standing:
        """Where it stands on a day."""
        fixed = {TaskState.DROPPED.value: Standing.DROPPED, TaskState.CARRIED.value: Standing.CARRIED}
        if self.task.state in fixed:
            return fixed[self.task.state]
        if self.met:
            return Standing.DONE
        if self.task.due < today:
            return Standing.LATE
        return Standing.UNDERWAY if self.counted or self.open or self.value else Standing.WAITING


@dataclass(frozen=True, slots=True)
class Shown:
    """One kind of record behind a task or campaign.

    Args:
        hidden: how many of these the actor may not read. more: how many older ones there are beyond them.
    """

    name: str
    lines: Sequence[Line]
    hidden: int = 0
    more: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return len(self.lines) + self.hidden + self.more


@dataclass(frozen=True, slots=True)
class Line:
    """One record behind a task or campaign."""

    title: str
    address: str
    day: dt.date | None = None
    tag: Tag | None = None
    counts: bool = True


@dataclass
class _Counts:
    counted: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    open: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    kinds: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))


def progress_of(tasks: Iterable[Task]) -> dict[int, Done]:
    """What the records say of several tasks, by their keys; as many statements as there are kinds of record."""
    wanted = list(tasks)
    counts, values = _counts(wanted), _values(wanted)
    found = {}
    for task in wanted:
        figure, value = values.get(task.pk, (None, None))
        kinds = frozenset(counts.kinds[task.pk])
        found[task.pk] = Done(task, counts.counted[task.pk], counts.open[task.pk], figure, value, kinds)
    return found


def _counts(tasks: Sequence[Task]) -> _Counts:
    found = _Counts()
    keys = [task.pk for task in tasks]
    for source in progress.sources() if keys else ():
        if not source.task:
            continue
        rows = source.rows().filter(**{f"{source.task}__in": keys}).order_by().values_list(source.task)
        for key, whole, done in rows.annotate(whole=Count("pk"), done=Count("pk", filter=source.counts)):
            found.counted[key] += done
            found.open[key] += whole - done
            found.kinds[key].add(source.key)
    uids = {task.uid: task.pk for task in tasks if getattr(task, "has_ties", True)}
    ties = Tie.objects.filter(role=SERVES, b_kind=TASK, b_uid__in=list(uids), ends=None).order_by()
    for uid, count in ties.values_list("b_uid").annotate(count=Count("pk")) if uids else ():
        found.counted[uids[uid]] += count
        found.kinds[uids[uid]].add(SERVES)
    return found


def _figure(key: str) -> Figure | None:
    """The figure of an aim; None where no room registers it any more."""
    try:
        return registry.figure(key)
    except Refusal:
        return None


def _ask(task: Task, figure: Figure) -> Ask:
    """The figure of the committee over the plan's year; of the task's own records where it is cut by task."""
    cut = next((one for one in compute.cuts_of(figure) if one.key == "task"), None)
    return Ask(figure, Scope(task.committee), periods.year(task.plan.year), ((cut, str(task.pk)),) if cut else ())


def _values(tasks: Sequence[Task]) -> dict[int, tuple[Figure, Decimal | None]]:
    aimed = [(task, figure) for task in tasks if task.aim_figure and (figure := _figure(task.aim_figure)) is not None]
    if not aimed:
        return {}
    results = compute.answers([_ask(task, figure) for task, figure in aimed])
    return {task.pk: (figure, result.value) for (task, figure), result in zip(aimed, results, strict=True)}


def _worked() -> Any:
    """How many records of work done point at a task, as an expression of its own query."""
    whole: Any = Value(0)
    for source in progress.sources():
        if not source.task:
            continue
        rows = source.rows().filter(source.counts, **{source.task: OuterRef("pk")}).order_by().values(source.task)
        whole = whole + Coalesce(Subquery(rows.annotate(n=Count("pk")).values("n")), 0, output_field=IntegerField())
    ties = Tie.objects.filter(role=SERVES, b_kind=TASK, b_uid=OuterRef("uid"), ends=None).order_by().values("b_uid")
    return whole + Coalesce(Subquery(ties.annotate(n=Count("pk")).values("n")), 0, output_field=IntegerField())


def by_records(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Of some tasks, those without a figure to aim at that have as many records as are wanted."""
    found: QuerySet[Any] = rows.filter(aim_figure="").annotate(worked=_worked()).filter(worked__gte=F("wanted"))
    return found


def without_records(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Of some tasks, those without a figure to aim at that have fewer records than are wanted."""
    found: QuerySet[Any] = rows.filter(aim_figure="").annotate(worked=_worked()).filter(worked__lt=F("wanted"))
    return found


def aiming(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Of some tasks, those that aim at a figure."""
    return rows.exclude(aim_figure="")


def _split(rows: QuerySet[Any]) -> tuple[list[int], list[int]]:
    """Keys of the tasks whose figure has reached its number, and of those whose has not."""
    aimed = list(aiming(rows).order_by().select_related("committee", "plan"))
    values = _values(aimed)
    met = [task.pk for task in aimed if Done(task, 0, 0, *values.get(task.pk, (None, None))).met]
    return met, [task.pk for task in aimed if task.pk not in set(met)]


def reached(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Of some tasks, those whose aim is reached; the figures aimed at are computed first."""
    met, _ = _split(rows)
    found: QuerySet[Any] = rows.filter(Q(pk__in=by_records(rows).order_by().values("pk")) | Q(pk__in=met))
    return found


def unreached(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Of some tasks, those whose aim is not reached."""
    _, short = _split(rows)
    found: QuerySet[Any] = rows.filter(Q(pk__in=without_records(rows).order_by().values("pk")) | Q(pk__in=short))
    return found


def carryable(tasks: Iterable[Task]) -> list[Task]:
    """Open tasks that are not done."""
    known = progress_of(tasks)
    return [done.task for done in known.values() if done.task.state == TaskState.OPEN and not done.met]


def behind(actor: Actor, done: Done, most: int) -> list[Shown]:
    """The records that point at a task, kind by kind, the newest first; what may not be read is only counted."""
    task = done.task
    pointing = [source for source in progress.sources() if source.key in done.kinds]
    found = [_shown(actor, source, {source.task: task.pk}, most) for source in pointing]
    return [*found, _tied(actor, task, SERVES)] if SERVES in done.kinds else found


def behind_campaign(actor: Actor, campaign: Campaign, most: int) -> list[Shown]:
    """The records that a campaign groups, kind by kind."""
    sources = [source for source in progress.sources() if source.campaign]
    found = [_shown(actor, source, {source.campaign: campaign.pk}, most) for source in sources]
    return [one for one in [*found, _tied(actor, campaign, GROUPED)] if one.total]


def _flag(condition: Q) -> Case:
    return Case(When(condition, then=Value(value=True)), default=Value(value=False), output_field=BooleanField())


def _shown(actor: Actor, source: Source, where: dict[str, int], most: int) -> Shown:
    """The newest records of one kind in one statement, which says of each whether it counts and may be read."""
    rows = source.rows().filter(**where).annotate(
        plan_seen=_flag(source.visible(actor)), plan_counts=_flag(source.counts), plan_whole=Window(Count("pk"))
    )  # fmt: skip
    found = list(rows.order_by(F(source.day_field).desc(nulls_last=True), "-pk")[:most])
    lines = [
        Line(source.title(row), source.address(row), source.day(row), source.tag(row), row.plan_counts)
        for row in found
        if row.plan_seen
    ]
    whole = found[0].plan_whole if found else 0
    return Shown(source.name, lines, len(found) - len(lines), whole - len(found))


def _tied(actor: Actor, record: Task | Campaign, role: str) -> Shown:
    """Records of kinds without a foreign key, tied by hand."""
    lines, hidden = [], 0
    for one in links.lines(actor, record, role):
        kind = kind_of(one.seen.kind)
        if kind is None or not one.url:
            hidden += 1
        else:
            lines.append(Line(f"{one.name}：{one.title}", one.url, one.tie.starts))
    return Shown(TIED, lines, hidden)
