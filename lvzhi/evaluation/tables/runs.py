"""Lists of evaluations and of results: by name, never by points."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from lvzhi.evaluation.models import Evaluation, Result
from lvzhi.evaluation.queries import result_address, run_address
from lvzhi.evaluation.vocabulary.running import LACKING, WORDS
from lvzhi.evaluation.vocabulary.states import RUN_TONES
from lvzhi.evaluation.vocabulary.words import VOIDED
from lvzhi.ui.forms import Narrowing
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table


def run_tag(found: Evaluation) -> Tag:
    """Where an evaluation is; a voided one says so first."""
    if found.voided_at is not None:
        return Tag(VOIDED, "bad", "ban")
    return Tag(found.get_state_display(), RUN_TONES[found.state])  # type: ignore[arg-type]  # reason: the table holds tones


RUN_COLUMNS = (
    Column("name", "考核", url=run_address, wide=True, head=True),
    Column("year", "年度", value=lambda row: str(row.year), short=True),
    Column("meeting", "审定的会议", short=True),
    Column("decided_on", "审定日期", kind="date", short=True),
    Column("state", "状态", value=run_tag, kind="tag", short=True),
)


def run_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """One page of the list of evaluations."""
    return Table(RUN_COLUMNS, page=page, params=params, empty=WORDS["none_runs"])


def grade_tag(row: Result) -> Tag:
    """The grade; one whose line is in question says so first."""
    if getattr(row, "open_objections", 0):
        return Tag(WORDS["in_question"], "warn", "warn")
    return Tag(row.grade or WORDS["no_grade"], "info" if row.grade else "neutral")


OF_MEMBERS = ("account", "view")  # a unit is spoken of by no organ
NAME = Column("name", "姓名（单位）", url=result_address, head=True)
ACCOUNTED = Column("accounted_on", "述职日期", kind="date", short=True)
VIEWS = Column("view_count", "初评意见", kind="number", short=True)
TOTAL = Column("total", "得分", value=lambda row: row.total.normalize(), kind="number", short=True)
GRADE = Column("grade", "等次", value=grade_tag, kind="tag", short=True)
GRADE_FOR_NOW = Column("grade", "等次（待审定）", value=grade_tag, kind="tag", short=True)
FED_BACK = Column("fed_back_on", "反馈日期", kind="date", short=True)


def result_table(
    page: Page[Any], params: Mapping[str, Any], *, grades: bool, units: bool, decided: bool
) -> Table:  # fmt: skip
    """One page of results.

    Args:
        grades: whether points and grades are shown to this reader now. decided: whether the meeting gave them.
    """
    shown = [TOTAL, GRADE, FED_BACK] if decided else [TOTAL, GRADE_FOR_NOW]
    columns = [NAME, *([] if units else [ACCOUNTED, VIEWS]), *(shown if grades else [])]
    return Table(tuple(columns), page=page, params=params, empty=WORDS["none_results"])


class ResultFilter(Narrowing):
    """What the list of results can be narrowed to."""

    q = forms.CharField(label="姓名（单位）", required=False, max_length=40)
    grade = forms.ChoiceField(label="等次", required=False)
    todo = forms.ChoiceField(label="还差", required=False)

    def __init__(self, data: Mapping[str, Any], grades: list[str], *, units: bool = False) -> None:
        super().__init__(data)
        self.choices("grade", [(one, one) for one in grades])
        self.choices("todo", [(key, said) for key, said in LACKING.items() if not units or key not in OF_MEMBERS])

    def narrowed(self, rows: Any) -> Any:
        """The rows that are asked for."""
        wanted = self.wanted()
        if wanted.get("q"):
            rows = rows.filter(name__icontains=wanted["q"])
        if wanted.get("grade"):
            rows = rows.filter(grade=wanted["grade"])
        lacking: dict[str, dict[str, Any]] = {
            "account": {"accounted_on": None}, "view": {"view_count": 0}, "letter": {"fed_back_on": None},
            "objection": {"open_objections__gt": 0},
        }  # fmt: skip
        return rows.filter(**lacking.get(wanted.get("todo", ""), {}))
