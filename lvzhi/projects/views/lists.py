"""The committee's projects, a leader's own, and the export."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.committee.models import Committee
from lvzhi.committee.queries import below
from lvzhi.committee.web import as_file, check_file_form
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.projects import queries, rules, tables
from lvzhi.projects.vocabulary.states import RUNNING
from lvzhi.projects.vocabulary.words import EXPORT
from lvzhi.ui.formats import moment
from lvzhi.ui.paging import keyset

PIECE = 500


def place(request: HttpRequest) -> Committee:
    """The committee whose projects are looked at.

    Raises:
        NotAllowed: the actor holds no post in the agency there.
    """
    found = committee_of(request)
    if found is None or not rules.may_list(actor_of(request), found.pk):
        raise NotAllowed("access.not_allowed", who=rules.insider.label)
    return found


def _filtered(request: HttpRequest) -> tuple[tables.FilterForm, Any]:
    committee = place(request)
    form = tables.FilterForm(request.GET, committee)
    return form, form.narrowed(queries.readable(actor_of(request), committee))


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """项目台账: what the committee registered or has a part in."""
    actor, committee = actor_of(request), place(request)
    form, rows = _filtered(request)
    page = keyset(rows, ("-taken_on", "-id"), request.GET.get("cursor"), count=True)
    query = request.GET.copy()
    query.pop("cursor", None)
    context = {
        "filter": form,
        "table": tables.projects_table(page, request.GET),
        "query": query.urlencode(),
        "may_enter": rules.may_register(actor, committee.pk),
        "may_levels": rules.may_register(actor, committee.pk) and below(committee).exists(),
        "leads": actor.has("leader", committee=committee.pk),
    }
    return render(request, "projects/list.html", context)


@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """我的项目: those the actor is responsible for, the one longest not visited first."""
    rows = sorted(queries.mine(actor_of(request)), key=lambda row: (row.last is not None, row.last, row.pk))
    waiting = [row for row in rows if row.state in RUNNING]
    return render(request, "projects/mine.html", {"table": tables.mine_table(waiting), "count": len(waiting)})


@require_GET
def export(request: HttpRequest, form: str) -> HttpResponseBase:
    """The narrowed list as a file; the journal keeps who took it."""
    check_file_form(form)
    committee = place(request)
    narrowed, rows = _filtered(request)
    said = EXPORT["joiner"].join(EXPORT["pair"].format(label=label, value=value) for label, value in narrowed.said())
    count = rows.order_by().count()
    asof = EXPORT["asof"].format(moment=moment(clock.now()), count=count)
    with line(actor_of(request), "projects.exported", committee=committee, count=count):
        pass
    return as_file(
        form, name=EXPORT["name"].format(day=clock.today().isoformat()), title=EXPORT["title"],
        columns=[field for field, _ in tables.EXPORTED], rows=_lines(rows.order_by("taken_on", "id")),
        head=(EXPORT["filters"].format(filters=said or EXPORT["none"]), asof),
    )  # fmt: skip


def _lines(rows: Any) -> Iterator[list[Any]]:
    for row in rows.iterator(chunk_size=PIECE):
        yield [read(row) for _, read in tables.EXPORTED]
