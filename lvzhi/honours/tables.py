"""Lists of honours: the columns of a page and of an export, and the filter over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.urls import reverse

from lvzhi.committee.models import Committee
from lvzhi.committee.queries import organs_on
from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.exchange import Column as Field
from lvzhi.honours import queries
from lvzhi.honours.metrics import bearer_name, kind_name, level_name
from lvzhi.honours.queries import address
from lvzhi.honours.vocabulary import LEVELS, NONE, NONE_MINE, ONLY, TONES, VOIDED, WORKS, Bearer, State
from lvzhi.norms import codes
from lvzhi.ui.forms import Narrowing
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table


def step_url(honour: Any, key: str) -> str:
    """The page of a step."""
    return reverse("honours:step", args=[honour.uid, key])


def state_tag(honour: Any) -> Tag:
    """Whether it stands; a voided one says so first."""
    if honour.voided_at is not None:
        return Tag(VOIDED, "bad", "ban")
    return Tag(honour.get_state_display(), TONES[State(honour.state)])  # type: ignore[arg-type]  # reason: the table holds tones


COLUMNS = (
    Column("title", "荣誉", url=address, wide=True, head=True),
    Column("name", "获得者"),
    Column("work", "作品", hide_on_phone=True),
    Column("level", "层级", value=level_name, short=True),
    Column("given_by", "授予单位", hide_on_phone=True),
    Column("given_on", "授予日期", kind="date", short=True),
    Column("state", "情况", kind="tag", value=state_tag, short=True),
)
EXPORTED: tuple[tuple[Field, Any], ...] = (
    (Field("title", "荣誉名称", width=40), lambda row: row.title),
    (Field("grade", "等次"), lambda row: row.grade),
    (Field("bearer", "获得者类别"), bearer_name),
    (Field("name", "获得者"), lambda row: row.name),
    (Field("organ", "机构"), lambda row: row.organ.name if row.organ else ""),
    (Field("work", "作品", width=40), lambda row: row.work),
    (Field("work_kind", "作品类别"), kind_name),
    (Field("level", "层级"), level_name),
    (Field("given_by", "授予单位"), lambda row: row.given_by),
    (Field("given_on", "授予日期", kind="date"), lambda row: row.given_on),
    (Field("number", "文号"), lambda row: row.number),
    (Field("state", "情况"), lambda row: str(state_tag(row))),
)


def honours_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """One page of the list."""
    return Table(COLUMNS, page=page, params=params, empty=NONE)


def mine_table(rows: Sequence[Any]) -> Table:
    """One's own."""
    return Table(COLUMNS, rows=rows, empty=NONE_MINE)


class FilterForm(Narrowing):
    """What the list can be narrowed to, and how an export says so."""

    q = forms.CharField(label="荣誉、获得者、作品、授予单位", required=False, max_length=80)
    level = forms.ChoiceField(label="层级", required=False)
    bearer = forms.ChoiceField(label="获得者类别", required=False)
    work_kind = forms.ChoiceField(label="作品类别", required=False)
    state = forms.ChoiceField(label="情况", required=False)
    organ = forms.ChoiceField(label="机构", required=False)
    since = DayField(label="授予日期自", required=False)
    until = DayField(label="授予日期至", required=False)
    only = forms.ChoiceField(label="范围", required=False)

    def __init__(self, data: Mapping[str, Any], committee: Committee) -> None:
        super().__init__(data)
        offered: dict[str, Sequence[tuple[str, str]]] = {
            "level": codes.choices(LEVELS, committee),
            "bearer": Bearer.choices,
            "work_kind": codes.choices(WORKS, committee),
            "state": State.choices,
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
        for name in ("level", "bearer", "work_kind", "state", "organ"):
            if wanted.get(name):
                rows = rows.filter(**{name: wanted[name]})
        if wanted.get("since"):
            rows = rows.filter(given_on__gte=wanted["since"])
        if wanted.get("until"):
            rows = rows.filter(given_on__lte=wanted["until"])
        if wanted.get("only") == "voided":
            return rows.exclude(voided_at=None)
        rows = rows.filter(voided_at=None)
        return queries.bare(rows) if wanted.get("only") == "bare" else rows
