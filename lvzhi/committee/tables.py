"""Tables of the committee page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

from django.urls import reverse

from lvzhi.committee.models import Committee, Organ, Session, Term
from lvzhi.committee.vocabulary import LABELS, WORDS
from lvzhi.ui import formats
from lvzhi.ui.marks import Tag
from lvzhi.ui.tables import Column, Table


def span(starts: dt.date, ends: dt.date | None) -> str:
    """Two dates as one text; an open end reads as lasting."""
    until = formats.day(ends) if ends else ""
    return f"{formats.day(starts)}—{until}" if until else f"{formats.day(starts)}{WORDS['running']}"


def _to(name: str, edits: bool) -> Callable[[Any], str | None]:
    return lambda row: reverse(name, args=[row.uid]) if edits else None


def below(rows: Iterable[Committee]) -> Table:
    """Committees directly below one."""
    columns = (
        Column("display", LABELS["name"], url=lambda row: reverse("committee:detail", args=[row.uid]), head=True),
        Column("get_level_display", LABELS["level"]),
        Column("code", LABELS["code"]),
    )
    return Table(columns, rows, empty=WORDS["none_below"])


def terms(rows: Iterable[Term], day: dt.date, edits: bool) -> Table:
    """Terms, the current one marked."""

    def state(row: Term) -> Tag:
        now = row.starts <= day and (row.ends is None or day <= row.ends)
        return Tag(WORDS["current"], "good") if now else Tag(WORDS["past"], "neutral")

    columns = (
        Column("name", WORDS["term"], url=_to("committee:term_edit", edits), head=True),
        Column("starts", WORDS["period"], value=lambda row: span(row.starts, row.ends)),
        Column("state", WORDS["state"], kind="tag", value=state),
    )
    return Table(columns, rows, empty=WORDS["none_terms"])


def sessions(rows: Iterable[Session], day: dt.date, edits: bool) -> Table:
    """Plenary sessions with their proposal windows."""

    def state(row: Session) -> Tag:
        if row.takes_on(day):
            return Tag(WORDS["now_open"], "good")
        return Tag(WORDS["window_later"], "later") if day < row.window_from else Tag(WORDS["window_over"], "neutral")

    columns = (
        Column("name", WORDS["session"], url=_to("committee:session_edit", edits), head=True),
        Column("opens", WORDS["meets"], value=lambda row: span(row.opens, row.closes)),
        Column("window_from", WORDS["window"], value=lambda row: span(row.window_from, row.window_until)),
        Column("state", WORDS["window_state"], kind="tag", value=state),
    )
    return Table(columns, rows, empty=WORDS["none_sessions"])


def organs(rows: Iterable[Organ], day: dt.date, edits: bool) -> Table:
    """Organs with the dates between which they stand."""

    def state(row: Organ) -> Tag:
        if row.stands_on(day):
            return Tag(WORDS["standing"], "good")
        return Tag(WORDS["future"], "later") if day < row.starts else Tag(WORDS["closed"], "neutral")

    columns = (
        Column("name", WORDS["organ"], url=_to("committee:organ_edit", edits), head=True),
        Column("get_kind_display", LABELS["kind"]),
        Column(
            "parent",
            LABELS["organ_parent"],
            value=lambda row: row.parent.name if row.parent else None,
            hide_on_phone=True,
        ),
        Column("starts", WORDS["period"], value=lambda row: span(row.starts, row.ends)),
        Column("state", WORDS["state"], kind="tag", value=state),
    )
    return Table(columns, rows, empty=WORDS["none_organs"])
