"""The month: a grid on a desk, a list of days on a phone."""

from __future__ import annotations

import calendar as months
import datetime as dt
from collections import defaultdict
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from lvzhi.accounts.actors import actor_of
from lvzhi.activities import tables
from lvzhi.activities.queries import pages
from lvzhi.activities.views.lists import may_begin
from lvzhi.activities.views.place import committee_of, crumbs
from lvzhi.activities.vocabulary import MONTH, WEEKDAYS, WORDS
from lvzhi.deadlines import clock
from lvzhi.norms.calendars import calendar_of

KEPT = ("family", "only")


@require_GET
def month(request: HttpRequest) -> HttpResponse:
    """What is on in a month, of what one may see."""
    actor, first = actor_of(request), _first(request.GET.get("m", ""))
    last = first.replace(day=months.monthrange(first.year, first.month)[1])
    form = tables.MonthFilter(request.GET)
    rows = list(form.narrowed(pages.in_month(pages.listed(pages.readable(actor)), first, last), actor))
    days = _days(first, last, rows, request)
    kept = {name: request.GET[name] for name in KEPT if request.GET.get(name)}
    context = {
        "title": MONTH.format(year=first.year, month=first.month),
        "weekdays": WEEKDAYS,
        "days": days,
        "blank": range(first.weekday()),
        "count": len(rows),
        "earlier": _link(first - dt.timedelta(days=1), kept),
        "later": _link(last + dt.timedelta(days=1), kept),
        "now": _link(clock.today(), kept),
        "filter": form,
        "may_begin": may_begin(actor),
        "crumbs": crumbs(last=WORDS["calendar"]),
    }
    return render(request, "activities/calendar.html", context)


def _first(text: str) -> dt.date:
    """The first day of the month asked for; of this month where it cannot be read."""
    try:
        return dt.date.fromisoformat(f"{text}-01")
    except ValueError:
        return clock.today().replace(day=1)


def _link(day: dt.date, kept: dict[str, str]) -> str:
    return f"{reverse('activities:calendar')}?{urlencode({'m': day.strftime('%Y-%m'), **kept})}"


def _days(first: dt.date, last: dt.date, rows: list[Any], request: HttpRequest) -> list[dict[str, Any]]:
    """Each day with what is on; an activity over several days stands on each."""
    on: dict[dt.date, list[Any]] = defaultdict(list)
    for row in rows:
        day = max(row.held_on, first)
        while day <= min(row.ends_on, last):
            on[day].append(row)
            day += dt.timedelta(days=1)
    calendar, today = calendar_of(committee_of(request)), clock.today()
    return [
        {
            "day": day,
            "today": day == today,
            "rests": not calendar.is_working(day),
            "rows": [
                {"row": row, "tag": tables.state_tag(row), "time": tables.begins(row) if day == row.held_on else ""}
                for row in on[day]
            ],
        }
        for day in (first + dt.timedelta(days=step) for step in range((last - first).days + 1))
    ]
