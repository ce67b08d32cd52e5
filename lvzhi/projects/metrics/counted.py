"""Figures of projects: taken part in, under leaders' care, brought in, applied for; visits, money (R11.6, R11.7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Q

from lvzhi.committee.queries import organ_choices, organs_of
from lvzhi.committee.scope import Scope
from lvzhi.metrics.declare import Column, Cut, Distinct, Metric, Says, Sum
from lvzhi.metrics.periods import Period
from lvzhi.metrics.vocabulary import Kind
from lvzhi.norms import codes
from lvzhi.projects import queries, rules
from lvzhi.projects.vocabulary import figures as words
from lvzhi.projects.vocabulary.codes import KINDS, SOURCES
from lvzhi.projects.vocabulary.states import Stage, Way
from lvzhi.projects.vocabulary.words import NAMES

KIND = queries.KIND
C = words.COLUMNS
Choices = Sequence[tuple[str, str, tuple[str, ...]]]


def kind_name(row: Any) -> str:
    """What its kind was called on the day it was taken up."""
    return codes.name_of(KINDS, row.committee_id, row.kind, row.taken_on)


def source_name(row: Any) -> str:
    """What the source of the money was called on the day it came."""
    return codes.name_of(SOURCES, row.committee_id, row.source, row.got_on)


def _table(key: str) -> Callable[[Scope, Period], Choices]:
    """The entries of a code table with the further words by which a text may name them."""

    def choices(scope: Scope, period: Period) -> Choices:
        return [
            (one.code, one.name, tuple(word for word in str(one.extra.get("words", "")).split(NAMES) if word))
            for one in codes.entries(key, scope.committee, period.end)
        ]

    return choices


def _organs(scope: Scope, period: Period) -> Choices:
    return organ_choices(organs_of(scope), period.end)


def _labels(states: Any) -> Callable[[Scope, Period], Choices]:
    return lambda scope, period: [(one.value, str(one.label), ()) for one in states]


KIND_CUT = Cut("kind", words.CUTS["kind"], _table(KINDS), lambda value: Q(kind=value))
WAY_CUT = Cut("way", words.CUTS["way"], _labels(Way), lambda value: Q(way=value))
STAGE_CUT = Cut("stage", words.CUTS["stage"], _labels(Stage), lambda value: Q(state=value))
ORGAN_CUT = Cut("organ", words.CUTS["organ"], _organs, lambda value: Q(organ_id=int(value)))
OF_KIND = Cut("kind", words.CUTS["kind"], _table(KINDS), lambda value: Q(project__kind=value))
SOURCE_CUT = Cut("source", words.CUTS["source"], _table(SOURCES), lambda value: Q(source=value))
CUTS = (KIND_CUT, WAY_CUT, STAGE_CUT, ORGAN_CUT)
COLUMNS = (
    Column("title", C["title"]),
    Column("committee__display", C["committee"]),
    Column("way", C["way"], value=lambda row: str(Way(row.way).label)),
    Column("kind", C["kind"], value=kind_name),
    Column("owner", C["owner"]),
    Column("amount", C["amount"], kind="money"),
    Column("signed_on", C["signed_on"], kind="date"),
    Column("signed_amount", C["signed_amount"], kind="money"),
    Column("state", C["state"], value=lambda row: str(Stage(row.state).label), kind="tag"),
)
CHARGE_COLUMNS = (
    Column("name", C["leader"]),
    Column("post", C["post"]),
    Column("project__title", C["title"]),
    Column("get_duty_display", C["duty"]),
    Column("since", C["since"], kind="date"),
    Column("until", C["until"], kind="date"),
)
VISIT_COLUMNS = (
    Column("went_on", C["went_on"], kind="date"),
    Column("project__title", C["title"]),
    Column("by", C["by"]),
    Column("words", C["words"]),
)
FUND_COLUMNS = (
    Column("got_on", C["got_on"], kind="date"),
    Column("project__title", C["title"]),
    Column("amount", C["amount_in"], kind="money"),
    Column("source", C["source"], value=source_name),
    Column("proof", C["proof"]),
    Column("beneficiaries", C["beneficiaries"], kind="number"),
    Column("words", C["fund_words"]),
)


def of_projects(name: str, rows: Any, says: tuple[Says, ...], *, flow: bool = False, rule: str = "R11.6",
              kind: str = "") -> Metric:  # fmt: skip
    """A count of projects with the columns and dimensions that all of them share."""
    told = words.TOLD[name]
    return Metric(
        key=f"projects.{name}", name=told[0], unit=told[1], meaning=told[2], aliases=told[3], rows=rows, says=says,
        kind=kind or (Kind.FLOW if flow else Kind.STANDING), columns=COLUMNS, cuts=CUTS, visible=rules.visible.rows,
        record_kind=KIND, rule=rule,
    )  # fmt: skip


def _beside(name: str, rows: Any, columns: tuple[Column, ...], cuts: tuple[Cut, ...], **more: Any) -> Metric:
    """A count of what hangs on projects."""
    told = words.TOLD[name]
    return Metric(
        key=f"projects.{name}", name=told[0], unit=told[1], meaning=told[2], aliases=told[3], rows=rows,
        columns=columns, cuts=cuts, visible=rules.of_visible, rule="R11.6", **more,
    )  # fmt: skip


def sum_of(name: str, metric: Metric, field: str, says: tuple[Says, ...] = (), rule: str = "R11.6") -> Sum:
    told = words.TOLD[name]
    return Sum(
        key=f"projects.{name}", name=told[0], unit=told[1], meaning=told[2], aliases=told[3], metric=metric,
        field=field, says=says, rule=rule,
    )  # fmt: skip


PROJECTS = of_projects(
    "projects", queries.taken_part, rule="R11.7",
    says=(Says(subjects=words.SUBJECTS, actions=words.TAKES_PART, units=words.UNITS),),
)  # fmt: skip
CARED = of_projects(
    "cared", queries.cared, (Says(subjects=words.SUBJECTS, actions=words.CARES, units=words.UNITS),)
)  # fmt: skip
INVESTED = of_projects(
    "invested",
    queries.invested,
    (
        Says(subjects=words.BROUGHT, units=words.UNITS, excludes=words.NOT_ALL),
        Says(subjects=words.SUBJECTS, actions=words.ATTRACTS, units=words.UNITS, excludes=words.NOT_ALL),
    ),
    rule="R11.7",
)
SIGNED = of_projects(
    "signed", queries.signed, flow=True, rule="R11.7",
    says=(Says(subjects=(*words.SUBJECTS, *words.INVESTED), actions=words.SIGNS, units=words.UNITS),),
)  # fmt: skip
APPLIED = of_projects(
    "applied", queries.applied, (Says(subjects=words.SUBJECTS, actions=words.APPLIES, units=words.UNITS),), flow=True
)  # fmt: skip
DEEDS = of_projects(
    "deeds", queries.deeds, (Says(subjects=words.DEEDS, actions=words.FINISHES, units=("件", "项", "个")),), flow=True
)  # fmt: skip
AMOUNT = sum_of("amount", PROJECTS, "amount", rule="R11.7")
SIGNED_AMOUNT = sum_of(
    "signed_amount", SIGNED, "signed_amount", rule="R11.7",
    says=(Says(subjects=(*words.INVESTMENT, *words.SUBJECTS, *words.INVESTED), actions=words.SIGNS, units=("元",)),),
)  # fmt: skip
CHARGES = _beside("charges", queries.charges, CHARGE_COLUMNS, (OF_KIND,), kind=Kind.STANDING)
LEADERS = Distinct(
    key="projects.leaders", name=words.TOLD["leaders"][0], unit=words.TOLD["leaders"][1],
    meaning=words.TOLD["leaders"][2], metric=CHARGES, field="who", rule="R11.6",
    says=(Says(subjects=words.LEADERS, actions=words.CARES, units=("名", "位", "人")),),
)  # fmt: skip
VISITS = _beside(
    "visits", queries.visits, VISIT_COLUMNS, (OF_KIND,),
    says=(Says(subjects=words.SITES, actions=words.VISITS, units=("次", "人次", "场次")),),
)  # fmt: skip
GRANTS = _beside("grants", queries.granted, FUND_COLUMNS, (SOURCE_CUT, OF_KIND))
FUNDS = sum_of(
    "funds", GRANTS, "amount", (Says(subjects=words.FUNDS, actions=words.OBTAINS, units=("元",)),)
)  # fmt: skip
BENEFICIARIES = sum_of(
    "beneficiaries", GRANTS, "beneficiaries",
    (Says(subjects=words.PUBLIC, actions=words.BENEFITS, units=words.HEADS, trailing=True),),
)  # fmt: skip
ARRIVALS = _beside("arrivals", queries.arrived, FUND_COLUMNS, (SOURCE_CUT, OF_KIND))
ARRIVED = sum_of(
    "arrived", ARRIVALS, "amount", rule="R11.7",
    says=(Says(subjects=words.INVESTMENT, actions=words.ARRIVES, units=("元",)),
        Says(subjects=words.ARRIVED, units=("元",)),),
)  # fmt: skip
FIGURES = (
    PROJECTS, CARED, LEADERS, CHARGES, VISITS, INVESTED, SIGNED, AMOUNT, SIGNED_AMOUNT, ARRIVALS, ARRIVED, APPLIED,
    GRANTS, FUNDS, BENEFICIARIES, DEEDS,
)  # fmt: skip
