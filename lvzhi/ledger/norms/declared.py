"""Limits, terms and tables: national or proposed defaults, set by each committee from a day on (rules.md §9, §14)."""

from __future__ import annotations

from lvzhi.ledger.vocabulary import codes as words
from lvzhi.ledger.vocabulary.words import NORMS
from lvzhi.norms import codes, declare

EDITORS = ("system_admin", "office")


def _number(key: str, default: int, least: int, most: int, rule: str) -> None:
    name, unit = NORMS[key]
    declare(key, name, kind="int", unit=unit, default=default, least=least, most=most, rule=rule, editors=EDITORS)


def _term(key: str, amount: int, unit: str, rule: str) -> None:
    declare(
        key, NORMS[key][0], kind="term", default={"amount": amount, "unit": unit}, rule=rule, editors=EDITORS
    )  # fmt: skip


_number("ledger.text_most", 500, 50, 5000, "R9.7")
_number("ledger.lines_most", 100, 5, 500, "R9.7")
_number("ledger.import_rows", 5000, 100, 50000, "R9.7")
_number("ledger.import_mb", 20, 1, 200, "R9.7")
_term("ledger.problem_due", 90, "calendar_day", "R9.5")
_term("ledger.advice_due", 60, "calendar_day", "R3.11")
_term("ledger.look_back_after", 6, "month", "R9.5")
declare(
    "ledger.five_needed", NORMS["ledger.five_needed"][0], kind="bool", default=False, rule="R9.2", editors=EDITORS
)  # fmt: skip
codes.declare(
    words.SOURCES,
    words.SOURCES_NAME,
    [codes.row(code, name, rule=rule, words=more) for code, name, rule, more in words.SOURCE_ROWS],
    extra=(("words", words.SAID_LABEL),),
    editors=EDITORS,
)
codes.declare(
    words.THEMES,
    words.THEMES_NAME,
    [codes.row(code, name, rule=rule) for code, name, rule in words.THEME_ROWS],
    editors=EDITORS,
)
codes.declare(
    words.FIVE,
    words.FIVE_NAME,
    [codes.row(code, name, rule=rule) for code, name, rule in words.FIVE_ROWS],
    editors=EDITORS,
    help=words.FIVE_HELP,
)
codes.declare(
    words.TURNED,
    words.TURNED_NAME,
    [codes.row(code, name, rule=rule) for code, name, rule in words.TURNED_ROWS],
    editors=EDITORS,
)
