"""Projects of all levels below a committee, each once, with the part every committee has in it (R11.7)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.committee.web import as_file, check_file_form
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.metrics import periods
from lvzhi.projects import queries, rules, tables
from lvzhi.projects.queries import levels
from lvzhi.projects.vocabulary.words import LEVELS
from lvzhi.ui.paging import keyset

YEARS = 3


def _place(request: HttpRequest) -> Committee:
    found = committee_of(request)
    if found is None or not rules.may_register(actor_of(request), found.pk):
        raise NotAllowed("access.not_allowed", who=rules.above.label)
    return found


def _rows(request: HttpRequest) -> tuple[Committee, int, str, Any]:
    committee, now = _place(request), clock.today().year
    text, way = request.GET.get("year", ""), request.GET.get("way", "")
    year = int(text) if text in {str(now - back) for back in range(YEARS)} else now
    rows = queries.taken_part(Scope(committee, below=True), periods.year(year))
    return committee, year, way, rows.filter(way=way) if way in tables.WAYS else rows


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """各级项目: the distinct union, and how many parts it is made of."""
    committee, year, way, rows = _rows(request)
    period = periods.year(year)
    page = keyset(
        levels.with_parts(rows, committee, period), ("-taken_on", "-id"), request.GET.get("cursor"), count=True
    )
    now = clock.today().year
    context = {
        "table": tables.levels_table(page, request.GET), "committee": committee, "year": year, "way": way,
        "projects": page.total, "parts": levels.parts_in(rows, committee, period),
        "each": levels.by_committee(rows, committee, period),
        "years": [(one, LEVELS["year"].format(year=one)) for one in range(now, now - YEARS, -1)],
        "ways": tables.WAYS.items(),
    }  # fmt: skip
    return render(request, "projects/levels.html", context)


@require_GET
def export(request: HttpRequest, form: str) -> HttpResponseBase:
    """The same list as a file; the journal keeps who took it."""
    check_file_form(form)
    committee, year, _, rows = _rows(request)
    period = periods.year(year)
    told = levels.with_parts(rows, committee, period).order_by("taken_on", "id")
    count = rows.order_by().count()
    with line(actor_of(request), "projects.exported", committee=committee, count=count):
        pass
    return as_file(
        form, name=LEVELS["name"].format(day=clock.today().isoformat()), title=LEVELS["title"],
        columns=[field for field, _ in tables.LEVELS_EXPORTED],
        rows=([read(row) for _, read in tables.LEVELS_EXPORTED] for row in told),
        head=(LEVELS["head"].format(name=committee.display, year=year, count=count),),
    )  # fmt: skip
