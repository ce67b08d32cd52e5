"""Declared parameters: lengths, time limits, what is asked, which levels count; categories and levels (R2.3, R2.10)."""

from __future__ import annotations

from typing import Final

from lvzhi import norms
from lvzhi.norms import codes, declare
from lvzhi.opinions.vocabulary import codes as words

EDITORS: Final = ("system_admin", "office", "secretary_general")
TITLE_LENGTH, TEXT_LENGTH = "opinions.title_length", "opinions.text_length"
SUGGESTION_REQUIRED = "opinions.suggestion_required"
LEVELS_COUNT = "opinions.levels_count"
SCREEN, SCREEN_URGENT = "opinions.screen_due", "opinions.screen_urgent_due"
EDIT, EDIT_URGENT = "opinions.edit_due", "opinions.edit_urgent_due"
CHECK, CHECK_URGENT = "opinions.check_due", "opinions.check_urgent_due"
SUPPLY = "opinions.supply_due"
SAME_TURN_DAYS = "opinions.same_turn_days"
OPEN, SUGGESTION_LENGTH = "opinions.suggestions_open", "opinions.suggestion_length"
DAILY, DAILY_ALL, MODERATE = "opinions.suggestions_daily", "opinions.suggestions_all", "opinions.moderate_due"
SIMILAR_LEAST, SIMILAR_SAME, SIMILAR_MOST, SIMILAR_YEARS, SIMILAR_COMPARED = (
    f"opinions.similar_{key}" for key in ("least", "same", "most", "years", "compared")
)

declare(TITLE_LENGTH, words.NORMS["title_length"], kind="int", unit=words.SIGNS, default=100, rule="R2.6", least=10,
        most=200, editors=EDITORS)  # fmt: skip
declare(TEXT_LENGTH, words.NORMS["text_length"], kind="int", unit=words.SIGNS, default=1500, rule="R2.3", least=200,
        most=20000, editors=EDITORS, help=words.NORM_HELPS["text_length"])  # fmt: skip
declare(SUGGESTION_REQUIRED, words.NORMS["suggestion_required"], kind="bool", default=False, rule="R2.6",
        editors=EDITORS)  # fmt: skip
declare(LEVELS_COUNT, words.NORMS["levels_count"], kind="choice", default="highest", rule="R2.9",
        choices=words.COUNTING, editors=EDITORS)  # fmt: skip
for _key, _word, _amount in (
    (SCREEN, "screen", 5), (SCREEN_URGENT, "screen_urgent", 1), (EDIT, "edit", 5), (EDIT_URGENT, "edit_urgent", 1),
    (CHECK, "check", 3), (CHECK_URGENT, "check_urgent", 1), (SUPPLY, "supply", 10),
):  # fmt: skip
    declare(_key, words.NORMS[_word], kind="term", default={"amount": _amount, "unit": "working_day"}, rule="R2.10",
            editors=EDITORS)  # fmt: skip
declare(SAME_TURN_DAYS, words.NORMS["same_turn_days"], kind="int", unit="天", default=15, rule="R2.12", least=0,
        most=180, editors=EDITORS, help=words.NORM_HELPS["same_turn_days"])  # fmt: skip
for _key, _word, _unit, _amount, _least, _most in (
    (SIMILAR_LEAST, "similar_least", words.PERCENT, 15, 5, 100),
    (SIMILAR_SAME, "similar_same", words.PERCENT, 70, 20, 100), (SIMILAR_MOST, "similar_most", words.ITEMS, 5, 1, 50),
    (SIMILAR_YEARS, "similar_years", words.YEARS, 3, 1, 20),
    (SIMILAR_COMPARED, "similar_compared", words.ITEMS, 60, 20, 500),
):  # fmt: skip
    declare(_key, words.NORMS[_word], kind="int", unit=_unit, default=_amount, rule="R2.10", least=_least, most=_most,
            editors=EDITORS)  # fmt: skip
declare(OPEN, words.NORMS["open"], kind="bool", default=False, rule="R2.1", editors=EDITORS,
        help=words.NORM_HELPS["open"])  # fmt: skip
for _key, _word, _unit, _amount, _least, _most in (
    (SUGGESTION_LENGTH, "suggestion_length", words.SIGNS, 300, 50, 2000),
    (DAILY, "suggestions_daily", words.PIECES, 5, 1, 100), (DAILY_ALL, "suggestions_all", words.PIECES, 200, 1, 10000),
):  # fmt: skip
    declare(_key, words.NORMS[_word], kind="int", unit=_unit, default=_amount, rule="R2.1", least=_least, most=_most,
            editors=EDITORS, help=words.NORM_HELPS.get(_word, ""))  # fmt: skip
declare(MODERATE, words.NORMS["moderate"], kind="term", default={"amount": 5, "unit": "working_day"}, rule="R2.1",
        editors=EDITORS)  # fmt: skip
codes.declare(
    words.CATEGORIES,
    words.CATEGORIES_NAME,
    [codes.row(code, name, rule="R2.6", words=said) for code, name, said in words.CATEGORY_ROWS],
    extra=(("words", words.SAID_LABEL),),
    editors=EDITORS,
)
codes.declare(
    words.LEVELS,
    words.LEVELS_NAME,
    [codes.row(code, name, rule="R2.9", order=order, words=said) for code, name, order, said in words.LEVEL_ROWS],
    extra=(("order", words.ORDER_LABEL), ("words", words.SAID_LABEL)),
    editors=EDITORS,
)


def number(key: str, committee: int) -> int:
    """A norm that is a whole number, as in force today."""
    return int(norms.value(key, committee))


def switch(key: str, committee: int) -> bool:
    """A norm that is a switch, as in force today."""
    return bool(norms.value(key, committee))
