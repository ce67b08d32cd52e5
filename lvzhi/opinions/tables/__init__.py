"""Lists of opinions: the columns of pages and exports, and the filters over them."""

from __future__ import annotations

from lvzhi.opinions.tables.lists import (
    EXPORTED,
    MINE,
    SCREENING,
    ConcernFilter,
    all_table,
    left_tag,
    mine_table,
    screening_table,
    state_tag,
    step_url,
    suggestion_tag,
    suggestions_table,
)

__all__ = [
    "EXPORTED", "MINE", "SCREENING", "ConcernFilter", "all_table", "left_tag", "mine_table", "screening_table",
    "state_tag", "step_url", "suggestion_tag", "suggestions_table",
]  # fmt: skip
