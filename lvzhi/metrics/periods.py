"""Periods: a year, since the last plenary's opening, the term, or any from–to (R13.16, R13.17)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from lvzhi.access import Refusal
from lvzhi.committee.models import Committee
from lvzhi.committee.queries import last_plenary, term_on
from lvzhi.deadlines import clock
from lvzhi.metrics import vocabulary
from lvzhi.metrics.vocabulary import PeriodKind

FIRST_YEAR = 1949  # no committee is older than the first plenary of the national one
_RANGE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})\.\.([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``start`` to ``end``, both counted.

    Args:
        kind: one of `PeriodKind`.
        text: as the command line writes it; parsing it again gives the same period.
        label: Chinese words for people.
    """

    kind: str
    start: date
    end: date
    text: str
    label: str

    @property
    def key(self) -> str:
        """The days alone, for storing beside a frozen value."""
        return f"{self.start.isoformat()}..{self.end.isoformat()}"

    def before(self) -> Period:
        """The period of equal kind one year earlier, for the comparison with last year."""
        return between(_year_earlier(self.start), _year_earlier(self.end))

    def years(self, count: int) -> list[Period]:
        """The same days of so many years, this one last."""
        found = [self]
        while len(found) < count:
            found.append(found[-1].before())
        return found[::-1]

    @property
    def short(self) -> str:
        """What stands under a bar: the year, or the years that it lies in."""
        if self.kind == PeriodKind.YEAR:
            return self.label
        words = vocabulary.YEARS_LABEL if self.start.year != self.end.year else vocabulary.SAME_DAYS_LABEL
        return words.format(start=self.start.year, end=self.end.year)


def come(period: Period) -> Period:
    """The days of the period that have come, so that a year still running is not held against a whole one."""
    today = clock.today()
    return period if period.end <= today or period.start > today else between(period.start, today)


def _year_earlier(day: date) -> date:
    return date(day.year - 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


def year(number: int) -> Period:
    """The calendar year."""
    label = vocabulary.YEAR_LABEL.format(year=number)
    return Period(PeriodKind.YEAR, date(number, 1, 1), date(number, 12, 31), str(number), label)


def between(start: date, end: date) -> Period:
    """Any span of days.

    Raises:
        Refusal: ``metrics.period_backwards``.
    """
    text = f"{start.isoformat()}..{end.isoformat()}"
    if start > end:
        raise Refusal("metrics.period_backwards", field="period", text=text)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return year(start.year)
    return Period(PeriodKind.RANGE, start, end, text, vocabulary.RANGE_LABEL.format(start=start, end=end))


def since_plenary(committee: Committee, day: date | None = None) -> Period:
    """From the opening of the last plenary on or before ``day`` (today where not given) up to ``day`` (R13.17)."""
    until = day or clock.today()
    session = last_plenary(committee, until)
    if session is None:
        raise Refusal("metrics.no_session", field="period", committee=committee.name, day=until)
    label = vocabulary.PLENARY_LABEL.format(session=session.name, start=session.opens, end=until)
    return Period(PeriodKind.PLENARY, session.opens, until, "since-plenary", label)


def session_before(committee: Committee, period: Period) -> Period | None:
    """As many days since the opening of the plenary before the one from which a period runs; None where there is none.

    It ends where the next plenary opened, however many days the period has.
    """
    session = last_plenary(committee, period.start - timedelta(days=1))
    if session is None:
        return None
    last = min(session.opens + (period.end - period.start), period.start - timedelta(days=1))
    return between(session.opens, last)


def this_term(committee: Committee, day: date | None = None) -> Period:
    """From the first day of the term that holds ``day`` up to ``day``."""
    until = day or clock.today()
    term = term_on(committee, until)
    if term is None:
        raise Refusal("metrics.no_term", field="period", committee=committee.name, day=until)
    label = vocabulary.TERM_LABEL.format(term=term.name, start=term.starts, end=until)
    return Period(PeriodKind.TERM, term.starts, until, "term", label)


def parse_period(text: str, committee: Committee) -> Period:
    """Read ``2022``, ``2022-01-01..2022-12-31``, ``since-plenary`` or ``term``.

    Raises:
        Refusal: the text is none of these, a day does not exist, or the committee has no session or term recorded.
    """
    text = text.strip()
    if re.fullmatch(r"[0-9]{4}", text) and int(text) >= FIRST_YEAR:
        return year(int(text))
    if text == "since-plenary":
        return since_plenary(committee)
    if text == "term":
        return this_term(committee)
    match = _RANGE.fullmatch(text)
    if match is None:
        raise Refusal("metrics.bad_period", field="period", text=text)
    numbers = [int(part) for part in match.groups()]
    try:
        start, end = date(*numbers[:3]), date(*numbers[3:])
    except ValueError:
        raise Refusal("metrics.bad_period", field="period", text=text) from None
    if start.year < FIRST_YEAR:
        raise Refusal("metrics.bad_period", field="period", text=text)
    return between(start, end)
