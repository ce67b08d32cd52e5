"""Tables of the directory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from lvzhi.committee.models import Committee
from lvzhi.directory.actions.imports import Problem
from lvzhi.directory.ground import SYSTEM
from lvzhi.directory.models import Unit
from lvzhi.directory.vocabulary import LABELS, WORDS
from lvzhi.norms import codes
from lvzhi.ui import formats
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table


def span(starts: dt.date, ends: dt.date | None) -> str:
    """The dates between which a unit stands."""
    return f"{formats.day(starts)}—{formats.day(ends)}" if ends else f"{formats.day(starts)}{WORDS['lasting']}"


def state_of(unit: Unit, day: dt.date) -> Tag:
    """Whether the unit stands, as a tag."""
    if unit.stands_on(day):
        return Tag(WORDS["standing"], "good")
    return Tag(WORDS["coming"], "later") if day < unit.starts else Tag(WORDS["ended"], "neutral")


def units(page: Page[Unit], committee: Committee, day: dt.date, params: Mapping[str, Any]) -> Table:
    """A page of units."""
    names = {one.code: one.name for one in codes.entries(SYSTEM, committee, day)}
    columns = (
        Column("name", LABELS["name"], url=lambda unit: reverse("directory:detail", args=[unit.uid]), head=True),
        Column("short_name", LABELS["short_name"], hide_on_phone=True),
        Column("get_kind_display", LABELS["kind"]),
        Column("system", LABELS["system"], value=lambda unit: names.get(unit.system, unit.system)),
        Column("starts", WORDS["span"], value=lambda unit: span(unit.starts, unit.ends)),
        Column("state", WORDS["state"], kind="tag", value=lambda unit: state_of(unit, day)),
    )
    return Table(columns, page=page, params=params, empty=WORDS["none"], empty_hint=WORDS["none_hint"])


def problems(rows: list[Problem]) -> Table:
    """What is wrong with the rows of a file."""

    def level(row: Problem) -> Tag:
        return Tag(WORDS["kept_out"], "bad") if row.keeps_out else Tag(WORDS["note"], "info")

    columns = (
        Column("row", WORDS["row"], kind="number", head=True),
        Column("sentence", WORDS["problem"], wide=True),
        Column("level", WORDS["state"], kind="tag", value=level),
    )
    return Table(columns, rows)
