"""Tables of the norms pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString

from lvzhi.committee.models import Committee
from lvzhi.norms import kinds
from lvzhi.norms.calendars import Correction
from lvzhi.norms.codes import CodeSet, CodeValue
from lvzhi.norms.queries import Past
from lvzhi.norms.values import Effective
from lvzhi.norms.vocabulary import LABELS, RESTS, WORDS, WORKS, Source
from lvzhi.ui import formats
from lvzhi.ui.marks import Tag
from lvzhi.ui.tables import Column, Table

Buttons = Callable[[Any], SafeString] | None


def source_tag(one: Effective | CodeValue) -> Tag:
    """Where a value comes from, in words."""
    if one.source == Source.OWN:
        return Tag(str(Source.OWN.label), "info")
    if one.source == Source.INHERITED:
        return Tag(WORDS["from_above"].format(name=one.committee_name), "later")
    return Tag(str(Source.DEFAULT.label), "neutral")


def norms(rows: Iterable[Effective], committee: Committee) -> Table:
    """Norms with their values in force."""
    columns = (
        Column(
            "norm.name",
            WORDS["name"],
            url=lambda one: reverse("norms:one", args=[committee.uid, one.norm.key]),
            head=True,
            wide=True,
        ),
        Column("shown", WORDS["value"]),
        Column("source", WORDS["source"], kind="tag", value=source_tag),
        Column("starts", WORDS["since"], value=lambda one: formats.day(one.starts) if one.starts else None),
        Column("default", WORDS["default"], value=lambda one: kinds.show(one.norm, one.norm.default)),
        Column("norm.rule", WORDS["rule"], hide_on_phone=True),
    )
    return Table(columns, rows, empty=WORDS["none"])


def past(rows: Iterable[Past], buttons: Buttons) -> Table:
    """The history of a norm."""
    columns = (
        Column("row.starts", WORDS["since"], kind="date", head=True),
        Column("shown", WORDS["shown"]),
        Column("row.committee_name", WORDS["whose"]),
        Column("row.ground", WORDS["ground"], wide=True),
        Column("row.set_by", WORDS["set_by"]),
    )
    return Table(columns, rows, empty=WORDS["none_set"], actions=buttons)


def code_sets(rows: Iterable[tuple[CodeSet, list[CodeValue]]], committee: Committee, day: dt.date) -> Table:
    """The code tables."""
    columns = (
        Column(
            "name",
            WORDS["set_name"],
            value=lambda pair: pair[0].name,
            url=lambda pair: reverse("norms:code_set", args=[committee.uid, pair[0].key]),
            head=True,
        ),
        Column("count", WORDS["set_count"], kind="number", value=lambda pair: sum(one.open_on(day) for one in pair[1])),
        Column(
            "own",
            WORDS["set_own"],
            kind="number",
            value=lambda pair: sum(one.source == Source.OWN for one in pair[1]),
        ),
        Column("rule", WORDS["rule"], value=lambda pair: pair[0].rule, hide_on_phone=True),
    )
    return Table(columns, rows)


def codes(table: CodeSet, rows: Iterable[CodeValue], committee: Committee, day: dt.date, edits: bool) -> Table:
    """The entries of a code table on a day."""

    def state(one: CodeValue) -> Tag:
        if one.open_on(day):
            return Tag(WORDS["in_use"], "good")
        coming = one.starts is not None and day < one.starts
        return Tag(WORDS["coming"], "later") if coming else Tag(WORDS["stopped"], "neutral")

    def address(one: CodeValue) -> str | None:
        return reverse("norms:code", args=[committee.uid, table.key, one.code]) if edits else None

    columns = [
        Column("name", WORDS["code_name"], url=address, head=True, wide=True),
        Column("code", WORDS["code"]),
        *(Column(f"extra.{word}", label) for word, label in table.extra),
        Column("source", WORDS["source"], kind="tag", value=source_tag),
        Column("starts", WORDS["since"], value=lambda one: formats.day(one.starts) if one.starts else None),
        Column("ends", LABELS["code_ends"], value=lambda one: formats.day(one.ends) if one.ends else None),
        Column("state", WORDS["state"], kind="tag", value=state),
        Column("rule", WORDS["rule"], hide_on_phone=True),
    ]
    return Table(columns, rows, empty=WORDS["none_codes"])


def days(rows: Iterable[Correction], buttons: Buttons) -> Table:
    """Corrected days."""

    def works(one: Correction) -> Tag:
        return Tag(WORKS, "info") if one.works else Tag(RESTS, "good")

    columns = (
        Column(
            "day", WORDS["day"], value=lambda one: f"{formats.day(one.day)}（{formats.weekday(one.day)}）", head=True
        ),
        Column("works", LABELS["works"], kind="tag", value=works),
        Column("committee_name", WORDS["whose"]),
        Column("ground", WORDS["ground"], wide=True),
    )
    return Table(columns, rows, empty=WORDS["none_days"], actions=buttons)
