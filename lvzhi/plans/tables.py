"""Tables of tasks: on a page, on paper, in a file; and how a standing is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse

from lvzhi.deadlines import clock
from lvzhi.exchange import Column as Field
from lvzhi.norms import codes
from lvzhi.plans.models import Plan, Task
from lvzhi.plans.queries import Done, Level
from lvzhi.plans.vocabulary import (
    AIM,
    AIM_NOW,
    BLOCKS,
    KINDS,
    LABELS,
    NAMES,
    NO_MINE,
    NOTHING_YET,
    PLAN_TONES,
    RECORDS,
    RECORDS_MORE,
    SOURCES,
    STANDING_TONES,
    VOIDED,
    PlanState,
    Standing,
)
from lvzhi.ui import formats
from lvzhi.ui.marks import Tag
from lvzhi.ui.tables import Column, Table


def address(plan: Any) -> str:
    """The page of a plan."""
    return reverse("plans:plan", args=[plan.uid])


def task_address(task: Any) -> str:
    """The page of a task."""
    return reverse("plans:task", args=[task.uid])


def state_tag(plan: Plan) -> Tag:
    """Where a plan is; a voided one says so first."""
    if plan.voided_at is not None:
        return Tag(VOIDED, "bad", "ban")
    return Tag(plan.get_state_display(), PLAN_TONES[PlanState(plan.state)])  # type: ignore[arg-type]  # reason: the table holds tones


def standing_tag(standing: Standing) -> Tag:
    """How far a task is."""
    return Tag(str(standing.label), STANDING_TONES[standing])  # type: ignore[arg-type]  # reason: as above


def kind_name(plan: Any) -> str:
    """What the kind is called."""
    return codes.name_of(KINDS, plan.committee_id, plan.kind, clock.as_day(plan.created_at))


def block_name(task: Any) -> str:
    """What the block is called."""
    return codes.name_of(BLOCKS, task.committee_id, task.block) if task.block else ""


def source_name(task: Any) -> str:
    """What the source of the topic is called."""
    return codes.name_of(SOURCES, task.committee_id, task.source) if task.source else ""


def helper_names(task: Task) -> str:
    """Who helps."""
    return NAMES.join(row.name for row in task.helpers.all())


def aim(done: Done) -> str:
    """What a task must come to: a figure's number, where it has one."""
    task, figure = done.task, done.figure
    if figure is None or task.aim_number is None:
        return ""
    return AIM.format(name=figure.name, number=formats.number(task.aim_number), unit=figure.unit)


def progress(done: Done) -> str:
    """How far the records have brought it, in numbers."""
    task, figure = done.task, done.figure
    if figure is not None and task.aim_number is not None:
        value = NOTHING_YET if done.value is None else formats.number(done.value)
        facts = {"name": figure.name, "value": value, "number": formats.number(task.aim_number), "unit": figure.unit}
        return AIM_NOW.format(**facts)
    words = RECORDS_MORE if done.open else RECORDS
    return words.format(counted=done.counted, wanted=task.wanted, open=done.open)


def line(done: Done, today: dt.date) -> dict[str, Any]:
    """What a row of a table of tasks says."""
    task = done.task
    standing = done.standing(today)
    return {
        "task": task,
        "url": task_address(task),
        "helpers": helper_names(task),
        "block": block_name(task),
        "progress": progress(done),
        "standing": standing,
        "tag": standing_tag(standing),
        "aim": aim(done),
    }


MINE = (
    Column("task.topic", LABELS["topic"], url=lambda row: row["url"], wide=True, head=True),
    Column("plan", LABELS["plan"], value=lambda row: row["task"].plan.title_for_people, hide_on_phone=True),
    Column("role", LABELS["role"], short=True),
    Column("task.due", LABELS["due"], kind="date", short=True),
    Column("progress", LABELS["progress"]),
    Column("tag", LABELS["standing"], kind="tag", short=True),
)


def mine_table(rows: Sequence[dict[str, Any]]) -> Table:
    """The tasks of one's own organs and units."""
    return Table(MINE, rows=rows, empty=NO_MINE)


FIELDS: tuple[tuple[Field, Any], ...] = (
    (Field("number", LABELS["number"], kind="int"), lambda task, done: task.number),
    (Field("topic", LABELS["topic"], width=40), lambda task, done: task.topic),
    (Field("block", LABELS["block"]), lambda task, done: block_name(task)),
    (Field("form", LABELS["form"]), lambda task, done: task.form),
    (Field("leader", LABELS["leader"]), lambda task, done: task.leader),
    (Field("organ", LABELS["organ"], width=24), lambda task, done: task.organ.name_on(task.due) if task.organ else ""),
    (Field("helpers", LABELS["helpers"], width=30), lambda task, done: helper_names(task)),
    (Field("person", LABELS["person"]), lambda task, done: task.person),
    (Field("due", LABELS["due"], kind="date"), lambda task, done: task.due),
    (Field("mark", LABELS["mark"], width=30), lambda task, done: task.mark),
    (Field("aim", LABELS["aim"]), lambda task, done: aim(done)),
    (Field("source", LABELS["source"]), lambda task, done: source_name(task)),
    (Field("proposed_by", LABELS["proposed_by"]), lambda task, done: task.proposed_by),
    (Field("progress", LABELS["progress"], width=24), lambda task, done: progress(done)),
    (Field("standing", LABELS["standing"]), lambda task, done: str(done.standing(clock.today()).label)),
    (Field("late_note", LABELS["late_note"], width=30), lambda task, done: task.late_note),
)
JOINT: tuple[tuple[Field, Any], ...] = (
    (Field("committee", LABELS["committee"], width=20), lambda task, done: task.committee.display),
    *(pair for pair in FIELDS if pair[0].key != "block"),
)


def exported(rows: Iterable[tuple[Task, Done]], fields: Sequence[tuple[Field, Any]]) -> Iterable[list[Any]]:
    """Rows of a file."""
    return ([read(task, done) for _, read in fields] for task, done in rows)


def joint_lines(levels: Sequence[Level], today: dt.date) -> list[dict[str, Any]]:
    """The table of a joint topic: both levels' tasks under each other."""
    return [line(level.done, today) | {"depth": level.depth} for level in levels]
