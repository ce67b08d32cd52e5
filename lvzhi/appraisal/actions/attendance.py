"""Attendance of a quarter: everybody was there but those named, typed or from a sheet (R8.4)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from lvzhi.access import Refusal
from lvzhi.appraisal import queries
from lvzhi.appraisal.models import StaffLine, StaffRound
from lvzhi.appraisal.vocabulary import BLANKS, SHEET, LineState
from lvzhi.exchange.columns import Column
from lvzhi.exchange.errors import BadFile
from lvzhi.exchange.sheets import read
from lvzhi.workflow.declare import Taking

Away = dict[str, Decimal]
FIELDS = {"leave": "leave_days", "sick": "sick_days", "absent": "absent_days", "late": "late_times"}
COLUMNS = (
    Column("name", SHEET["name"], required=True),
    *(Column(key, SHEET[key], kind="decimal") for key in ("leave", "sick", "absent")),
    Column("late", SHEET["late"], kind="int", aliases=(SHEET["late"][:2], SHEET["late"][2:])),
)
SAID = re.compile(
    "(?P<word>" + "|".join([SHEET["leave"], SHEET["sick"], SHEET["absent"], SHEET["late"], *COLUMNS[-1].aliases])
    + r")\s*(?P<count>\d+(?:\.\d)?)"
)  # fmt: skip
KEYS = {SHEET[key]: key for key in FIELDS} | dict.fromkeys(COLUMNS[-1].aliases, "late")
GAPS = re.compile(BLANKS)


def _typed(text: str) -> list[tuple[int, str, Away]]:
    """Lines as (number, name, days away).

    Raises:
        Refusal: a line that says something else.
    """
    found = []
    for number, whole in enumerate(text.splitlines(), 1):
        if not whole.strip():
            continue
        away: Away = {}
        for part in SAID.finditer(whole):
            key = KEYS[part["word"]]
            away[key] = away.get(key, Decimal(0)) + Decimal(part["count"])
        name = GAPS.sub("", SAID.sub("", whole))
        if not name or not away or any(sign.isdigit() for sign in name):
            raise Refusal("appraisal.line_unread", field="exceptions", row=number, text=whole.strip())
        found.append((number, name, away))
    return found


def _from_sheet(upload: Any) -> list[tuple[int, str, Away]]:
    """Rows of a sheet.

    Raises:
        Refusal: the file cannot be read, or a row of it.
    """
    try:
        sheet = read(upload, upload.name, COLUMNS)
    except BadFile as bad:
        raise Refusal("appraisal.sheet_row", field="sheet", row=1, problem=bad.sentence) from bad
    wrong = next((one for one in sheet.findings if one.level == "error"), None)
    if wrong is not None:
        raise Refusal("appraisal.sheet_row", field="sheet", row=wrong.row, problem=wrong.sentence)
    return [
        (row.number, str(row.values["name"]), {key: Decimal(str(row.values.get(key) or 0)) for key in FIELDS})
        for row in sheet.rows
    ]


def _matched(appraisal: StaffRound, rows: list[tuple[int, str, Away]], due: Decimal, field: str) -> Mapping[int, Away]:
    """Days away by line; every name is on the list, once, and nobody was away longer than there were days."""
    known = {one.called: one for one in queries.lines_of(appraisal)}
    found: dict[int, Away] = {}
    for number, name, away in rows:
        line = known.get(name)
        if line is None:
            raise Refusal("appraisal.name_unknown", field=field, row=number, name=name)
        if line.pk in found:
            raise Refusal("appraisal.name_twice", field=field, row=number, name=name)
        gone = sum((count for key, count in away.items() if key != "late"), Decimal(0))
        if gone > due:
            raise Refusal("appraisal.days_more", field=field, name=name, away=gone, due=due)
        found[line.pk] = away
    return found


def _given(taking: Taking) -> Mapping[int, Away]:
    due: Decimal = taking.answers["due"]
    if taking.step.key == "attend_sheet":
        upload = taking.answers["sheet"]
        upload.seek(0)
        return _matched(taking.record, _from_sheet(upload), due, "sheet")
    return _matched(taking.record, _typed(taking.answers["exceptions"]), due, "exceptions")


def check_attendance(taking: Taking) -> None:
    """Every line can be read and fits the list."""
    _given(taking)


def note_attendance(taking: Taking) -> None:
    """Effect of 录入季度考勤: of everybody, in place of what stood there."""
    away = _given(taking)
    lines = [one for one in queries.lines_of(taking.record) if one.state != LineState.EXEMPT]
    for one in lines:
        _note(one, taking.answers["due"], away.get(one.pk, {}))
    taking.facts["count"] = len(lines)


def _note(line: StaffLine, due: Decimal, away: Away) -> None:
    line.due_days = due
    for key, field in FIELDS.items():
        setattr(line, field, int(away.get(key, 0)) if key == "late" else away.get(key, Decimal(0)))
    line.save()


check_sheet, note_sheet = check_attendance, note_attendance
