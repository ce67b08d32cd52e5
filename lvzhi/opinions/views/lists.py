"""One's own items, what waits for an editor, all of them with export."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import as_file, check_file_form
from lvzhi.deadlines import clock
from lvzhi.drafts import queries as kept
from lvzhi.journal.lines import line
from lvzhi.opinions import queries, rules, tables
from lvzhi.opinions.queries import chain
from lvzhi.opinions.ties import DRAFT, NEW
from lvzhi.opinions.views.place import place, tabs
from lvzhi.opinions.vocabulary.words import EXPORT, UNTITLED
from lvzhi.ui.formats import moment
from lvzhi.ui.paging import keyset

PIECE: Final = 500
ORDER: Final = ("-submitted_on", "-id")
WAITING_ORDER: Final = ("-urgent", "state_since", "id")


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Where the room begins: what waits for editors, all for other readers, one's own for the rest."""
    committee, actor = place(request), actor_of(request)
    if rules.edits(actor, committee.pk):
        return redirect("opinions:screening")
    return redirect("opinions:all" if rules.sees_all(actor, committee.pk) else "opinions:mine")


@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """我的信息: every item of the actor's, where it is, who has it."""
    actor, committee = actor_of(request), place(request)
    draft = kept.load(actor.account_id or 0, DRAFT, NEW)
    context = {
        "tabs": tabs(request, committee, "mine"),
        "table": tables.mine_table(chain.with_latest(queries.mine(actor))),
        "draft": (draft.data.get("title") or UNTITLED) if draft else "",
        "sends": rules.sends(actor, committee.pk),
    }
    return render(request, "opinions/mine.html", context)


@require_GET
def screening(request: HttpRequest) -> HttpResponse:
    """What waits for an editor, urgent first, then the longest waiting."""
    committee = place(request, reads=True)
    rows = queries.waiting(actor_of(request), committee)
    page = keyset(rows, WAITING_ORDER, request.GET.get("cursor"), count=True)
    context = {
        "tabs": tabs(request, committee, "screening"), "table": tables.screening_table(page, request.GET),
        "edits": rules.edits(actor_of(request), committee.pk),
    }  # fmt: skip
    return render(request, "opinions/screening.html", context)


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """All items handed in, narrowed."""
    committee = place(request, reads=True)
    form = tables.ConcernFilter(request.GET, committee)
    rows = form.narrowed(queries.concerns(actor_of(request), committee))
    query = request.GET.copy()
    query.pop("cursor", None)
    context = {
        "tabs": tabs(request, committee, "all"), "filter": form, "query": query.urlencode(),
        "table": tables.all_table(keyset(rows, ORDER, request.GET.get("cursor"), count=True), request.GET),
        "edits": rules.edits(actor_of(request), committee.pk),
    }  # fmt: skip
    return render(request, "opinions/list.html", context)


@require_GET
def export(request: HttpRequest, form: str) -> HttpResponseBase:
    """A narrowed list as a file; the journal keeps who took it."""
    check_file_form(form)
    committee = place(request, reads=True)
    narrowed = tables.ConcernFilter(request.GET, committee)
    rows = narrowed.narrowed(queries.concerns(actor_of(request), committee))
    said = EXPORT["joiner"].join(EXPORT["pair"].format(label=label, value=value) for label, value in narrowed.said())
    count = rows.order_by().count()
    with line(actor_of(request), "opinions.exported", committee=committee, count=count):
        pass
    head = (
        EXPORT["filters"].format(filters=said or EXPORT["none"]),
        EXPORT["asof"].format(moment=moment(clock.now()), count=count),
    )
    name = EXPORT["name"].format(day=clock.today().isoformat())
    columns = [field for field, _ in tables.EXPORTED]
    return as_file(form, name=name, title=EXPORT["title"], columns=columns, rows=_lines(rows), head=head)


def _lines(rows: Any) -> Iterator[list[Any]]:
    for row in rows.order_by("id").iterator(chunk_size=PIECE):
        yield [read(row) for _, read in tables.EXPORTED]
