"""The lists of the room and their exports; a member's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from lvzhi.access import Missing
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.models import Committee
from lvzhi.committee.web import as_file, check_file_form
from lvzhi.deadlines import clock
from lvzhi.drafts import queries as kept
from lvzhi.journal.lines import line
from lvzhi.publications import queries, rules, tables
from lvzhi.publications.ties import DRAFT
from lvzhi.publications.views.place import FOR_STAFF, place, tabs
from lvzhi.publications.vocabulary.words import EXPORT, TABS, UNTITLED
from lvzhi.ui.formats import moment
from lvzhi.ui.paging import keyset

PIECE = 500


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Where the room begins: a member's own, the manuscripts for staff."""
    committee = place(request)
    if rules.sees_all(actor_of(request), committee.pk):
        return redirect("publications:list", what="manuscripts")
    return redirect("publications:mine")


def _rows(request: HttpRequest, committee: Committee, what: str) -> Any:
    actor = actor_of(request)
    found = {
        "calls": lambda: queries.calls(committee),
        "clues": lambda: queries.clues(actor, committee),
        "manuscripts": lambda: queries.manuscripts(actor, committee),
        "issues": lambda: queries.issues(actor, committee),
        "items": lambda: queries.items(committee),
    }
    if what not in found:
        raise Missing("publications.unknown")
    return found[what]()


@require_GET
def listing(request: HttpRequest, what: str) -> HttpResponse:
    """One list, narrowed."""
    committee = place(request, staff=what in FOR_STAFF)
    rows = _rows(request, committee, what)
    form = tables.FILTERS[what](request.GET, committee)
    page = keyset(form.narrowed(rows), tables.ORDERS[what], request.GET.get("cursor"), count=True)
    query = request.GET.copy()
    query.pop("cursor", None)
    actor = actor_of(request)
    context = {
        "what": what, "title": TABS[what], "filter": form, "table": tables.table(what, page, request.GET),
        "query": query.urlencode(), "tabs": tabs(request, committee, what), "exports": what in tables.EXPORTED,
        "keeps": rules.keeps(actor, committee.pk), "member": actor.has("member", committee=committee.pk),
    }  # fmt: skip
    return render(request, "publications/list.html", context)


@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """我的文史: what one has written and offered, what one is asked to write, what is asked for."""
    actor, committee = actor_of(request), place(request)
    drafts = [draft.data.get("title") or UNTITLED for draft in kept.mine(actor.account_id or 0, [DRAFT])]
    context = {
        "tabs": tabs(request, committee, "mine"),
        "manuscripts": tables.mine_table("mine", list(queries.mine(actor))),
        "clues": tables.mine_table("my_clues", list(queries.my_clues(actor))),
        "commissions": list(queries.commissions(actor, committee)),
        "calls": list(queries.open_calls(committee)),
        "drafts": drafts,
    }
    return render(request, "publications/mine.html", context)


@require_GET
def export(request: HttpRequest, what: str, form: str) -> HttpResponseBase:
    """A narrowed list as a file; the journal keeps who took it."""
    check_file_form(form)
    committee = place(request, staff=what in FOR_STAFF)
    if what not in tables.EXPORTED:
        raise Missing("publications.unknown")
    narrowed = tables.FILTERS[what](request.GET, committee)
    rows = narrowed.narrowed(_rows(request, committee, what))
    said = EXPORT["joiner"].join(EXPORT["pair"].format(label=label, value=value) for label, value in narrowed.said())
    count, title = rows.order_by().count(), EXPORT[what]
    with line(actor_of(request), "publications.exported", committee=committee, count=count, what=title):
        pass
    head = (
        EXPORT["filters"].format(filters=said or EXPORT["none"]),
        EXPORT["asof"].format(moment=moment(clock.now()), count=count),
    )
    name = EXPORT["name"].format(title=title, day=clock.today().isoformat())
    return as_file(
        form, name=name, title=title, columns=[field for field, _ in tables.EXPORTED[what]],
        rows=_lines(rows.order_by("id"), what), head=head,
    )  # fmt: skip


def _lines(rows: Any, what: str) -> Iterator[list[Any]]:
    for row in rows.iterator(chunk_size=PIECE):
        yield [read(row) for _, read in tables.EXPORTED[what]]
