"""The list of rule sets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from lvzhi.evaluation.models import RuleSet
from lvzhi.evaluation.queries import set_address
from lvzhi.evaluation.vocabulary.states import SET_TONES, SetState, Subject
from lvzhi.evaluation.vocabulary.words import NONE_SETS, VOIDED
from lvzhi.ui.forms import Narrowing
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table


def set_tag(found: RuleSet) -> Tag:
    """Where a rule set is; a voided one says so first."""
    if found.voided_at is not None:
        return Tag(VOIDED, "bad", "ban")
    return Tag(found.get_state_display(), SET_TONES[found.state])  # type: ignore[arg-type]  # reason: the table holds tones


COLUMNS = (
    Column("name", "规则", url=set_address, wide=True, head=True),
    Column("year", "年度", value=lambda row: str(row.year), short=True),
    Column("subject", "考核对象", value=lambda row: row.get_subject_display(), short=True),
    Column("adopted_by", "通过的会议", short=True),
    Column("adopted_on", "通过日期", kind="date", short=True),
    Column("state", "状态", value=set_tag, kind="tag", short=True),
)


def set_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """One page of the list."""
    return Table(COLUMNS, page=page, params=params, empty=NONE_SETS)


class SetFilter(Narrowing):
    """What the list can be narrowed to."""

    subject = forms.ChoiceField(label="考核对象", required=False)
    state = forms.ChoiceField(label="状态", required=False)

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data)
        self.choices("subject", Subject.choices)
        self.choices("state", SetState.choices)

    def narrowed(self, rows: Any) -> Any:
        """The rows that are asked for."""
        wanted = self.wanted()
        for name in ("subject", "state"):
            if wanted.get(name):
                rows = rows.filter(**{name: wanted[name]})
        return rows
