"""How organisations, what is required of them, meetings and deeds are shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from lvzhi.norms import codes
from lvzhi.party.models import Deed, Meeting
from lvzhi.party.queries import Slot
from lvzhi.party.queries.addresses import deed_address, meeting_address
from lvzhi.party.vocabulary import (
    COLUMNS,
    DEED_TONES,
    MEETING_TONES,
    MEETINGS,
    NO_DEED,
    NO_MEETING,
    QUARTER_NAME,
    STANDING_TONES,
    VOIDED,
    DeedState,
    MeetingState,
    Standing,
)
from lvzhi.ui.marks import Tag
from lvzhi.ui.tables import Column, Table

QUARTERS = (1, 4, 7, 10)


def kind_name(meeting: Any) -> str:
    """What the kind of a meeting was called on its day."""
    return codes.name_of(MEETINGS, meeting.committee_id, meeting.kind, meeting.held_on)


def meeting_tag(meeting: Meeting) -> Tag:
    """Where a meeting is; a voided one says so first."""
    if meeting.voided_at is not None:
        return Tag(VOIDED, "bad", "ban")
    return Tag(meeting.get_state_display(), MEETING_TONES[MeetingState(meeting.state)])  # type: ignore[arg-type]  # reason: the table holds tones


def deed_tag(deed: Deed) -> Tag:
    """Where a deed is; a voided one says so first."""
    if deed.voided_at is not None:
        return Tag(VOIDED, "bad", "ban")
    return Tag(deed.get_state_display(), DEED_TONES[DeedState(deed.state)])  # type: ignore[arg-type]  # reason: as above


def slot_tag(standing: Standing) -> Tag:
    """How far something required is."""
    return Tag(str(standing.label), STANDING_TONES[standing])  # type: ignore[arg-type]  # reason: as above


def slot_lines(slots: Sequence[Slot]) -> list[dict[str, Any]]:
    """What is required kind by kind, each with its months, quarter or year."""
    found: dict[str, dict[str, Any]] = {}
    for one in slots:
        kind = found.setdefault(one.kind, {"name": one.name, "parts": []})
        kind["parts"].append({"slot": one, "tag": slot_tag(one.standing), "standing": one.standing.value})
    return list(found.values())


def quarter_tabs(day: dt.date) -> list[dict[str, Any]]:
    """The four quarters of a year, the one of ``day`` open."""
    return [
        {
            "label": QUARTER_NAME.format(year=day.year, number=number),
            "url": f"?day={dt.date(day.year, month, 1).isoformat()}",
            "active": (day.month - 1) // len(QUARTERS[1:]) + 1 == number,
        }
        for number, month in enumerate(QUARTERS, start=1)
    ]


MEETING_COLUMNS = (
    Column("held_on", COLUMNS["held_on"], kind="date", short=True),
    Column("kind", COLUMNS["meeting"], value=kind_name, short=True),
    Column("title", COLUMNS["title"], url=meeting_address, wide=True, head=True),
    Column("came", COLUMNS["came"], value=lambda row: row.came or None, kind="number"),
    Column("due", COLUMNS["due"], value=lambda row: row.due or None, kind="number"),
    Column("state", COLUMNS["state"], value=meeting_tag, kind="tag"),
)
DEED_COLUMNS = (
    Column("done_on", COLUMNS["done_on"], kind="date", short=True),
    Column("title", COLUMNS["deed"], url=deed_address, wide=True, head=True),
    Column("name", COLUMNS["person"], short=True),
    Column("body.name", COLUMNS["body"]),
    Column("state", COLUMNS["state"], value=deed_tag, kind="tag"),
)


def meetings_table(rows: Sequence[Meeting]) -> Table:
    """What an organisation held in a quarter."""
    return Table(MEETING_COLUMNS, rows=rows, empty=NO_MEETING)


def deeds_table(page: Any, params: Any) -> Table:
    """Deeds of a year."""
    return Table(DEED_COLUMNS, page=page, params=params, empty=NO_DEED)
