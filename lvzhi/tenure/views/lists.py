"""The lists: changes with their filter and export, absence cases, selections; a member's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import as_file, check_file_form
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.people.queries import member_of_account, person_of_account
from lvzhi.tenure import queries, rules, tables
from lvzhi.tenure.forms import FilterForm
from lvzhi.tenure.queries import shown
from lvzhi.tenure.views.place import place, tabs
from lvzhi.tenure.vocabulary.words import EXPORT
from lvzhi.ui.formats import moment
from lvzhi.ui.paging import keyset

PIECE = 500


def _filtered(request: HttpRequest) -> tuple[FilterForm, Any]:
    committee = place(request)
    form = FilterForm(request.GET, committee)
    return form, form.narrowed(queries.changes_seen(actor_of(request), committee))


@require_GET
def changes(request: HttpRequest) -> HttpResponse:
    """Changes of the committee's members that the reader may see, the newest first."""
    actor, committee = actor_of(request), place(request)
    form, rows = _filtered(request)
    page = keyset(rows, ("-proposed_on", "-id"), request.GET.get("cursor"), count=True)
    query = request.GET.copy()
    query.pop("cursor", None)
    context = {
        "filter": form, "table": tables.changes_table(page, request.GET), "tabs": tabs(request, "changes"),
        "keeps": rules.keeps(actor, committee.pk), "query": query.urlencode(),
        "reads": rules.reads_all(actor, committee.pk),
    }  # fmt: skip
    return render(request, "tenure/list.html", context)


@require_GET
def export(request: HttpRequest, form: str) -> HttpResponseBase:
    """The narrowed list as a file, for those who read all; the journal keeps who took it."""
    check_file_form(form)
    committee = place(request)
    if not rules.reads_all(actor_of(request), committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.reader.label)
    narrowed, rows = _filtered(request)
    said = EXPORT["joiner"].join(EXPORT["pair"].format(label=label, value=value) for label, value in narrowed.said())
    count = rows.order_by().count()
    with line(actor_of(request), "tenure.exported", committee=committee, count=count):
        pass
    return as_file(
        form, name=EXPORT["name"].format(day=clock.today().isoformat()), title=EXPORT["title"],
        columns=[field for field, _ in tables.EXPORTED], rows=_lines(rows.order_by("proposed_on", "id")),
        head=(
            EXPORT["filters"].format(filters=said or EXPORT["none"]),
            EXPORT["asof"].format(moment=moment(clock.now()), count=count),
        ),
    )  # fmt: skip


def _lines(rows: Any) -> Iterator[list[Any]]:
    for row in rows.iterator(chunk_size=PIECE):
        yield [read(row) for _, read in tables.EXPORTED]


@require_GET
def cases(request: HttpRequest) -> HttpResponse:
    """Absence cases: those open, or those closed. Raises `NotAllowed` for those who do not read all."""
    actor, committee = actor_of(request), place(request)
    if not rules.reads_all(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.reader.label)
    closed = request.GET.get("scope") == "done"
    rows = queries.open_only(queries.cases_seen(actor, committee), closed=closed)
    page = keyset(rows, ("-opened_on", "-id"), request.GET.get("cursor"), count=True)
    context = {"table": tables.cases_table(page, request.GET), "tabs": tabs(request, "cases"), "closed": closed}
    return render(request, "tenure/cases.html", context)


@require_GET
def selections(request: HttpRequest) -> HttpResponse:
    """Selections of the committee, the newest first."""
    actor, committee = actor_of(request), place(request)
    page = keyset(
        queries.selections_seen(actor, committee), ("-called_on", "-id"), request.GET.get("cursor"), count=True
    )
    context = {
        "table": tables.selections_table(page, request.GET), "tabs": tabs(request, "selections"),
        "keeps": rules.keeps(actor, committee.pk),
    }  # fmt: skip
    return render(request, "tenure/selections.html", context)


@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """A member's own: tenure, changes, absence cases, selections one may join. Raises `NotAllowed` for others."""
    actor, committee = actor_of(request), place(request)
    person = person_of_account(actor.account_id)
    if person is None:
        raise NotAllowed("access.not_allowed", who=rules.own.label)
    today = clock.today()
    member = member_of_account(actor.account_id, committee.pk, today)
    context = {
        "member": member, "table": tables.own_table(queries.changes_of(actor, person.pk)),
        "cases": [(row, shown.case_tag(row)) for row in queries.cases_of(actor, person.pk)],
        "nominations": [(row, shown.standing_tag(row)) for row in queries.nominations_of(actor, person.pk)],
        "calls": queries.calls(actor, committee, today) if member is not None else [],
        "leaving": member is not None and queries.running(member, queries.RESIGNATION) is not None,
    }  # fmt: skip
    return render(request, "tenure/mine.html", context)
