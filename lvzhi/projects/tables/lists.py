"""Lists of projects: the columns of a page and of an export, and the filter over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from lvzhi.committee.models import Committee
from lvzhi.committee.queries import organs_on
from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.exchange import Column as Field
from lvzhi.norms import codes
from lvzhi.projects import queries
from lvzhi.projects.metrics import kind_name
from lvzhi.projects.models import Lead, Project
from lvzhi.projects.queries import pipeline
from lvzhi.projects.vocabulary.codes import KINDS
from lvzhi.projects.vocabulary.states import LEAD_TONES, TONES, Duty, LeadState, Stage, Way
from lvzhi.projects.vocabulary.words import (
    CHARGED,
    LOG,
    NAMES,
    NONE,
    NONE_LEADS,
    NONE_MINE,
    ONLY,
    VOIDED,
)
from lvzhi.ui.forms import Narrowing
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table


def address(project: Any) -> str:
    """The page of a project."""
    return reverse("projects:detail", args=[project.uid])


def step_url(project: Any, key: str) -> str:
    """The page of a step."""
    return reverse("projects:step", args=[project.uid, key])


def state_tag(project: Project) -> Tag:
    """How far it has come; a voided one says so first."""
    if project.voided_at is not None:
        return Tag(VOIDED, "bad", "ban")
    return Tag(project.get_state_display(), TONES[Stage(project.state)])  # type: ignore[arg-type]  # reason: the table holds tones


def leaders(project: Any) -> str:
    """Who is responsible; once it has ended, who was."""
    rows = [row for row in project.charges.all() if row.voided_at is None]
    now = [row for row in rows if row.until is None] or rows
    names = [
        CHARGED.format(name=row.name, duty=row.get_duty_display()) if row.duty != Duty.LEAD else row.name for row in now
    ]
    return NAMES.join(dict.fromkeys(names))


def way_name(project: Any) -> str:
    """Why the committee has it in hand."""
    return str(Way(project.way).label)


def lead_tag(lead: Lead) -> Tag:
    """Where a lead is; a voided one says so first."""
    if lead.voided_at is not None:
        return Tag(VOIDED, "bad", "ban")
    return Tag(lead.get_state_display(), LEAD_TONES[LeadState(lead.state)])  # type: ignore[arg-type]  # reason: the table holds tones


COLUMNS = (
    Column("title", "项目", url=address, wide=True, head=True),
    Column("way", "方式", value=way_name, short=True),
    Column("kind", "类别", value=kind_name, hide_on_phone=True),
    Column("leaders", "包抓领导", value=leaders),
    Column("amount", "总投资（元）", kind="money", hide_on_phone=True),
    Column("went", "现场督导", kind="number", short=True),
    Column("last", "最近督导", kind="date", short=True),
    Column("state", "进展", kind="tag", value=state_tag, short=True),
)
MINE = (COLUMNS[0], COLUMNS[1], *COLUMNS[5:])
EXPORTED: tuple[tuple[Field, Any], ...] = (
    (Field("title", "项目名称", width=46), lambda row: row.title),
    (Field("way", "方式"), way_name),
    (Field("kind", "类别"), kind_name),
    (Field("committee", "登记单位"), lambda row: row.committee.display),
    (Field("organ", "登记机构"), lambda row: row.organ.name if row.organ else ""),
    (Field("owner", "业主或投资方"), lambda row: row.owner),
    (Field("unit", "责任单位"), lambda row: row.unit.name if row.unit else ""),
    (Field("place", "地点"), lambda row: row.place),
    (Field("leaders", "包抓领导"), leaders),
    (Field("amount", "总投资（元）", kind="decimal"), lambda row: row.amount),
    (Field("taken_on", "列入日期", kind="date"), lambda row: row.taken_on),
    (Field("talks_by", "计划洽谈日期", kind="date"), lambda row: row.talks_by),
    (Field("signs_by", "计划签约获批日期", kind="date"), lambda row: row.signs_by),
    (Field("starts_on", "计划开工日期", kind="date"), lambda row: row.starts_on),
    (Field("ends_on", "计划竣工日期", kind="date"), lambda row: row.ends_on),
    (Field("signed_on", "签约获批日期", kind="date"), lambda row: row.signed_on),
    (Field("signed_amount", "签约获批金额（元）", kind="decimal"), lambda row: row.signed_amount),
    (Field("built_on", "开工日期", kind="date"), lambda row: row.built_on),
    (Field("finished_on", "竣工投产日期", kind="date"), lambda row: row.finished_on),
    (Field("went", "现场督导次数", kind="int"), lambda row: row.went),
    (Field("last", "最近督导", kind="date"), lambda row: row.last),
    (Field("state", "进展"), lambda row: str(state_tag(row))),
)


def projects_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """One page of the list."""
    return Table(COLUMNS, page=page, params=params, empty=NONE)


def _log(project: Any) -> SafeString:
    return format_html('<a class="lz-button" href="{}">{}</a>', step_url(project, "visit"), LOG)


def lead_url(lead: Any) -> str:
    """The page of a lead."""
    return reverse("projects:lead", args=[lead.uid])


LEAD_COLUMNS = (
    Column("title", "投资意向", url=lead_url, wide=True, head=True),
    Column("firm", "企业"),
    Column("name", "引荐委员", short=True),
    Column("amount", "意向投资额（元）", kind="money", hide_on_phone=True),
    Column("handed_on", "提交日期", kind="date", short=True),
    Column("state", "状态", kind="tag", value=lead_tag, short=True),
)


def leads_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """One page of leads."""
    return Table(LEAD_COLUMNS, page=page, params=params, empty=NONE_LEADS)


def mine_table(rows: Sequence[Any]) -> Table:
    """A leader's own projects, each with the button that logs a visit."""
    return Table(MINE, rows=rows, empty=NONE_MINE, actions=_log)


