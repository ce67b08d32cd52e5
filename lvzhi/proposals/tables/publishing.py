"""Tables of publication: what is published, what waits to be decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from lvzhi.proposals.tables import due_of
from lvzhi.proposals.vocabulary.publishing import (
    PUBLIC_EMPTY,
    PUBLIC_NONE_WAITING,
    PUBLIC_TONES,
    PublicForm,
    PublicState,
)
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table


def public_address(row: Any) -> str:
    """The page of a decision on publication."""
    return reverse("proposals:publication", args=[row.uid])


def public_tag(row: Any) -> Tag:
    """Where a decision on publication is."""
    state = PublicState(row.state)
    return Tag(str(state.label), PUBLIC_TONES[state])  # type: ignore[arg-type]  # reason: as above


PUBLISHED_COLUMNS = (
    Column("proposal.title", "案由", url=public_address, wide=True, head=True),
    Column("proposal.number", "案号", short=True),
    Column("proposal.proposer", "提案者"),
    Column("proposal.session", "会次", hide_on_phone=True),
    Column("form", "公开方式", value=lambda row: str(PublicForm(row.form).label), short=True),
    Column("published_on", "公开日期", kind="date", short=True),
)
WAITING_COLUMNS = (
    Column("proposal.title", "案由", url=public_address, wide=True, head=True),
    Column("proposal.number", "案号", short=True),
    Column("state", "状态", kind="tag", value=public_tag, short=True),
    Column("due_on", "期限", value=due_of, short=True),
)


def published_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """One page of what is published."""
    return Table(PUBLISHED_COLUMNS, page=page, params=params, empty=PUBLIC_EMPTY)


def waiting_table(rows: Sequence[Any]) -> Table:
    """Decisions on publication that wait."""
    return Table(WAITING_COLUMNS, rows, empty=PUBLIC_NONE_WAITING)
