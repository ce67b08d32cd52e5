"""The list, one's own, one honour, its steps, the export."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import as_file, check_file_form
from lvzhi.deadlines import clock
from lvzhi.files.queries import of as files_of
from lvzhi.honours import queries, rules, tables, ties
from lvzhi.honours.metrics import bearer_name, kind_name, level_name
from lvzhi.honours.queries import address
from lvzhi.honours.views.place import place
from lvzhi.honours.vocabulary import EXPORT, HOLDERS, NEXT, State
from lvzhi.honours.workflow import HONOUR
from lvzhi.journal.lines import line
from lvzhi.journal.queries import timeline
from lvzhi.links.queries import lines as ties_of
from lvzhi.ui.formats import moment
from lvzhi.ui.paging import keyset
from lvzhi.workflow import pages
from lvzhi.workflow.engine import steps_open

PIECE = 500
TONES = {"main": 0, "plain": 1, "danger": 2}
KINDS = {"honour": HONOUR}


def _filtered(request: HttpRequest) -> tuple[tables.FilterForm, Any]:
    committee = place(request)
    form = tables.FilterForm(request.GET, committee)
    return form, form.narrowed(queries.readable(actor_of(request), committee))


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """荣誉台账."""
    actor, committee = actor_of(request), place(request)
    form, rows = _filtered(request)
    page = keyset(rows, ("-given_on", "-id"), request.GET.get("cursor"), count=True)
    query = request.GET.copy()
    query.pop("cursor", None)
    context = {
        "filter": form, "table": tables.honours_table(page, request.GET), "query": query.urlencode(),
        "keeps": rules.keeps(actor, committee.pk), "member": actor.has("member", committee=committee.pk),
    }  # fmt: skip
    return render(request, "honours/list.html", context)


@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """我的荣誉."""
    place(request)
    return render(request, "honours/mine.html", {"table": tables.mine_table(list(queries.mine(actor_of(request))))})


@require_GET
def detail(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One honour with its proof."""
    actor = actor_of(request)
    honour = queries.one(actor, uid)
    kind = honour._meta.label_lower
    open_steps = sorted(steps_open(honour, actor), key=lambda one: TONES[one.tone])
    open_now = honour.state in ties.OPEN and honour.voided_at is None
    context = {
        "honour": honour, "tag": tables.state_tag(honour), "level_name": level_name(honour),
        "kind_name": kind_name(honour), "bearer_name": bearer_name(honour), "works": ties_of(actor, honour),
        "holder": HOLDERS[State(honour.state)], "next": NEXT[State(honour.state)],
        "buttons": [{"step": one, "url": tables.step_url(honour, one.key)} for one in open_steps],
        "files": files_of(kind, honour.uid), "events": timeline(kind, honour.uid),
        "add_url": reverse("files:add", args=[kind, honour.uid]) if ties.may_add(actor, honour) else "",
        "may_edit": open_now and rules.writes(actor, honour), "may_void": rules.keeper(actor, honour),
    }  # fmt: skip
    return render(request, "honours/detail.html", context)


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, uid: UUID, key: str) -> HttpResponse:
    """Ask what the step asks; take it."""
    workflow = pages.wanted(KINDS, "honour", key)
    honour = queries.one(actor_of(request), uid)
    return pages.step(request, workflow, honour, key, pages.Frame(title=honour.title, back=address(honour)))


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a mis-entered honour out of every figure."""
    honour = queries.one(actor_of(request), uid)
    return pages.void(request, honour, rules.keeper, title=honour.title, back=address(honour))


@require_POST
def restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring it back."""
    honour = queries.one(actor_of(request), uid)
    return pages.restore(request, honour, rules.keeper, back=address(honour))


@require_GET
def export(request: HttpRequest, form: str) -> HttpResponseBase:
    """The narrowed list as a file; the journal keeps who took it."""
    check_file_form(form)
    committee = place(request)
    narrowed, rows = _filtered(request)
    said = EXPORT["joiner"].join(EXPORT["pair"].format(label=label, value=value) for label, value in narrowed.said())
    count = rows.order_by().count()
    with line(actor_of(request), "honours.exported", committee=committee, count=count):
        pass
    head = (
        EXPORT["filters"].format(filters=said or EXPORT["none"]),
        EXPORT["asof"].format(moment=moment(clock.now()), count=count),
    )
    return as_file(
        form, name=EXPORT["name"].format(day=clock.today().isoformat()), title=EXPORT["title"],
        columns=[field for field, _ in tables.EXPORTED], rows=_lines(rows.order_by("given_on", "id")), head=head,
    )  # fmt: skip


def _lines(rows: Any) -> Iterator[list[Any]]:
    for row in rows.iterator(chunk_size=PIECE):
        yield [read(row) for _, read in tables.EXPORTED]