class FilterForm(Narrowing):
    """What the list can be narrowed to, and how an export says so."""

    q = forms.CharField(label="名称、业主、地点或领导", required=False, max_length=80)
    way = forms.ChoiceField(label="方式", required=False)
    kind = forms.ChoiceField(label="类别", required=False)
    state = forms.ChoiceField(label="进展", required=False)
    organ = forms.ChoiceField(label="登记机构", required=False)
    since = DayField(label="列入日期自", required=False)
    until = DayField(label="列入日期至", required=False)
    only = forms.ChoiceField(label="范围", required=False)

    def __init__(self, data: Mapping[str, Any], committee: Committee) -> None:
        super().__init__(data)
        offered: dict[str, Sequence[tuple[str, str]]] = {
            "way": Way.choices,
            "kind": codes.choices(KINDS, committee),
            "state": Stage.choices,
            "organ": [(str(one.pk), one.name) for one in organs_on(committee, clock.today())],
            "only": list(ONLY.items()),
        }
        for name, choices in offered.items():
            self.choices(name, choices)

    def narrowed(self, rows: Any) -> Any:
        """The rows that fit."""
        wanted = self.wanted()
        if wanted.get("q", "").strip():
            rows = queries.matching(rows, wanted["q"].strip())
        for name in ("way", "kind", "state"):
            if wanted.get(name):
                rows = rows.filter(**{name: wanted[name]})
        if wanted.get("organ"):
            rows = rows.filter(organ_id=int(wanted["organ"]))
        if wanted.get("since"):
            rows = rows.filter(taken_on__gte=wanted["since"])
        if wanted.get("until"):
            rows = rows.filter(taken_on__lte=wanted["until"])
        return _only(rows, wanted.get("only", ""))


def _only(rows: Any, wanted: str) -> Any:
    if wanted == "voided":
        return rows.exclude(voided_at=None)
    rows = rows.filter(voided_at=None)
    if wanted == "quiet":
        return rows.filter(went=0)
    if wanted == "late":
        return rows.filter(pipeline.behind(clock.today()))
    return queries.with_leader(rows, has=wanted == "care") if wanted in ("care", "bare") else rows
