"""Tables of the self-check and of the burden meter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString

from lvzhi.easing.queries import Again, Asked, Line, Meter, Row, Section
from lvzhi.easing.queries.meter import role_name
from lvzhi.easing.vocabulary import (
    AGAIN,
    BROKEN,
    COLUMNS,
    JOINER,
    KEPT,
    METER,
    MONTH,
    NO_ROWS,
    NONE,
    OWN_WORDS,
    STEP_FIELD,
    TREND,
)
from lvzhi.ui.marks import Tag
from lvzhi.ui.sparks import spark
from lvzhi.ui.tables import Column, Table

NOBODY = "none"  # in addresses: logins without a post in the committee
BY_FORM = frozenset({"fields", "required", "again"})


def section_table(section: Section) -> Table:
    """The checks of a ban: setting, present value, proof, verdict."""
    columns = (
        Column("name", "检查什么", value=lambda row: row.check.name, head=True, wide=True),
        Column("setting", "设置和现在的值", value=lambda row: row.setting, url=lambda row: row.setting_url),
        Column("said", "依据", value=lambda row: row.found.said, url=lambda row: row.found.address, wide=True),
        Column("good", "结果", kind="tag", value=verdict, short=True),
    )
    return Table(columns, rows=section.lines)


def verdict(line: Line) -> Tag:
    """Kept, or which rule is broken."""
    return Tag(KEPT, "good") if line.found.good else Tag(BROKEN, "bad")


def again_table(rows: Sequence[Again]) -> Table:
    """Controls that ask for what is known."""
    columns = (
        Column("label", COLUMNS["field"], head=True),
        Column(
            "asks",
            COLUMNS["asks"],
            value=lambda row: STEP_FIELD.format(workflow=row.workflow.name, step=row.step.name),
            url=lambda row: reverse("workflow:one", args=[row.workflow.key]),
        ),
        Column("reason", COLUMNS["reason"], value=lambda row: row.reason or AGAIN, wide=True),
    )
    return Table(columns, rows=rows, empty=NO_ROWS)


def asked_table(rows: Iterable[Asked]) -> Table:
    """What the steps of all procedures ask, those that ask most first."""
    found = sorted((one for one in rows if one.fields), key=lambda one: (-one.fields, one.event))
    columns = (
        Column("name", "办理", value=lambda row: row.name, head=True),
        Column("workflow", "流程", value=lambda row: row.workflow.name),
        Column("fields", METER["fields"], kind="number"),
        Column("required", METER["required"], kind="number"),
    )
    return Table(columns, rows=found, empty=NO_ROWS)


def _address(what: str, role: str, month: dt.date) -> str:
    return reverse("easing:rows", args=[what, role or NOBODY, month.strftime("%Y-%m")])


def meter_table(found: Meter, month: dt.date) -> Table:
    """A line for each post: the numbers of the month, and controls filled in month by month."""

    def trend(role: str) -> SafeString:
        values = [found.value("fields", role, one) for one in found.months]
        told = TREND.format(name=METER["fields"], months=len(values), values=JOINER.join(map(str, values)))
        return spark([Decimal(one) for one in values], told)

    def number(what: str, role: Any) -> int:
        return found.value(what, role, month)

    columns = [Column("role", COLUMNS["role"], value=role_name, head=True)]
    columns += [
        Column(what, label, value=partial(number, what), kind="number", url=partial(_number_url, what, month))
        for what, label in METER.items()
    ]
    columns.append(Column("trend", COLUMNS["trend"].format(months=len(found.months)), value=trend))
    return Table(tuple(columns), rows=found.roles, empty=NONE)


def _number_url(what: str, month: dt.date, role: Any) -> str:
    return _address(what, role, month)


def rows_table(rows: Sequence[Row], *, forms: bool) -> Table:
    """What a number is made of; controls have how many there are each time."""
    columns = [
        Column("what", COLUMNS["what"], head=True, wide=True),
        Column("times", COLUMNS["times"], kind="number"),
    ]
    if forms:
        columns += [Column("each", COLUMNS["each"], kind="number"), Column("sum", COLUMNS["sum"], kind="number")]
    return Table(tuple(columns), rows=rows, empty=NO_ROWS)


def number_words(what: str, role: str, month: dt.date) -> str:
    """Which number it is."""
    said = MONTH.format(year=month.year, month=month.month)
    return OWN_WORDS.format(name=METER[what], month=said, role=role_name(role))
