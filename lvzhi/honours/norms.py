"""Declared parameters of honours: the code tables of levels and of works, the time within which a claim is checked."""

from __future__ import annotations

from lvzhi.honours import vocabulary as words
from lvzhi.norms import codes, declare

EDITORS = ("system_admin", "office", "secretary_general")
CONFIRM = "honours.confirm_due"
codes.declare(
    words.LEVELS, words.LEVELS_NAME,
    [codes.row(code, name, rule="M21", words=said) for code, name, said in words.LEVEL_ROWS],
    extra=(("words", words.SAID_LABEL),), editors=EDITORS,
)  # fmt: skip
codes.declare(
    words.WORKS, words.WORKS_NAME,
    [codes.row(code, name, rule="M21", words=said) for code, name, said in words.WORK_ROWS],
    extra=(("words", words.SAID_LABEL),), editors=EDITORS,
)  # fmt: skip
declare(
    CONFIRM, "荣誉核实期限（申报起）", kind="term", default={"amount": 10, "unit": "working_day"}, rule="house",
    editors=EDITORS,
)  # fmt: skip
