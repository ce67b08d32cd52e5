"""What is said of the rows of an attendance sheet."""

from __future__ import annotations

from typing import Any

from lvzhi.activities.vocabulary.sheet import SHEET_WORDS
from lvzhi.ui.marks import Tag
from lvzhi.ui.tables import Column, Table


def _effect(one: Any) -> Tag:
    return Tag(SHEET_WORDS["bad"], "bad") if one.keeps_out else Tag(SHEET_WORDS["known"], "info")


def remarks_table(rows: Any) -> Table:
    """Row, sentence, and whether it keeps the row out."""
    columns = (
        Column("row", "行", kind="number", head=True, short=True),
        Column("sentence", "说明", wide=True),
        Column("effect", "结果", kind="tag", short=True, value=_effect),
    )
    return Table(columns, rows=rows, empty="每一行都可以导入")
