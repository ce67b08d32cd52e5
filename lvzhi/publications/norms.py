"""Declared parameters: how characters are counted, within what time manuscripts are reviewed, levels of outlets."""

from __future__ import annotations

from datetime import date

from lvzhi import norms
from lvzhi.committee.models import Committee
from lvzhi.norms import codes, declare
from lvzhi.publications.vocabulary import codes as words

EDITORS = ("system_admin", "office", "secretary_general")
FIRST, SECOND, FINAL = (f"publications.{key}_due" for key in ("first", "second", "final"))
PUNCTUATION, BLANKS = "publications.count_punctuation", "publications.count_blanks"
for _key, _word, _default in ((PUNCTUATION, "punctuation", True), (BLANKS, "blanks", False)):
    declare(
        _key, words.NORMS[_word][0], kind="bool", default=_default, rule="R11.4", editors=EDITORS,
        help=words.NORMS[_word][1],
    )  # fmt: skip
for _key, _word, _amount in ((FIRST, "first", 20), (SECOND, "second", 20), (FINAL, "final", 10)):
    declare(
        _key, words.NORMS[_word][0], kind="term", default={"amount": _amount, "unit": "working_day"}, rule="R11.4",
        editors=EDITORS, help=words.NORMS[_word][1],
    )  # fmt: skip
codes.declare(
    words.LEVELS,
    words.LEVELS_NAME,
    [codes.row(code, name, rule=rule, words=said) for code, name, rule, said in words.LEVEL_ROWS],
    extra=(("words", words.SAID_LABEL),),
    editors=EDITORS,
)


def skips(committee: Committee | int, day: date) -> frozenset[str]:
    """What a committee's count of characters leaves out on a day: of ``blanks`` and ``punctuation`` (R11.4)."""
    wanted = (("blanks", BLANKS), ("punctuation", PUNCTUATION))
    return frozenset(what for what, key in wanted if not norms.value(key, committee, day))
