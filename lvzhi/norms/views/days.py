"""The calendar: corrected days of a year, and the form to correct more."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString

from lvzhi.committee.models import Committee
from lvzhi.committee.queries import by_uid
from lvzhi.committee.web import actor_of, attempt
from lvzhi.deadlines import BadDate, clock, parse_date
from lvzhi.norms import actions, rules, tables
from lvzhi.norms.calendars import Correction, calendar_of, corrections
from lvzhi.norms.forms import FALSE, TRUE, DaysForm
from lvzhi.norms.views.look import around, elsewhere, small_form
from lvzhi.norms.vocabulary import CALENDAR_EDITORS, WORDS


def calendar(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Corrections in force in a year; POST corrects days or takes a correction back."""
    committee, actor = by_uid(uid), actor_of(request)
    other = elsewhere(request, "norms:calendar", committee)
    if other is not None:
        return other
    form = DaysForm(request.POST if request.POST and "clear" not in request.POST else None, initial={"works": FALSE})
    if request.method == "POST":
        rules.check(actor, committee, CALENDAR_EDITORS)
        if "clear" in request.POST:
            actions.clear_day(actor, committee, _cleared(request))
            messages.success(request, WORDS["withdrawn"])
            return redirect("norms:calendar", uid=committee.uid)
        if attempt(form, lambda data: actions.set_days(actor, committee, **_arguments(data))):
            messages.success(request, WORDS["saved"])
            return redirect("norms:calendar", uid=committee.uid)
    return render(request, "norms/calendar.html", _context(request, committee, form))


def _arguments(data: dict[str, Any]) -> dict[str, Any]:
    return {**data, "works": data["works"] == TRUE}


def _cleared(request: HttpRequest) -> dt.date:
    try:
        return parse_date(request.POST["clear"])
    except BadDate:
        return dt.date.min


def _context(request: HttpRequest, committee: Committee, form: DaysForm) -> dict[str, Any]:
    found = corrections(committee)
    this_year = clock.today().year
    years = sorted({day.year for day in found} | {this_year, this_year + 1}, reverse=True)
    text = request.GET.get("year", "")
    year = int(text) if text.isdigit() and int(text) in years else this_year
    edits = rules.may(actor_of(request), committee, CALENDAR_EDITORS)
    here = reverse("norms:calendar", args=[committee.uid])

    def buttons(one: Correction) -> SafeString:
        if not one.own:
            return SafeString("")
        return small_form(request, here, WORDS["withdraw"], WORDS["withdraw_sure"], clear=one.day.isoformat())

    rows = [found[day] for day in sorted(found) if day.year == year]
    return around(
        request,
        committee,
        "calendar",
        form=form,
        edits=edits,
        year=year,
        years=[{"label": str(each), "url": f"?year={each}", "active": each == year} for each in years],
        certain=calendar_of(committee).certain(dt.date(year, 7, 1)),
        table=tables.days(rows, buttons if edits else None),
    )
