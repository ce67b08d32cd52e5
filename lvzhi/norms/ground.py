"""Norms of this floor and the one below it: the committee's reckonings and the calendar."""

from __future__ import annotations

import datetime as dt

from lvzhi.committee import reckoning
from lvzhi.deadlines.terms import add_months
from lvzhi.norms.calendars import COMPLETE_YEARS, calendar_of
from lvzhi.norms.declare import declare
from lvzhi.norms.values import value

WINDOW = "committee.proposal_window"
TERM_YEARS = "committee.term_years"
MONTHS_A_YEAR = 12


def declare_all() -> None:
    """Declare the norms, and hand the committee room its reckonings."""
    declare(
        TERM_YEARS,
        "一届的年限",
        kind="int",
        unit="年",
        default=5,
        least=1,
        most=10,
        rule="R0.1",
        help="录入届满日期时据此核对；全国统一为五年。",
    )
    declare(
        WINDOW,
        "大会提案征集提前期",
        kind="term",
        default={"amount": 3, "unit": "month"},
        least={"amount": 0, "unit": "calendar_day"},
        most={"amount": 12, "unit": "month"},
        rule="R1.7",
        help="全体会议开幕前多久开始征集大会提案；录入会议时据此推算征集开始日期，可逐次改动。",
    )
    declare(
        COMPLETE_YEARS,
        "日历已录全的年份",
        kind="list",
        default=(),
        rule="R1.66",
        help="公布的放假调休安排已全部录入本级日历的年份，如“2027、2028”；这些年份的工作日按录入的日历推算，不再标为估算。",
    )
    reckoning.register(reckoning.WINDOW_FROM, window_from)
    reckoning.register(reckoning.TERM_END, term_end)


def window_from(committee: int, opens: dt.date) -> dt.date:
    """First day of the proposal window of a session that opens then (R1.7)."""
    term = value(WINDOW, committee, opens)
    if term.unit == "month":
        return add_months(opens, -term.amount)[0]
    if term.unit == "working_day":
        calendar, day = calendar_of(committee), opens
        for _ in range(term.amount):
            day = next(earlier for earlier in calendar.after(day, backwards=True) if calendar.is_working(earlier))
        return day
    return opens - dt.timedelta(days=term.amount)


def term_end(committee: int, starts: dt.date) -> dt.date:
    """Last day a term may have: the first plenary of the next one may open some months after the years are full."""
    years: int = value(TERM_YEARS, committee, starts)
    return add_months(starts, (years + 1) * MONTHS_A_YEAR)[0] - dt.timedelta(days=1)
