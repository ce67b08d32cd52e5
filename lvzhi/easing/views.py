"""The self-check, the forms that ask again, the burden meter and what is behind its numbers."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lvzhi.access import Missing, NotAllowed
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.easing import queries, rules, tables
from lvzhi.easing.vocabulary import DOCUMENT, MEANING, METER, ROLE_FIRST


def place(request: HttpRequest) -> Committee:
    """The committee looked at.

    Raises:
        NotAllowed: the actor does not read its self-check.
    """
    found = committee_of(request)
    if found is None or not rules.sees(actor_of(request), found):
        raise NotAllowed("access.not_allowed", who=rules.SEE.label)
    return found


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """The five bans, each with setting and proof."""
    committee = place(request)
    found = queries.sections(committee)
    context = {
        "committee": committee, "sections": [(one, tables.section_table(one)) for one in found],
        "broken": [line for one in found for line in one.lines if not line.found.good],
        "count": sum(len(one.lines) for one in found), "document": DOCUMENT, "today": clock.today(),
    }  # fmt: skip
    return render(request, "easing/home.html", context)


@require_GET
def forms(request: HttpRequest) -> HttpResponse:
    """Every control that asks for what the record holds, the meant ones with their reason; what each procedure asks."""
    place(request)
    context = {"again": tables.again_table(queries.again()), "asked": tables.asked_table(queries.asked().values())}
    return render(request, "easing/forms.html", context)


@require_GET
def meter(request: HttpRequest) -> HttpResponse:
    """What was asked of each post, this month or another, with the months before."""
    committee = place(request)
    over = queries.months(committee)
    month = _month(request.GET.get("month", ""), over) or over[-1]
    found = queries.meter(committee, over)
    context = {
        "committee": committee, "months": over, "month": month,
        "meaning": [(METER[key], MEANING[key]) for key in METER],
        "table": tables.meter_table(found, month), "first": ROLE_FIRST,
    }  # fmt: skip
    return render(request, "easing/meter.html", context)


@require_GET
def rows(request: HttpRequest, what: str, role: str, month: str) -> HttpResponse:
    """What a number is made of.

    Raises:
        Missing: no such number, or a month that is not looked at.
    """
    committee = place(request)
    over = queries.months(committee)
    day = _month(month, over)
    if day is None or what not in METER:
        raise Missing("easing.unknown")
    held = "" if role == tables.NOBODY else role
    found = queries.rows(queries.meter(committee, over), what, held, day)
    context = {
        "title": tables.number_words(what, held, day), "meaning": MEANING[what], "month": day,
        "table": tables.rows_table(found, forms=what in tables.BY_FORM), "sum": sum(one.sum for one in found),
    }  # fmt: skip
    return render(request, "easing/rows.html", context)


def _month(text: str, over: tuple[dt.date, ...]) -> dt.date | None:
    """The month that an address names, where it is one of those looked at."""
    return next((one for one in over if one.strftime("%Y-%m") == text), None)
