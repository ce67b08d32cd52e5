"""Packages handed to other supervising bodies, and one page for every step of supervision."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from lvzhi.accounts.actors import actor_of
from lvzhi.activities import notices, rules, tables
from lvzhi.activities.actions import exchanging
from lvzhi.activities.forms import supervision as forms
from lvzhi.activities.letters import supervision as letters
from lvzhi.activities.models import Exchange
from lvzhi.activities.queries import supervision as queries
from lvzhi.activities.views.place import committee_of
from lvzhi.activities.vocabulary import supervision as words
from lvzhi.activities.vocabulary.supervising import PAGE, SAID
from lvzhi.activities.workflow import EXCHANGE, OPINION, SUPERVISOR
from lvzhi.committee.web import attempt
from lvzhi.files.queries import of as files_of
from lvzhi.journal.queries import histories
from lvzhi.norms import codes
from lvzhi.ui.paging import keyset
from lvzhi.workflow import pages
from lvzhi.workflow.engine import steps_open

UNFIT = 422
KINDS = {"supervisor": SUPERVISOR, "opinion": OPINION, "exchange": EXCHANGE}
READS: dict[str, Any] = {
    "supervisor": (queries.supervisor, notices.supervisor_address),
    "opinion": (queries.opinion, notices.opinion_address),
    "exchange": (queries.exchange, notices.exchange_address),
}


@require_GET
def exchanges(request: HttpRequest) -> HttpResponse:
    """What has been handed over."""
    actor = actor_of(request)
    rules.office.check(actor, Exchange(committee=committee_of(request)))
    page = keyset(queries.exchanges(actor), ("-id",), request.GET.get("cursor"))
    context = {"table": tables.exchanges_table(page, request.GET)}
    return render(request, "activities/supervision/exchanges.html", context)


@require_http_methods(["GET", "POST"])
def new_exchange(request: HttpRequest) -> HttpResponse:
    """Make a package."""
    actor, place = actor_of(request), committee_of(request)
    rules.office.check(actor, Exchange(committee=place))
    form = forms.ExchangeForm(request.POST or None, committee=place)
    made: list[Exchange] = []

    def do(clean: dict[str, Any]) -> None:
        asked = exchanging.Asked(**clean)
        made.append(exchanging.make_exchange(actor, place, asked, letters.package, once=request.POST.get("once")))

    if request.method == "POST" and attempt(form, do):
        messages.success(request, SAID["exchange"])
        return redirect("activities:exchange", made[0].uid)
    context = {"form": form, "title": PAGE["new_exchange"], "back": reverse("activities:exchanges")}
    return render(request, "activities/supervision/form.html", context, status=UNFIT if form.errors else 200)


@require_GET
def exchange(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One package: what it holds, where it went, its receipt."""
    actor = actor_of(request)
    row = queries.exchange(actor, uid)
    context = {
        "row": row,
        "tag": tables.exchange_tag(row),
        "body": codes.name_of(words.BODIES, row.committee_id, row.body, row.made_on),
        "units": queries.exchange_units(row),
        "files": files_of(row._meta.label_lower, row.uid),
        "buttons": [
            {"step": one, "url": reverse("activities:supervision_step", args=["exchange", row.uid, one.key])}
            for one in steps_open(row, actor)
        ],
        "events": histories([(row._meta.label_lower, row.uid)]),
    }
    return render(request, "activities/supervision/exchange.html", context)


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, kind: str, uid: UUID, key: str) -> HttpResponse:
    """Ask what a step asks; take it. Raises `Missing` for a record or a step that the actor may not know of."""
    workflow = pages.wanted(KINDS, kind, key)
    read, address = READS[kind]
    record = read(actor_of(request), uid)
    frame = pages.Frame(title=record.title_for_people, back=address(record))
    return pages.step(request, workflow, record, key, frame)
