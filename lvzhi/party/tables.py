"""How organisations, what is required of them, meetings and deeds are shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.party.models import Appraisal, Appraised, Deed, Duty, Meeting, PointVisit
from lvzhi.party.queries import Slot, quarter_span
from lvzhi.party.queries.addresses import (
    appraisal_address,
    deed_address,
    duty_address,
    line_address,
    meeting_address,
)
from lvzhi.party.queries.rhythm import DAY, MONTHS
from lvzhi.party.vocabulary import (
    APPRAISAL_TONES,
    COLUMNS,
    DEED_TONES,
    DUTY_TONES,
    GRADES,
    LINE_TONES,
    MEETING_TONES,
    MEETINGS,
    NO_APPRAISAL,
    NO_DEED,
    NO_DUTY,
    NO_LINE,
    NO_MEETING,
    NO_VISIT,
    OVERDUE,
    QUARTER_NAME,
    STANDING_TONES,
    UNGRADED,
    VOIDED,
    AppraisalState,
    DeedState,
    DutyState,
    LineState,
    MeetingState,
    Standing,
)
from lvzhi.party.vocabulary.sheet import KEPT_OUT, NOTE
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


def appraisal_tag(appraisal: Appraisal) -> Tag:
    """Where an appraisal is; a voided one says so first."""
    if appraisal.voided_at is not None:
        return Tag(VOIDED, "bad", "ban")
    return Tag(appraisal.get_state_display(), APPRAISAL_TONES[AppraisalState(appraisal.state)])  # type: ignore[arg-type]  # reason: the table holds tones


def line_tag(line: Appraised) -> Tag:
    """Where a member's line is."""
    return Tag(line.get_state_display(), LINE_TONES[LineState(line.state)])  # type: ignore[arg-type]  # reason: as above


def duty_tag(duty: Duty) -> Tag:
    """Where a duty is; overdue says so, a voided one first."""
    if duty.voided_at is not None:
        return Tag(VOIDED, "bad", "ban")
    if duty.state == DutyState.OPEN and duty.finish_by < clock.today():
        return Tag(OVERDUE, "bad", "clock")
    return Tag(duty.get_state_display(), DUTY_TONES[DutyState(duty.state)])  # type: ignore[arg-type]  # reason: as above


def visit_tag(visit: PointVisit) -> Tag | None:
    """A voided visit says so."""
    return Tag(VOIDED, "bad", "ban") if visit.voided_at is not None else None


def grade_words(line: Appraised, day: dt.date) -> str:
    """What the grade was called on the day; that there is none yet."""
    return codes.name_of(GRADES, line.committee_id, line.grade, day) if line.grade else UNGRADED


APPRAISAL_COLUMNS = (
    Column("year", COLUMNS["year"], kind="number"),
    Column("body.name", COLUMNS["body"], url=appraisal_address, wide=True, head=True),
    Column("count", COLUMNS["count"], kind="number"),
    Column("written", COLUMNS["account"], kind="number"),
    Column("state", COLUMNS["state"], value=appraisal_tag, kind="tag"),
)
VISIT_COLUMNS = (
    Column("visited_on", COLUMNS["visited_on"], kind="date", short=True),
    Column("text", COLUMNS["text"], wide=True, head=True),
    Column("state", COLUMNS["state"], value=visit_tag, kind="tag"),
)
DUTY_COLUMNS = (
    Column("item", COLUMNS["item"], url=duty_address, wide=True, head=True),
    Column("detail", COLUMNS["detail"], wide=True),
    Column("finish_by", COLUMNS["finish_by"], kind="date", short=True),
    Column("done_on", COLUMNS["finished_on"], kind="date", short=True),
    Column("state", COLUMNS["state"], value=duty_tag, kind="tag"),
)


def appraisals_table(page: Any, params: Any) -> Table:
    """Appraisals of a committee."""
    return Table(APPRAISAL_COLUMNS, page=page, params=params, empty=NO_APPRAISAL)


def lines_table(rows: Sequence[Appraised], votes: dict[str, str], day: dt.date, *, graded: bool) -> Table:
    """Members of an appraisal for who reads all grades: account, votes where there was a ballot, grade."""
    columns = [
        Column("name", COLUMNS["person"], url=line_address, head=True, value=lambda row: row.called),
        Column("state", COLUMNS["account"], value=lambda row: Tag(*_account(row)), kind="tag"),
    ]
    if votes:
        columns.append(Column("votes", COLUMNS["votes"], value=lambda row: votes.get(row.called, ""), wide=True))
    if graded:
        columns.append(Column("grade", COLUMNS["grade"], value=lambda row: grade_words(row, day), short=True))
    return Table(tuple(columns), rows=rows, empty=NO_LINE)


def _account(row: Appraised) -> tuple[str, Any]:
    state = LineState.WRITTEN if row.text else LineState.WAITING
    return str(state.label), LINE_TONES[state]


def visits_table(rows: Sequence[PointVisit]) -> Table:
    """Visits to a contact point."""
    return Table(VISIT_COLUMNS, rows=rows, empty=NO_VISIT)


def duties_groups(rows: Sequence[Duty]) -> list[dict[str, Any]]:
    """Lists of duties person by person, with how many are done."""
    found: dict[int, list[Duty]] = {}
    for one in rows:
        found.setdefault(one.person_id, []).append(one)
    return [
        {
            "name": several[0].name,
            "done": sum(one.state == DutyState.DONE for one in several),
            "count": len(several),
            "table": Table(DUTY_COLUMNS, rows=several, empty=NO_DUTY),
        }
        for several in found.values()
    ]


def remarks_table(rows: Sequence[Any]) -> Table:
    """What is said of the rows of a sheet."""
    columns = (
        Column("row", COLUMNS["row"], kind="number"),
        Column("sentence", COLUMNS["remark"], wide=True, head=True),
        Column("kept", COLUMNS["kept_out"], value=lambda one: Tag(*_kept(one)), kind="tag"),
    )
    return Table(columns, rows=rows, empty="")


def _kept(one: Any) -> tuple[str, Any]:
    return (KEPT_OUT, "bad") if one.keeps_out else (NOTE, "info")
