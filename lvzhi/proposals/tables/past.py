"""Tables of proposals of earlier years: findings of an import, and what was brought in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from lvzhi.exchange import Column as Field
from lvzhi.proposals.vocabulary.past import PAST_WORDS
from lvzhi.ui.marks import Tag
from lvzhi.ui.tables import Column, Table


def level_tag(row: Any) -> Tag:
    """Whether a finding keeps its row out."""
    return Tag(PAST_WORDS["error"], "bad") if row.level == "error" else Tag(PAST_WORDS["warning"], "warn")


FINDING_COLUMNS = (
    Column("where", "位置", value=lambda row: row.where or "—", head=True, short=True),
    Column("level", "程度", kind="tag", value=level_tag, short=True),
    Column("said", "说明", value=lambda row: row.sentence, wide=True),
)
FINDING_FIELDS = (Field("where", "位置"), Field("level", "程度"), Field("said", "说明", width=80))


def findings_table(rows: Sequence[Any]) -> Table:
    """What is said of the rows of an import."""
    return Table(FINDING_COLUMNS, rows, empty=PAST_WORDS["none"])


NO_SESSION = "会次未登记"


def _past_url(row: Mapping[str, Any]) -> str:
    session = f"&session={row['session_id']}" if row["session_id"] else ""
    return f"{reverse('proposals:list')}?only=past{session}"


PAST_COLUMNS = (
    Column("name", "会次", head=True, url=_past_url, value=lambda row: row["name"] or NO_SESSION),
    Column("count", "提案（件）", kind="number"),
    Column("answered", "有答复的（件）", kind="number"),
)


def past_table(rows: Sequence[Any]) -> Table:
    """How many were brought in for each session."""
    return Table(PAST_COLUMNS, rows, empty=PAST_WORDS["empty"])
