"""Figures of rules and matters reported: issued, revised, in force; reported, answered, in time (M24, M25)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Q

from lvzhi.committee.queries import organs_of
from lvzhi.committee.scope import Scope
from lvzhi.metrics import registry
from lvzhi.metrics.declare import Column, Cut, Distinct, Metric, Says, Share
from lvzhi.metrics.periods import Period
from lvzhi.metrics.vocabulary import Kind
from lvzhi.norms import codes
from lvzhi.regulations import rules
from lvzhi.regulations.queries import figures as rows
from lvzhi.regulations.queries.book import KIND, VERSION
from lvzhi.regulations.queries.matters import MATTER
from lvzhi.regulations.vocabulary import figures as words
from lvzhi.regulations.vocabulary.codes import KINDS, LEVELS
from lvzhi.regulations.vocabulary.states import MatterKind
from lvzhi.regulations.vocabulary.words import NAMES

C = words.COLUMNS
Choices = Sequence[tuple[str, str, tuple[str, ...]]]


def kind_name(row: Any) -> str:
    """What its kind is called."""
    return codes.name_of(KINDS, row.committee_id, row.kind)


def level_name(row: Any) -> str:
    """What its level is called."""
    return codes.name_of(LEVELS, row.committee_id, row.level)


def _table(key: str) -> Callable[[Scope, Period], Choices]:
    """The entries of a code table with the further words by which a text may name them."""

    def choices(scope: Scope, period: Period) -> Choices:
        return [
            (one.code, one.name, tuple(word for word in str(one.extra.get("words", "")).split(NAMES) if word))
            for one in codes.entries(key, scope.committee, period.end)
        ]

    return choices


def _organs(scope: Scope, period: Period) -> Choices:
    return [(str(one.pk), one.name, ()) for one in organs_of(scope)]


def _matter_kinds(scope: Scope, period: Period) -> Choices:
    return [(one.value, str(one.label), ()) for one in MatterKind]


KIND_CUT = Cut("kind", words.CUTS["kind"], _table(KINDS), lambda value: Q(kind=value))
LEVEL_CUT = Cut("level", words.CUTS["level"], _table(LEVELS), lambda value: Q(level=value))
ORGAN_CUT = Cut("organ", words.CUTS["organ"], _organs, lambda value: Q(organ_id=int(value)))
OF_KIND = Cut("kind", words.CUTS["kind"], _table(KINDS), lambda value: Q(regulation__kind=value))
MATTER_CUT = Cut("kind", words.CUTS["kind"], _matter_kinds, lambda value: Q(kind=value))
RULE_COLUMNS = (
    Column("title", C["title"]),
    Column("kind", C["kind"], value=kind_name),
    Column("level", C["level"], value=level_name),
    Column("organ__name", C["organ"]),
    Column("committee__display", C["committee"]),
)
ISSUED_COLUMNS = (
    *RULE_COLUMNS,
    Column("out", C["number"], kind="number"),
    Column("out_as", C["document_no"]),
    Column("out_on", C["issued_on"], kind="date"),
)
REPEAL_COLUMNS = (
    *RULE_COLUMNS,
    Column("repealed_from", C["repealed_from"], kind="date"),
    Column("repeal_ground", C["repeal_ground"]),
)
DRAFT_COLUMNS = (
    Column("begun_on", C["begun_on"], kind="date"),
    Column("title", C["title"]),
    Column("number", C["number"], kind="number"),
    Column("drafter", C["drafter"]),
    Column("get_state_display", C["state"], kind="tag"),
)
MATTER_COLUMNS = (
    Column("sent_on", C["sent_on"], kind="date"),
    Column("get_kind_display", C["matter_kind"]),
    Column("title", C["matter"]),
    Column("superior", C["superior"]),
    Column("signer", C["signer"]),
    Column("until", C["until"], kind="date"),
    Column("answered_on", C["answered_on"], kind="date"),
    Column("get_answered_how_display", C["answered_how"]),
)


def _told(name: str) -> dict[str, Any]:
    told = words.TOLD[name]
    return {
        "key": f"regulations.{name}", "name": told[0], "unit": told[1], "meaning": told[2], "aliases": told[3],
    }  # fmt: skip


def _says(actions: tuple[str, ...]) -> tuple[Says, ...]:
    """Rules as official prose speaks of them: of one kind by its word, of any kind by a compound (规则制度)."""
    subjects = (*words.SUBJECTS, *words.ANY_KIND)
    return (Says(subjects=subjects, broad=words.ANY_KIND, actions=actions, units=words.UNITS),)


def _rules(name: str, query: Any, columns: tuple[Column, ...], says: tuple[Says, ...], **more: Any) -> Metric:
    return Metric(
        **_told(name), rows=query, columns=columns, says=says, cuts=(KIND_CUT, LEVEL_CUT, ORGAN_CUT),
        visible=rules.visible.rows, record_kind=KIND, rule="M24", **more,
    )  # fmt: skip


def _matters(name: str, query: Any, **more: Any) -> Metric:
    return Metric(
        **_told(name), rows=query, columns=MATTER_COLUMNS, cuts=(MATTER_CUT, ORGAN_CUT),
        visible=rules.matter_visible.rows, record_kind=MATTER, rule="M25", **more,
    )  # fmt: skip


ISSUED = _rules("issued", rows.issued, ISSUED_COLUMNS, _says(words.ISSUES))
MADE = _rules("made", rows.made, ISSUED_COLUMNS, _says(words.MAKES))
REVISED = _rules("revised", rows.revised, ISSUED_COLUMNS, _says(words.REVISES))
DRAFTED = Metric(
    **_told("drafted"), rows=rows.drafted, columns=DRAFT_COLUMNS, cuts=(OF_KIND,), visible=rules.version_visible.rows,
    record_kind=VERSION, rule="M24",
)  # fmt: skip
REPEALED = _rules("repealed", rows.repealed, REPEAL_COLUMNS, _says(words.REPEALS))
IN_FORCE = _rules(
    "in_force", rows.standing, RULE_COLUMNS, (Says(subjects=words.STANDING, units=words.UNITS),), kind=Kind.STOCK,
)  # fmt: skip
REPORTED = _matters(
    "reported", rows.reported, says=(Says(subjects=words.MATTERS, actions=words.REPORTS, units=("件", "项", "次")),)
)
ASKED = _matters("asked", rows.asked)
ANSWERED = _matters("answered", rows.answered)
IN_TIME = _matters("in_time", rows.in_time)
WAITING = _matters("waiting", rows.waiting, kind=Kind.STOCK)
LISTED = _matters("listed", rows.of_list)
LISTED_ITEMS = Distinct(**_told("listed_items"), metric=LISTED, field="item", rule="M25")
RATE = Share(**_told("answered_rate"), part=ANSWERED, whole=ASKED, rule="M25")
TIME_RATE = Share(**_told("in_time_rate"), part=IN_TIME, whole=ASKED, rule="M25")
FIGURES = (
    ISSUED, MADE, REVISED, DRAFTED, REPEALED, IN_FORCE, REPORTED, ASKED, ANSWERED, RATE, IN_TIME, TIME_RATE, WAITING,
    LISTED, LISTED_ITEMS,
)  # fmt: skip


def register() -> None:
    """Register the figures in the order of a report."""
    registry.register(*FIGURES)
