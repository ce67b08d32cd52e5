"""Dates as people write them, and dates that cannot be."""

from __future__ import annotations

import unicodedata
from calendar import monthrange
from datetime import date
from typing import Any

from lvzhi.deadlines import vocabulary

_FIRST_YEAR = 1900
_LAST_YEAR = 2199
_MONTHS = 12


class BadDate(ValueError):  # noqa: N818  # said as a person would say it, like Refusal
    """A date that cannot be read or cannot exist.

    ``code`` is one of ``empty``, ``not_a_date``, ``without_year``, ``no_such_month``, ``no_such_day``,
    ``year_out_of_range``, ``bad_term``, ``term_too_long``; ``facts`` are what the sentence names.
    """

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    @property
    def sentence(self) -> str:
        """One Chinese sentence naming what was read and what to do."""
        return vocabulary.date_problem(self.code, self.facts)

    def __str__(self) -> str:
        return self.sentence


def check_date(year: int, month: int, day: int) -> date:
    """The date of three numbers; ``BadDate`` names the part that is impossible (a notice once set 31 September)."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise BadDate("year_out_of_range", year=year, first=_FIRST_YEAR, last=_LAST_YEAR)
    if not 1 <= month <= _MONTHS:
        raise BadDate("no_such_month", year=year, month=month)
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise BadDate("no_such_day", year=year, month=month, day=day, last=last)
    return date(year, month, day)


def parse_date(text: str, *, default_year: int | None = None) -> date:
    """Read a date from what a person typed.

    Arguments:
        text: 2026年9月3日, 2026-9-3, 2026/09/03, 2026.9.3, 20260903, 二〇二六年九月三日, with or without a weekday or
            a time of day behind; full-width forms too.
        default_year: the year to take when the text names only month and day; without it such a text is refused.

    Errors: ``BadDate`` with a code and a sentence.
    """
    cleaned = unicodedata.normalize("NFKC", text).strip()
    if not cleaned:
        raise BadDate("empty")
    readable = vocabulary.digits_for_numerals(cleaned)
    for pattern in vocabulary.FULL_DATES:
        found = pattern.fullmatch(readable)
        if found:
            return check_date(int(found["year"]), int(found["month"]), int(found["day"]))
    found = vocabulary.SHORT_DATE.fullmatch(readable)
    if found and default_year is not None:
        return check_date(default_year, int(found["month"]), int(found["day"]))
    raise BadDate("without_year" if found else "not_a_date", text=cleaned)
