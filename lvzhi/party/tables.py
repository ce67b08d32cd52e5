"""How organisations, what is required of them, meetings and deeds are shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.party.models import Deed, Meeting
from lvzhi.party.queries import Slot, quarter_span
from lvzhi.party.queries.addresses import deed_address, meeting_address
from lvzhi.party.queries.rhythm import DAY, MONTHS
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

SHOWN = 4


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
    """The quarter of today and those before it, the newest first; the one of ``day`` is open."""
    first, _ = quarter_span(day)
    shown: list[dt.date] = []
    start, _ = quarter_span(clock.today())
    while len(shown) < SHOWN:
        shown.append(start)
        start, _ = quarter_span(start - DAY)
    return [_tab(one, first) for one in sorted({*shown, first}, reverse=True)]


def _tab(start: dt.date, first: dt.date) -> dict[str, Any]:
    number = (start.month - 1) // MONTHS["quarter"] + 1
    label = QUARTER_NAME.format(year=start.year, number=number)
    return {"label": label, "url": f"?day={start.isoformat()}", "active": start == first}


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
