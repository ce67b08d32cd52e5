"""The ledger of a year 台账: every person by quarter and year, and as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lvzhi.accounts.actors import actor_of
from lvzhi.appraisal import queries, tables
from lvzhi.appraisal.views.place import place
from lvzhi.appraisal.vocabulary import LEDGER, WORDS
from lvzhi.committee.models import Committee
from lvzhi.committee.web import as_file, check_file_form
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.ui.formats import moment


def _year(request: HttpRequest, known: list[int]) -> int:
    text = request.GET.get("year", "")
    year = int(text) if text.isdigit() else 0
    return year if year in known else (known[0] if known else clock.today().year)


def _rows(committee: Committee, year: int) -> list[tables.Person]:
    rounds = queries.rounds_of(committee, year)
    return tables.persons(rounds, {one.pk: queries.lines_of(one) for one in rounds})


@require_GET
def ledger(request: HttpRequest) -> HttpResponse:
    """Everybody of a year, by department and name."""
    committee = place(request)
    known = queries.years(committee)
    year = _year(request, known)
    context = {"years": known, "year": year, "table": tables.ledger_table(_rows(committee, year))}
    return render(request, "appraisal/ledger.html", context)


@require_GET
def export(request: HttpRequest, form: str) -> HttpResponseBase:
    """The same as a file; the journal keeps who took it."""
    check_file_form(form)
    committee = place(request)
    year = _year(request, queries.years(committee))
    rows = _rows(committee, year)
    with line(actor_of(request), "appraisal.ledger_taken", committee=committee, year=str(year), count=len(rows)):
        pass
    head = (LEDGER["head"].format(year=year, moment=moment(clock.now()), count=len(rows)),)
    return as_file(
        form, name=WORDS["ledger_file"].format(year=year), title=LEDGER["title"],
        columns=[field for field, _ in tables.EXPORTED], head=head,
        rows=([value(row) for _, value in tables.EXPORTED] for row in rows),
    )  # fmt: skip
