"""Items received, edited, issued; their authors; issues and special reports (R2.12)."""

from __future__ import annotations

from typing import Any

from lvzhi.committee.queries import named
from lvzhi.metrics.declare import Column, Distinct, Metric, Says
from lvzhi.norms import codes
from lvzhi.opinions import rules
from lvzhi.opinions.metrics import cuts
from lvzhi.opinions.models import Concern
from lvzhi.opinions.queries import counting
from lvzhi.opinions.vocabulary import figures as words
from lvzhi.opinions.vocabulary.codes import CATEGORIES
from lvzhi.opinions.vocabulary.states import ConcernState, Source, SuggestionState
from lvzhi.papers import rules as papers
from lvzhi.papers.metrics import COLUMNS as PAPER_COLUMNS
from lvzhi.papers.queries import KIND as PAPER

C = words.COLUMNS
KIND = "opinions.concern"


def category(row: Any) -> str:
    """What its category was called on the day it was handed in."""
    return codes.name_of(CATEGORIES, row.committee_id, row.category, row.submitted_on)


COLUMNS = (
    Column("current_title", C["title"]),
    Column("category", C["category"], value=category),
    Column("source", C["source"], value=lambda row: str(Source(row.source).label)),
    Column("organ__name", C["organ"], value=named("submitted_on")),
    Column("submitted_on", C["submitted"], kind="date"),
    Column("edited_on", C["edited"], kind="date"),
    Column("issued_on", C["issued"], kind="date"),
    Column("state", C["state"], value=lambda row: str(ConcernState(row.state).label), kind="tag"),
)
AUTHOR_COLUMNS = (
    Column("name", C["name"]),
    Column("unit", C["person_unit"]),
    Column("concern__current_title", C["title"]),
    Column("concern__submitted_on", C["submitted"], kind="date"),
)
SUGGESTION_COLUMNS = (
    Column("ticket", C["ticket"]),
    Column("offered_on", C["offered"], kind="date"),
    Column("state", C["state"], value=lambda row: str(SuggestionState(row.state).label), kind="tag"),
)
CUTS = (cuts.CATEGORY, cuts.SOURCE, cuts.ORGAN, cuts.SECTOR, cuts.BELOW)
PERSONS = ("名", "人", "位")


def _metric(key: str, name: str, unit: str, rows: Any, **more: Any) -> Metric:
    usual: dict[str, Any] = {
        "columns": COLUMNS, "cuts": CUTS, "visible": rules.visible.rows, "record_kind": KIND, "rule": "R2.12",
    }  # fmt: skip
    meaning = words.MEANINGS[key]
    return Metric(key=f"opinions.{key}", name=name, unit=unit, rows=rows, meaning=meaning, **(usual | more))


def _says(subjects: tuple[str, ...], action: str, units: tuple[str, ...] = words.COUNT_UNITS) -> tuple[Says, ...]:
    return (Says(subjects=subjects, actions=words.ACTIONS[action], units=units),)


RECEIVED = _metric(
    "received", "收到社情民意信息", "篇", counting.received, says=_says(words.STRONG, "received")
)  # fmt: skip
AUTHORSHIPS = _metric(
    "authorships", "信息的反映人", "人次", counting.authors, columns=AUTHOR_COLUMNS, cuts=(),
    visible=rules.visible.through("concern", Concern).rows, record_kind="",
)  # fmt: skip
AUTHORS = Distinct(
    key="opinions.authors", name="反映信息的人数", unit="名", metric=AUTHORSHIPS, field="who", rule="R2.12",
    meaning=words.MEANINGS["authors"],
    says=(
        Says(subjects=words.AUTHOR_WORDS, units=PERSONS),
        Says(subjects=("委员",), actions=("反映", "提交", "参与"), units=PERSONS, needs=("社情民意信息",)),
    ),
)  # fmt: skip
EDITED = _metric("edited", "采编社情民意信息", "篇", counting.edited, says=_says(words.STRONG, "edited"))
ISSUED = _metric("issued", "编发的社情民意信息", "篇", counting.issued, says=_says(words.STRONG, "issued"))
PAPERS: dict[str, Any] = {
    "columns": PAPER_COLUMNS, "cuts": (), "visible": papers.visible.rows, "record_kind": PAPER,
}  # fmt: skip
ISSUES = _metric(
    "issues", "社情民意编发期数", "期", counting.issues, says=_says(words.ISSUE_WORDS, "issues", ("期",)), **PAPERS
)
SPECIALS = _metric(
    "specials", "社情民意专报", "件", counting.specials, **PAPERS,
    says=_says(words.SPECIAL_WORDS, "issues", ("件", "期", "篇", "份")),
)  # fmt: skip
SUGGESTIONS = _metric(
    "suggestions", "公众微建议", "条", counting.suggestions, columns=SUGGESTION_COLUMNS, cuts=(),
    visible=rules.reader.rows, record_kind="", says=_says(words.SUGGESTION_WORDS, "suggestions"),
)  # fmt: skip
FIGURES = (RECEIVED, AUTHORSHIPS, AUTHORS, EDITED, ISSUED, ISSUES, SPECIALS, SUGGESTIONS)
