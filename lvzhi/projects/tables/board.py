"""The pipeline by stage, projects of all levels, the plan of one project, findings of a sheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.db.models import F
from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.exchange import Column as Field
from lvzhi.metrics import compute, periods
from lvzhi.metrics.declare import Figure
from lvzhi.projects import rules
from lvzhi.projects.metrics import kind_name
from lvzhi.projects.metrics.pipeline import BY_STAGE
from lvzhi.projects.models import Project
from lvzhi.projects.queries import pipeline
from lvzhi.projects.tables.lists import COLUMNS, state_tag, way_name
from lvzhi.projects.vocabulary.sheet import KEPT_OUT, NOTE, H
from lvzhi.projects.vocabulary.states import PLANNED, RUNNING, Stage, Way
from lvzhi.projects.vocabulary.words import NAMES, NONE, PART, PLAN
from lvzhi.ui.formats import day as written_day
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table

WAYS = {one.value: str(one.label) for one in Way}
SHOWN = 8  # projects of a stage on the page of the pipeline; the figure opens to all


def stages(actor: Actor, committee: Committee, day: dt.date, *, below: bool) -> list[dict[str, Any]]:
    """By stage: the count and the sum with their addresses, and the projects whose next step comes first."""
    scope, period = Scope(committee, below=below), periods.year(day.year)
    asked = [compute.Ask(figure, scope, period) for pair in BY_STAGE.values() for figure in pair]
    values = {one.figure.key: one for one in compute.answers(asked)}
    look = urlencode(
        {"committee": str(committee.uid), "period": period.text} | ({"below": "1"} if below else {})
    )  # fmt: skip
    found = []
    for stage, (count, total) in BY_STAGE.items():
        rows = pipeline.invested_at(stage, scope, period).filter(rules.visible.rows(actor))
        shown = (
            rows.order_by(F("next_on").asc(nulls_last=True), "-taken_on", "-pk")[:SHOWN]
            if values[count.key].value
            else []
        )
        found.append(
            {
                "label": str(Stage(stage).label), "count": _figure(count, values, look),
                "total": _figure(total, values, look),
                "rows": [_line(row, day) for row in shown],
            }
        )  # fmt: skip
    return found


def _figure(figure: Figure, values: Mapping[str, Any], look: str) -> dict[str, Any]:
    return {
        "name": figure.name, "unit": figure.unit, "value": values[figure.key].value,
        "url": f"{reverse('metrics:figure', args=[figure.key])}?{look}",
    }  # fmt: skip


def _line(row: Project, day: dt.date) -> dict[str, Any]:
    late = row.next_on is not None and row.next_on < day and row.state in RUNNING
    return {"row": row, "url": reverse("projects:detail", args=[row.uid]), "late": late}


def plan(project: Project, day: dt.date) -> list[dict[str, Any]]:
    """The node plan: each stage with its planned and actual day, and what is late."""
    found = []
    ahead = list(PLANNED)
    for place, (stage, (planned_name, actual_name)) in enumerate(PLANNED.items()):
        planned, actual = getattr(project, planned_name), getattr(project, actual_name)
        if planned is None:
            continue
        later = any(getattr(project, PLANNED[one][1]) for one in ahead[place + 1 :])
        found.append(
            {"label": str(stage.label), "planned": planned, "actual": actual,
             "tag": _plan_tag(project, planned, actual, day, later=later)}
        )  # fmt: skip
    return found


def _plan_tag(project: Project, planned: dt.date, actual: dt.date | None, day: dt.date, *, later: bool) -> Tag | None:
    if actual is not None:
        late = (actual - planned).days
        return Tag(PLAN["done_late"].format(days=late), "warn") if late > 0 else Tag(PLAN["done"], "good")
    if later or project.state not in RUNNING:
        return None
    if planned < day:
        return Tag(PLAN["behind"].format(days=(day - planned).days), "bad", "clock")
    return Tag(PLAN["waits"], "neutral")


def plan_note(project: Project, stage: Stage, day: dt.date) -> str:
    """What the step bar says of a stage still to come."""
    if stage not in PLANNED:
        return ""
    planned = getattr(project, PLANNED[stage][0])
    if planned is None:
        return ""
    past = (day - planned).days
    if past > 0 and project.state in RUNNING:
        return PLAN["late"].format(day=written_day(planned), days=past)
    return PLAN["planned"].format(day=written_day(planned))


def taken_by(project: Any) -> str:
    """Which committees have what part."""
    return NAMES.join(
        PART.format(committee=one.committee.display, share=one.get_share_display()) for one in project.taken_by
    )


LEVELS_COLUMNS = (
    COLUMNS[0],
    Column("committee", "登记单位", value=lambda row: row.committee.display),
    Column("taken_by", "各级参与", value=taken_by, wide=True),
    Column("way", "方式", value=way_name, short=True, hide_on_phone=True),
    Column("amount", "总投资（元）", kind="money", hide_on_phone=True),
    Column("state", "进展", kind="tag", value=state_tag, short=True),
)
LEVELS_EXPORTED: tuple[tuple[Field, Any], ...] = (
    (Field("title", "项目名称", width=46), lambda row: row.title),
    (Field("committee", "登记单位"), lambda row: row.committee.display),
    (Field("taken_by", "各级参与", width=50), taken_by),
    (Field("way", "方式"), way_name),
    (Field("kind", "类别"), kind_name),
    (Field("amount", "总投资（元）", kind="decimal"), lambda row: row.amount),
    (Field("taken_on", "列入日期", kind="date"), lambda row: row.taken_on),
    (Field("signed_on", "签约获批日期", kind="date"), lambda row: row.signed_on),
    (Field("state", "进展"), lambda row: str(state_tag(row))),
)


def levels_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """Projects of all levels, each once."""
    return Table(LEVELS_COLUMNS, page=page, params=params, empty=NONE)


def findings(rows: Any) -> Table:
    """What is wrong with the rows of a sheet."""
    columns = (
        Column("row", H["row"], kind="number", head=True, short=True),
        Column("sentence", H["finding"], wide=True),
        Column(
            "effect", H["effect"], kind="tag", short=True,
            value=lambda one: Tag(KEPT_OUT, "bad") if one.keeps_out else Tag(NOTE, "info"),
        ),
    )  # fmt: skip
    return Table(columns, rows=rows)
