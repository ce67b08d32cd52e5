"""The days a claim speaks of, read from its own words; without any, the days the check was asked for."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date

import cn2an

from lvzhi.claims import Claim
from lvzhi.committee.models import Committee, Session, Term
from lvzhi.committee.queries import sessions_of, term_on, terms_of
from lvzhi.deadlines import clock
from lvzhi.metrics import periods
from lvzhi.metrics.periods import Period
from lvzhi.plans.models import Campaign
from lvzhi.plans.vocabulary.campaigns import called
from lvzhi.reports.checking import lexicon


@dataclass(frozen=True, slots=True)
class Span:
    """The period of a claim; ``unknown`` holds the session or term that is not recorded."""

    period: Period
    unknown: str = ""


@dataclass
class Spans:
    """Readings of time expressions, remembered for a text."""

    default: Period
    _known: dict[tuple[int, str], Span] = field(default_factory=dict)

    def of(self, claim: Claim, committee: Committee) -> Span:
        """The period of one claim; the earlier one for the start of a change (由76%升至88%)."""
        text = claim.period or ""
        key = (committee.pk, text)
        if key not in self._known:
            self._known[key] = self._read(text, committee) if text else Span(self.default)
        span = self._known[key]
        if claim.change is not None and claim.change.kind == "from":
            return Span(span.period.before(), span.unknown)
        return span

    def _read(self, text: str, committee: Committee) -> Span:
        session = lexicon.SESSION.search(text)
        if session:
            return self._session(text, committee, _int(session[1]), _int(session[2]), during=bool(session[3]))
        term = lexicon.TERM.search(text)
        if term and (lexicon.SINCE.search(text) or not term[1]):
            return self._term(text, committee, _int(term[1]) if term[1] else None)
        if lexicon.CAMPAIGN.search(text) and (campaign := self._campaign(text, committee)) is not None:
            return self._of_campaign(campaign, text)
        try:
            return Span(self._days(text) or self.default)
        except ValueError:  # a day that no month has: the words stay unread
            return Span(self.default)

    def _campaign(self, text: str, committee: Committee) -> Campaign | None:
        """The campaign of the committee, or of one above it, that the words name; of several the one asked for."""
        rows = Campaign.objects.live().filter(committee__in=committee.chain_ids()).order_by("-starts", "-id")
        named = [row for row in rows if any(word in text for word in called(row.name))]
        return next((row for row in named if self._runs(row)), named[0] if named else None)

    def _runs(self, campaign: Campaign) -> bool:
        ends = campaign.ends or clock.today()
        return campaign.starts <= self.default.end and ends >= self.default.start

    def _of_campaign(self, campaign: Campaign, text: str) -> Span:
        if lexicon.SINCE.search(text) or campaign.ends is None:
            return self._since(campaign.starts, text)
        return Span(periods.between(campaign.starts, campaign.ends))

    def _session(self, text: str, committee: Committee, term: int, number: int, *, during: bool) -> Span:
        found: Session | None = sessions_of(committee).filter(term__number=term, number=number).first()
        if found is None:
            return Span(self.default, unknown=text)
        if during and not lexicon.SINCE.search(text):
            return Span(periods.between(found.opens, found.closes))
        return self._since(found.opens, text)

    def _term(self, text: str, committee: Committee, number: int | None) -> Span:
        found: Term | None
        if number is None:
            found = term_on(committee, self._last())
        else:
            found = terms_of(committee).filter(number=number).first()
        return Span(self.default, unknown=text) if found is None else self._since(found.starts, text)

    def _last(self) -> date:
        return min(self.default.end, clock.today())

    def _since(self, start: date, text: str) -> Span:
        """From that day to the end of the period asked for; to today where that had ended before."""
        end = self.default.end if self.default.end >= start else clock.today()
        return Span(periods.between(start, end)) if end >= start else Span(self.default, unknown=text)

    def _days(self, text: str) -> Period | None:
        years = lexicon.YEARS.search(text)
        if years:
            return periods.between(date(int(years[1]), 1, 1), date(int(years[2]), 12, 31))
        if lexicon.LAST_YEAR.search(text):
            return self.default.before()
        several = lexicon.SEVERAL_YEARS.search(text)
        if several:
            count = _int(several[1] or several[2])
            return periods.between(date(self.default.end.year - count + 1, 1, 1), self.default.end)
        said = lexicon.YEAR.search(text)
        part = self._part(text, int(said[1]) if said else None)
        if part is not None or said is None:
            return part
        whole = periods.year(int(said[1]))
        if lexicon.SINCE.search(text) and self.default.end >= whole.start:
            return periods.between(whole.start, self.default.end)
        return whole

    def _part(self, text: str, year: int | None) -> Period | None:
        """Part of a year: half, quarter, months, days, until a day."""
        half, quarter = lexicon.HALF.search(text), lexicon.QUARTER.search(text)
        until, days = lexicon.UNTIL.search(text), lexicon.DAYS.search(text)
        months, month = lexicon.MONTHS.search(text), lexicon.MONTH.search(text)
        if half:
            first = 1 if half[1] == lexicon.FIRST_HALF else 7
            return self._months(year, first, first + 5)
        if quarter:
            first = lexicon.QUARTERS[quarter[1]] * 3 - 2
            return self._months(year, first, first + 2)
        if until:
            day = self._day(year, int(until[1]), int(until[2]) if until[2] else None, end=True)
            start = self.default.start if self.default.start <= day else date(day.year, 1, 1)
            return periods.between(start, day)
        if days and (days[2] or days[4]):
            first_month = int(days[1])
            start = self._day(year, first_month, int(days[2]) if days[2] else None, end=False)
            last = self._day(start.year, int(days[3] or first_month), int(days[4]) if days[4] else None, end=True)
            return periods.between(start, last) if start <= last else None
        if months:
            return self._months(year, int(months[1]), int(months[2]))
        if month:
            number, one = int(month[1]), int(month[2]) if month[2] else None
            return periods.between(self._day(year, number, one, end=False), self._day(year, number, one, end=True))
        return None

    def _months(self, year: int | None, first: int, last: int) -> Period | None:
        start, end = self._day(year, first, None, end=False), self._day(year, last, None, end=True)
        return periods.between(start, end) if start <= end else None

    def _day(self, year: int | None, month: int, day: int | None, *, end: bool) -> date:
        """A day of the year said, else of the year in which it falls into the period asked for."""
        for number in [year] if year else [self.default.end.year, self.default.start.year]:
            found = date(number, month, day or (monthrange(number, month)[1] if end else 1))
            if year or self.default.start <= found <= self.default.end:
                return found
        number = year or self.default.end.year
        return date(number, month, day or (monthrange(number, month)[1] if end else 1))


def _int(text: str) -> int:
    return int(text) if text.isdecimal() else int(cn2an.cn2an(text, "smart"))
