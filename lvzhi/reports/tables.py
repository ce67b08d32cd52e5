"""The list of reports, and tags."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from lvzhi.reports.models import Remark, Report, Sense
from lvzhi.reports.queries import report_address, sense_address
from lvzhi.reports.vocabulary import senses
from lvzhi.reports.vocabulary.states import REMARK_TONES, REPORT_TONES, RemarkState, ReportKind, ReportState
from lvzhi.reports.vocabulary.words import NONE, VOIDED
from lvzhi.ui.forms import Narrowing
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table


def report_tag(report: Report) -> Tag:
    """Where a report is; a voided one says so first."""
    if report.voided_at is not None:
        return Tag(VOIDED, "bad", "ban")
    return Tag(report.get_state_display(), REPORT_TONES[ReportState(report.state)])  # type: ignore[arg-type]  # reason: the table holds tones


def remark_tag(remark: Remark) -> Tag:
    """Where a remark is."""
    return Tag(remark.get_state_display(), REMARK_TONES[RemarkState(remark.state)])  # type: ignore[arg-type]  # reason: as above


COLUMNS = (
    Column("title", "报告", url=report_address, wide=True, head=True),
    Column("kind", "种类", value=lambda row: row.get_kind_display(), short=True),
    Column("drafter", "起草人", short=True),
    Column("section_count", "节数", kind="number", short=True, hide_on_phone=True),
    Column("remark_count", "未解决的批注", kind="number", short=True),
    Column("signed_on", "签发日期", kind="date", short=True),
    Column("state", "状态", value=report_tag, kind="tag", short=True),
)


def table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """One page of the list."""
    return Table(COLUMNS, page=page, params=params, empty=NONE)


def sense_tag(row: Sense) -> Tag:
    """Whether it counts, in words and with a sign."""
    return Tag(senses.STANDING, "good") if row.voided_at is None else Tag(senses.TAKEN_BACK, "neutral", "ban")


SENSE_COLUMNS = (
    Column("pattern_words", "文中这样说", url=sense_address, wide=True, head=True),
    Column("means", "应当怎样", wide=True),
    Column("reach", "计谁的", value=lambda row: row.get_reach_display(), short=True, hide_on_phone=True),
    Column("who", "更正人", short=True),
    Column("created_at", "登记日期", kind="date", short=True),
    Column("voided_at", "状态", value=sense_tag, kind="tag", short=True),
)


def senses_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """One page of the corrections."""
    return Table(SENSE_COLUMNS, page=page, params=params, empty=senses.LIST_EMPTY)


class ReportFilter(Narrowing):
    """What the list can be narrowed to."""

    q = forms.CharField(label="标题", required=False, max_length=80)
    kind = forms.ChoiceField(label="种类", required=False)
    state = forms.ChoiceField(label="状态", required=False)

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data)
        self.choices("kind", ReportKind.choices)
        self.choices("state", ReportState.choices)

    def narrowed(self, rows: Any) -> Any:
        """The rows that are asked for."""
        wanted = self.wanted()
        if wanted.get("q"):
            rows = rows.filter(title__icontains=wanted["q"])
        for name in ("kind", "state"):
            if wanted.get(name):
                rows = rows.filter(**{name: wanted[name]})
        return rows
