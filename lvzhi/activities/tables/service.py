"""Lists of donations, reports to communities and study plans."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from lvzhi.activities.models import CommunityPost, Giving, StudyPlan
from lvzhi.activities.vocabulary.service import EMPTY, ENDED, STANDING
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table


def _standing(row: CommunityPost) -> Tag:
    return Tag(ENDED, "neutral") if row.ends else Tag(STANDING, "good")


def _void(which: str) -> Callable[[Any], str]:
    return lambda row: reverse("activities:note_void", args=[which, row.uid])


GIVINGS = (
    Column("giver", "捐赠人（单位）", head=True),
    Column("given_on", "日期", kind="date", short=True),
    Column("form", "形式", value=lambda row: row.get_form_display(), short=True),
    Column("amount", "金额（元）", kind="money"),
    Column("goods", "物品和数量", hide_on_phone=True),
    Column("receiver", "接收单位", wide=True),
    Column("receipt", "票据号", hide_on_phone=True),
    Column("void", "更正", value=lambda row: "误录作废", url=_void("givings"), hide_on_phone=True),
)
REPORTS = (
    Column("member", "委员", value=lambda row: row.member.person.name, head=True),
    Column("unit", "村（社区）", value=lambda row: row.unit.name),
    Column("starts", "报到日期", kind="date", short=True),
    Column("state", "状态", kind="tag", value=_standing, short=True),
    Column("remark", "认领事项", wide=True),
    Column("end", "变更", value=lambda row: "" if row.ends else "结束报到",
           url=lambda row: reverse("activities:report_end", args=[row.uid])),
    Column("void", "更正", value=lambda row: "误录作废", url=_void("reports"), hide_on_phone=True),
)  # fmt: skip
STUDY_PLANS = (
    Column("person", "姓名", value=lambda row: row.person.name, head=True),
    Column("title", "名称", wide=True),
    Column("handed_in_on", "交来日期", kind="date", short=True),
    Column("capacity", "身份", value=lambda row: row.get_capacity_display(), short=True),
    Column("void", "更正", value=lambda row: "误录作废", url=_void("study-plans"), hide_on_phone=True),
)


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of note: its rows, their order, their columns."""

    model: type[Any]
    order: tuple[str, ...]
    columns: tuple[Column, ...]
    empty: str

    def table(self, page: Page[Any], params: Mapping[str, Any]) -> Table:
        """One page of the list."""
        return Table(self.columns, page=page, params=params, empty=self.empty)


TABLES = {
    "givings": Sort(Giving, ("-given_on", "-id"), GIVINGS, EMPTY["givings"]),
    "reports": Sort(CommunityPost, ("-starts", "-id"), REPORTS, EMPTY["reports"]),
    "study-plans": Sort(StudyPlan, ("-handed_in_on", "-id"), STUDY_PLANS, EMPTY["study-plans"]),
}
