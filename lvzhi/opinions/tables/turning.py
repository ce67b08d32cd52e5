"""The lists of issues, of what came from below, of what was sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.urls import reverse

from lvzhi.norms import codes
from lvzhi.opinions.queries import address, turns
from lvzhi.opinions.tables.lists import CATEGORY, state_tag, urgent_tag
from lvzhi.opinions.vocabulary import chain as words
from lvzhi.papers.tables import state_tag as paper_tag
from lvzhi.papers.vocabulary import KINDS
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table


def issue_address(paper: Any) -> str:
    """The page of an issue."""
    return reverse("opinions:issue", args=[paper.uid])


def kind_name(paper: Any) -> str:
    """What the kind of an issue is called."""
    return codes.name_of(KINDS, paper.committee_id, paper.kind, paper.dated_on)


def receipts(paper: Any) -> str:
    """How many of its receivers have signed for it."""
    if not paper.sent_to:
        return words.COUNTS["unsent"]
    return words.COUNTS["receipts"].format(signed=paper.signed_by, sent=paper.sent_to)


def sending_tag(row: Any) -> Tag:
    """What has come of a sending."""
    if not row.signed:
        return Tag(words.STATUS["unsigned"], "warn", "clock")
    if row.level == row.committee.level:
        return Tag(words.STATUS["received"], "good")
    return Tag(words.STATUS["done"], "good") if row.decided else Tag(words.STATUS["signed"], "info")


ISSUES: Final = (
    Column("title", "标题", url=issue_address, wide=True, head=True),
    Column("called", "期号", short=True),
    Column("kind", "种类", value=kind_name, short=True, hide_on_phone=True),
    Column("items", "篇数", value=lambda row: words.COUNTS["items"].format(count=row.items), short=True),
    Column("dated_on", "成文日期", kind="date", short=True),
    Column("state", "状态", kind="tag", value=paper_tag, short=True),
    Column("sent", "发送", value=receipts, short=True),
)
ARRIVALS: Final = (
    Column("current_title", "标题", url=address, wide=True, head=True),
    Column("urgent", "缓急", kind="tag", value=urgent_tag, short=True),
    Column("origin_committee.name", "报送单位"),
    CATEGORY,
    Column("created_at", "来件日期", kind="date", short=True),
    Column("state", "情况", kind="tag", value=state_tag, short=True),
)
SENT: Final = (
    Column("concern.current_title", "标题", url=lambda row: address(row.concern), wide=True, head=True),
    Column("body", "报送"),
    Column("level", "层级", value=lambda row: turns.level_name(row.committee_id, row.level), short=True),
    Column("document", "期号", url=lambda row: issue_address(row.paper) if row.paper else None, short=True),
    Column("on", "报送日期", kind="date", short=True),
    Column("state", "情况", kind="tag", value=sending_tag, short=True),
)


def table(columns: tuple[Column, ...], page: Page[Any], params: Mapping[str, Any], empty: str) -> Table:
    """One page of a list."""
    return Table(columns, page=page, params=params, empty=words.NONE[empty])
