"""Tables of excellent proposals: the selections, and what an export of candidates holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from lvzhi.exchange import Column as Field
from lvzhi.proposals.vocabulary.choosing import (
    REASON_LINE,
    SELECTION_TONES,
    Nominator,
    Reached,
    SelectionState,
)
from lvzhi.ui.marks import Tag
from lvzhi.ui.tables import Column, Table


def selection_tag(row: Any) -> Tag:
    """Where a selection is."""
    state = SelectionState(row.state)
    return Tag(str(state.label), SELECTION_TONES[state])  # type: ignore[arg-type]  # reason: the table holds tones


SELECTION_COLUMNS = (
    Column("name", "评选", url=lambda row: reverse("proposals:excellent_one", args=[row.uid]), wide=True, head=True),
    Column("starts", "立案日期起", kind="date", short=True),
    Column("ends", "立案日期止", kind="date", short=True),
    Column("state", "状态", kind="tag", value=selection_tag, short=True),
    Column("decided_on", "审定日期", kind="date", short=True),
)


def selections_table(rows: Sequence[Any]) -> Table:
    """All selections."""
    return Table(SELECTION_COLUMNS, rows, empty=EXCELLENT_NONE)


EXCELLENT_NONE = "还没有评选过优秀提案"


def _reasons(row: Any) -> str:
    return "\n".join(
        REASON_LINE.format(kind=Nominator(one.kind).label, name=one.name, reason=one.reason)
        for one in row.nominations.all()
    )


EXPORTED: tuple[tuple[Field, Any], ...] = (
    (Field("number", "案号"), lambda row: row.proposal.called),
    (Field("title", "案由", width=46), lambda row: row.proposal.title),
    (Field("proposer", "提案者"), lambda row: row.proposal.proposer),
    (Field("collective", "集体提案", kind="bool"), lambda row: row.proposal.collective),
    (Field("result_class", "办理结果"), lambda row: row.proposal.result_class),
    (Field("reached", "进度"), lambda row: str(Reached(row.reached).label)),
    (Field("reasons", "推荐理由", width=80), _reasons),
)
