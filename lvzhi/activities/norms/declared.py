"""The tables of kinds and reasons, the parameters of planning, attendance and leave."""

from __future__ import annotations

from typing import Any

from lvzhi.activities.vocabulary import FRACTIONS, KINDS, LEAVE_REASONS, NORMS, REASONS, REASONS_NAME
from lvzhi.activities.vocabulary.arrivals import ARRIVAL_NORMS
from lvzhi.activities.vocabulary.kinds import EXTRA_LABELS, SET, SET_HELP, SET_NAME
from lvzhi.activities.vocabulary.plenary import SPEECH_NORMS
from lvzhi.norms import codes, declare

EDITORS = ("system_admin", "office")


def _declare(key: str, **rest: Any) -> None:
    name, unit, words = (NORMS | ARRIVAL_NORMS | SPEECH_NORMS)[f"activities.{key}"]
    declare(f"activities.{key}", name, unit=unit, help=words, editors=EDITORS, **rest)


def _days(amount: int, unit: str = "calendar_day") -> dict[str, Any]:
    return {"amount": amount, "unit": unit}


codes.declare(
    SET,
    SET_NAME,
    [
        codes.row(code, name, rule=rule, family=str(family.label), words=further, **extra)
        for code, name, family, rule, extra, further in KINDS
    ],
    extra=EXTRA_LABELS,
    editors=EDITORS,
    help=SET_HELP,
)
codes.declare(REASONS, REASONS_NAME, LEAVE_REASONS, rule="R6.6", editors=EDITORS)
_declare("title_length", kind="int", default=80, least=10, most=200, rule="R5.4")
_declare("present_fraction", kind="choice", default="2/3", choices=FRACTIONS, rule="R6.6")
_declare("late_after", kind="term", default=_days(7), rule="R6.13")
_declare("hours_morning", kind="text", default="09:00-12:00", most=11, rule="R6.13")
_declare("hours_afternoon", kind="text", default="14:30-17:30", most=11, rule="R6.13")
_declare("hours_evening", kind="text", default="19:00-21:00", most=11, rule="R6.13")
_declare("second_person", kind="bool", default=True, rule="R6.13")
_declare("leave_after", kind="term", default=_days(3), rule="R6.5")
_declare("leave_decide", kind="term", default=_days(2, "working_day"), rule="R6.13")
_declare("leave_most", kind="int", default=0, least=0, most=50, rule="R6.13")
_declare("absences_plenary", kind="int", default=3, least=1, most=10, rule="R6.6")
_declare("absences_year", kind="int", default=3, least=1, most=20, rule="R6.7")
_declare("absences_term", kind="int", default=7, least=1, most=50, rule="R6.7")
_declare("feed_back", kind="term", default=_days(90), rule="R5.4")
_declare("sheet_rows", kind="int", default=10_000, least=100, most=100_000, rule="R0.6")
_declare("sheet_megabytes", kind="int", default=10, least=1, most=100, rule="R0.6")
_declare("device_hours", kind="int", default=12, least=1, most=240, rule="R6.13")
_declare("device_entries", kind="int", default=2_000, least=50, most=20_000, rule="R6.13")
_declare("late_minutes", kind="int", default=10, least=0, most=120, rule="R6.12")
_declare("skew_minutes", kind="int", default=2, least=1, most=60, rule="R6.13")
_declare("speech_length", kind="int", default=2_000, least=500, most=10_000, rule="M37")
_declare("speech_before", kind="int", default=0, least=0, most=60, rule="M37")
