"""Figures of publications: materials collected, issues, articles, characters; publicity (R11.4, M30, M31)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Q

from lvzhi.committee.queries import organs_of
from lvzhi.committee.scope import Scope
from lvzhi.metrics import registry
from lvzhi.metrics.declare import Column, Cut, Metric, Says, Sum
from lvzhi.metrics.periods import Period
from lvzhi.norms import codes
from lvzhi.publications import queries, rules
from lvzhi.publications.models import Outlet
from lvzhi.publications.vocabulary import figures as words
from lvzhi.publications.vocabulary.codes import LEVELS
from lvzhi.publications.vocabulary.states import AuthorKind, ManuscriptState, Witness
from lvzhi.publications.vocabulary.words import NAMES

C = words.COLUMNS
Choices = Sequence[tuple[str, str, tuple[str, ...]]]


def level_name(row: Any) -> str:
    """What the level of a report was called on the day it was published."""
    return codes.name_of(LEVELS, row.committee_id, row.level, row.published_on)


def _levels(scope: Scope, period: Period) -> Choices:
    return [
        (one.code, one.name, tuple(word for word in str(one.extra.get("words", "")).split(NAMES) if word))
        for one in codes.entries(LEVELS, scope.committee, period.end)
    ]


def _series(scope: Scope, period: Period) -> Choices:
    return [(name, words.BOOK.format(name=name), (name,)) for name in queries.series_of(scope, period)]


def _outlets(scope: Scope, period: Period) -> Choices:
    return [(str(key), name, ()) for key, name in queries.outlets_of(scope, period)]


def _organs(scope: Scope, period: Period) -> Choices:
    return [(str(one.pk), one.name, ()) for one in organs_of(scope)]


def _labels(choices: Any) -> Callable[[Scope, Period], Choices]:
    return lambda scope, period: [(one.value, str(one.label), ()) for one in choices]


def _organ_cut(path: str = "organ_id") -> Cut:
    return Cut("organ", words.CUTS["organ"], _organs, lambda value: Q(**{path: int(value)}))


LEVEL_CUT = Cut("level", words.CUTS["level"], _levels, lambda value: Q(level=value))
OUTLET_CUT = Cut("outlet", words.CUTS["outlet"], _outlets, lambda value: Q(outlet_id=int(value)))
SERIES_CUT = Cut("series", words.CUTS["series"], _series, lambda value: Q(series=value))
OF_SERIES = Cut("series", words.CUTS["series"], _series, lambda value: Q(issue__series=value))
WITNESS_CUT = Cut("witness", words.CUTS["witness"], _labels(Witness), lambda value: Q(witness=value))
AUTHOR_CUT = Cut("author", words.CUTS["author"], _labels(AuthorKind), lambda value: Q(author_kind=value))
MANUSCRIPT_COLUMNS = (
    Column("title", C["title"]),
    Column("author", C["author"]),
    Column("get_author_kind_display", C["author_kind"]),
    Column("get_witness_display", C["witness"]),
    Column("submitted_on", C["submitted"], kind="date"),
    Column("chars", C["chars"], kind="number"),
    Column("state", C["state"], value=lambda row: str(ManuscriptState(row.state).label), kind="tag"),
)
ISSUE_COLUMNS = (
    Column("series", C["series"]),
    Column("number", C["number"]),
    Column("printed_on", C["printed"], kind="date"),
    Column("articles_count", C["articles"], kind="number"),
    Column("counted", C["counted"], kind="number"),
    Column("declared", C["declared"], kind="number"),
    Column("chars", C["chars"], kind="number"),
    Column("copies", C["copies"], kind="number"),
)
ARTICLE_COLUMNS = (
    Column("title", C["title"]),
    Column("author", C["author"]),
    Column("issue", C["issue"], value=lambda row: str(row.issue)),
    Column("issue__printed_on", C["printed"], kind="date"),
    Column("chars", C["chars"], kind="number"),
)
PAID_COLUMNS = (
    Column("title", C["title"]),
    Column("author", C["author"]),
    Column("paid_on", C["paid"], kind="date"),
    Column("fee", C["fee"], kind="money"),
)
CLUE_COLUMNS = (
    Column("topic", C["topic"]),
    Column("provider", C["provider"]),
    Column("offered_on", C["offered"], kind="date"),
    Column("get_state_display", C["state"], kind="tag"),
)
ITEM_COLUMNS = (
    Column("published_on", C["published"], kind="date"),
    Column("title", C["title"]),
    Column("outlet__name", C["outlet"]),
    Column("level", C["level"], value=level_name),
    Column("url", C["url"]),
)


def _metric(name: str, rows: Any, columns: tuple[Column, ...], **more: Any) -> Metric:
    """A count with the words that belong to it."""
    told = words.TOLD[name]
    usual: dict[str, Any] = {"rule": "R11.4"}
    return Metric(
        key=f"publications.{name}", name=told[0], unit=told[1], meaning=told[2], aliases=told[3], rows=rows,
        columns=columns, **(usual | more),
    )  # fmt: skip


def _sum(name: str, metric: Metric, field: str, says: tuple[Says, ...]) -> Sum:
    told = words.TOLD[name]
    return Sum(
        key=f"publications.{name}", name=told[0], unit=told[1], meaning=told[2], aliases=told[3], metric=metric,
        field=field, says=says, rule="R11.4",
    )  # fmt: skip


def _texts(
    name: str, rows: Any, says: tuple[Says, ...] = (), columns: tuple[Column, ...] = MANUSCRIPT_COLUMNS
) -> Metric:
    return _metric(
        name, rows, columns, says=says, cuts=(WITNESS_CUT, AUTHOR_CUT, _organ_cut()), visible=rules.visible.rows,
        record_kind=queries.MANUSCRIPT,
    )  # fmt: skip


CLUES = _metric(
    "clues", queries.clues_offered, CLUE_COLUMNS, cuts=(_organ_cut("call__organ_id"),),
    visible=rules.visible_clue.rows, record_kind=queries.CLUE,
    says=(Says(subjects=words.CLUES, units=("条", "个", "件")),),
)  # fmt: skip
MANUSCRIPTS = _texts(
    "manuscripts", queries.handed_in,
    (Says(subjects=words.COLLECTED, actions=words.COLLECTS, units=("篇", "件", "份")),)
)  # fmt: skip
APPROVED = _texts("approved", queries.approved)
ISSUES = _metric(
    "issues", queries.issued, ISSUE_COLUMNS, cuts=(SERIES_CUT, _organ_cut()), visible=rules.visible_issue.rows,
    record_kind=queries.ISSUE,
    says=(
        Says(named_by=("series",), actions=words.PRINTS, units=words.ISSUE_UNITS),
        Says(subjects=words.MATERIALS, actions=words.PRINTS, units=words.ISSUE_UNITS),
    ),
)  # fmt: skip
ARTICLES = _metric(
    "articles", queries.articles, ARTICLE_COLUMNS, cuts=(OF_SERIES, _organ_cut("issue__organ_id")),
    visible=rules.article_rows, says=(Says(subjects=words.TEXTS, actions=words.CONTAINS, units=words.TEXT_UNITS),),
)  # fmt: skip
CHARACTERS = _sum(
    "characters", ISSUES, "chars",
    (Says(subjects=words.LETTERS, actions=(*words.CONTAINS, *words.PRINTS), units=words.LETTER_UNITS),),
)  # fmt: skip
PAID = _texts("paid", queries.paid, columns=PAID_COLUMNS)
FEES = _sum("fees", PAID, "fee", (Says(subjects=words.FEES, actions=words.PAYS, units=("元",)),))
ITEMS = _metric(
    "items", queries.published, ITEM_COLUMNS, cuts=(LEVEL_CUT, OUTLET_CUT, _organ_cut()),
    visible=rules.visible_item.rows, record_kind=queries.ITEM, rule="M31",
    says=(Says(subjects=words.REPORTS, actions=words.PUBLISHES, units=words.REPORT_UNITS),
          Says(subjects=words.ONLINE, actions=words.PUSHES, units=words.REPORT_UNITS, needs=(words.CHANNELS,))),
)  # fmt: skip
FIGURES = (CLUES, MANUSCRIPTS, APPROVED, ISSUES, ARTICLES, CHARACTERS, PAID, FEES, ITEMS)


def outlet_level(outlet: Outlet, day: Any) -> str:
    """What an outlet's level is called."""
    return codes.name_of(LEVELS, outlet.committee_id, outlet.level, day)


def register() -> None:
    """Register the figures in the order of a report."""
    registry.register(*FIGURES)
