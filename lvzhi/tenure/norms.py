"""Declared parameters: who hears and decides which change, and time limits."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lvzhi.norms import codes, declare
from lvzhi.tenure.vocabulary import words

EDITORS = ("system_admin", "office", "secretary_general")
RECEIVE = "tenure.receive"
REVIEW_WITHIN = "tenure.review_within"
REVIEW_DECIDE = "tenure.review_decide"
CASE_FIRST = "tenure.case_first"
CALL_LENGTH = "tenure.call_length"


def _term(key: str, amount: int, unit: str, rule: str) -> None:
    name, _, told = words.NORMS[key]
    default = {"amount": amount, "unit": unit}
    declare(key, name, kind="term", default=default, rule=rule, editors=EDITORS, help=told)


_term(RECEIVE, 5, "working_day", "R6.1")
_term(REVIEW_WITHIN, 30, "calendar_day", "R6.1")
_term(REVIEW_DECIDE, 60, "calendar_day", "R6.1")
_term(CASE_FIRST, 30, "calendar_day", "R6.13")
_term(CALL_LENGTH, 15, "working_day", "M09")
codes.declare(
    words.BODIES,
    words.BODIES_NAME,
    [codes.row(code, name, rule="R6.1", meetings=kinds) for code, name, kinds in words.BODY_ROWS],
    extra=tuple(words.BODY_LABELS.items()),
    editors=EDITORS,
    help=words.BODIES_HELP,
)
codes.declare(
    words.PROCEDURES,
    words.PROCEDURES_NAME,
    [
        codes.row(code, name, rule=rule, hears=hears, decides=decides)
        for code, name, hears, decides, rule in words.PROCEDURE_ROWS
    ],
    extra=tuple(words.PROCEDURE_LABELS.items()),
    editors=EDITORS,
    help=words.PROCEDURES_HELP,
)


def way_of(kind: str, committee: Any, day: dt.date) -> tuple[str, str]:
    """Which body hears and which decides a kind of change on the day; "" where nobody need hear it."""
    found = next((one for one in codes.entries(words.PROCEDURES, committee, day) if one.code == kind), None)
    said = found.extra if found is not None else {}
    return str(said.get("hears") or "").strip(), str(said.get("decides") or "").strip() or words.OFFICE


def body_name(code: str, committee: Any, day: dt.date) -> str:
    """What a body is called."""
    return codes.name_of(words.BODIES, committee, code, day)


def meetings_of(code: str, committee: Any, day: dt.date) -> frozenset[str]:
    """Kinds of activity that are meetings of a body; none where it decides without one."""
    found = next((one for one in codes.entries(words.BODIES, committee, day) if one.code == code), None)
    text = str(found.extra.get("meetings") or "") if found is not None else ""
    return frozenset(word.strip() for word in text.split(words.PAUSE) if word.strip())
