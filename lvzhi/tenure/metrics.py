"""Figures of changes, absence cases and selections (R6.1, R6.13, M09)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Q

from lvzhi.committee.queries import organs_of
from lvzhi.committee.scope import Scope
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.metrics import registry
from lvzhi.metrics.declare import Column, Cut, Metric, Says
from lvzhi.metrics.periods import Period
from lvzhi.metrics.vocabulary import Kind
from lvzhi.people.rules import OWN, SEE
from lvzhi.tenure import rules
from lvzhi.tenure.queries import figures as rows
from lvzhi.tenure.vocabulary import words
from lvzhi.tenure.vocabulary.states import CaseState, ChangeState
from lvzhi.tenure.vocabulary.words import COLUMNS, FIGURES

CHANGE, CASE, SELECTION = "tenure.change", "tenure.case", "tenure.selecting"
Choices = Sequence[tuple[str, str, tuple[str, ...]]]


def _column(key: str, path: str = "", value: Any = None, kind: str = "text") -> Column:
    return Column(path or key, COLUMNS[key], value, kind)


CHANGE_COLUMNS = (
    _column("name"),
    _column("kind", "get_kind_display"),
    _column("organ", "organ__name"),
    _column("meeting"),
    _column("decided_on", kind="date"),
    _column("in_force_on", kind="date"),
    _column("state", value=lambda row: str(ChangeState(row.state).label), kind="tag"),
    _column("committee", "committee__display"),
)
CASE_COLUMNS = (
    _column("name", "member__person__name"),
    _column("threshold", "get_threshold_display"),
    _column("count", kind="number"),
    _column("opened_on", kind="date"),
    _column("closed_on", kind="date"),
    _column("state", value=lambda row: str(CaseState(row.state).label), kind="tag"),
    _column("committee", "committee__display"),
)
NOMINEE_COLUMNS = (
    _column("name"),
    _column("work", "member__person__work"),
    _column("organ", "selection__organ__name"),
    _column("title", "selection__title"),
    _column("by", "get_by_display"),
    _column("meeting", "selection__meeting"),
    _column("decided_on", "selection__decided_on", kind="date"),
    _column("committee", "committee__display"),
)
SEAT_COLUMNS = (
    _column("name", "member__person__name"),
    _column("work", "member__person__work"),
    _column("organ", "organ__name"),
    _column("starts", kind="date"),
    _column("ends", kind="date"),
    _column("committee", "committee__display"),
)


def _kinds(scope: Scope, period: Period) -> Choices:
    return [(one.value, str(one.label), words.KIND_WORDS.get(one.value, ())) for one in OrganKind]


def _tanks(scope: Scope, period: Period) -> Choices:
    return [(str(one.pk), one.name, ()) for one in organs_of(Scope(scope.committee, scope.below), OrganKind.THINK_TANK)]


def _number(value: str) -> int:
    return int(value) if value.isdecimal() else 0


KIND_CUT = Cut("organ_kind", words.CUTS["organ_kind"], _kinds, lambda value: Q(selection__organ__kind=value))
TANK_CUT = Cut("organ", words.CUTS["organ"], _tanks, lambda value: Q(organ_id=_number(value)))


def _metric(key: str, query: Callable[[Scope, Period], Any], columns: tuple[Column, ...], **more: Any) -> Metric:
    name, unit, meaning = FIGURES[key]
    return Metric(key=key, name=name, unit=unit, meaning=meaning, rows=query, columns=columns, **more)


def _seen(actor: Any) -> Q:
    """Places in a think tank are read as members are."""
    return SEE.rows(actor) | Q(member__in=_own_members(actor))


def _own_members(actor: Any) -> Any:
    from lvzhi.people.models import Member

    return Member.objects.live().filter(OWN.rows(actor)).values("pk")


def _says(subjects: Sequence[str], actions: Sequence[str], needs: Sequence[str]) -> tuple[Says, ...]:
    """Members of whom the clause says what became of them: without that word they are members and nothing more."""
    return tuple(
        Says(subjects=tuple(subjects), actions=tuple(actions), units=words.PEOPLE_UNITS, needs=(word,))
        for word in needs
    )  # fmt: skip


_CHANGE = {"visible": rules.visible.rows, "record_kind": CHANGE, "rule": "R6.1"}
_CASE = {"visible": rules.case_visible.rows, "record_kind": CASE, "rule": "R6.13"}
SELECTED = _metric(
    "tenure.selected", rows.selected, NOMINEE_COLUMNS, cuts=(KIND_CUT,), visible=rules.nominee_visible.rows, rule="M09",
    says=_says(words.SELECTED_SUBJECTS, words.SELECTED_ACTIONS, words.SELECTED_NEEDS),
)  # fmt: skip
THINK_TANK = _metric(
    "tenure.think_tank", rows.think_tank, SEAT_COLUMNS, kind=Kind.STOCK, cuts=(TANK_CUT,), visible=_seen, rule="M09",
    says=(Says(subjects=words.THINK_TANK_SUBJECTS, actions=words.COUNTED_ACTIONS, units=words.PEOPLE_UNITS),),
)  # fmt: skip
BY_ELECTIONS = _metric(
    "tenure.by_elections", rows.by_elections, CHANGE_COLUMNS,
    says=_says(words.MEMBER_SUBJECTS, words.ELECTED_ACTIONS, words.ELECTED_NEEDS), **_CHANGE,
)  # fmt: skip
RESIGNATIONS = _metric(
    "tenure.resignations", rows.resignations, CHANGE_COLUMNS,
    says=_says(words.MEMBER_SUBJECTS, words.LEFT_ACTIONS, words.LEFT_NEEDS), **_CHANGE,
)  # fmt: skip
REMOVALS = _metric(
    "tenure.removals", rows.removals, CHANGE_COLUMNS,
    says=_says(words.MEMBER_SUBJECTS, words.REMOVED_ACTIONS, words.REMOVED_NEEDS), **_CHANGE,
)  # fmt: skip
ENDED = _metric("tenure.ended", rows.ended, CHANGE_COLUMNS, **_CHANGE)
MOVES = _metric("tenure.moves", rows.moves, CHANGE_COLUMNS, **_CHANGE)
OPEN_CHANGES = _metric("tenure.open_changes", rows.open_changes, CHANGE_COLUMNS, kind=Kind.STOCK, **_CHANGE)
CASES = _metric("tenure.cases", rows.cases, CASE_COLUMNS, **_CASE)
OPEN_CASES = _metric("tenure.open_cases", rows.open_cases, CASE_COLUMNS, kind=Kind.STOCK, **_CASE)
ALL = (
    SELECTED, THINK_TANK, BY_ELECTIONS, RESIGNATIONS, REMOVALS, ENDED, MOVES, OPEN_CHANGES, CASES, OPEN_CASES,
)  # fmt: skip


def register() -> None:
    """Register the figures in the order of a report."""
    registry.register(*ALL)
