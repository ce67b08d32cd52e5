"""What came from below, what was sent and has no answer, and turns that are taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from lvzhi.access import Missing, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.opinions import queries, rules
from lvzhi.opinions.actions import commenting, noting
from lvzhi.opinions.models import Trace
from lvzhi.opinions.queries import chain
from lvzhi.opinions.tables import turning as tables
from lvzhi.opinions.views.place import place, tabs
from lvzhi.opinions.vocabulary.chain import ONLY
from lvzhi.opinions.vocabulary.turns import SAID
from lvzhi.ui.paging import keyset

ALL = "all"


@require_GET
def arrivals(request: HttpRequest) -> HttpResponse:
    """下级来件: what committees below have sent, to be signed for."""
    committee = place(request, reads=True)
    only = ALL if request.GET.get("only") == ALL else ""
    rows = chain.arrivals(actor_of(request), committee, waiting=only != ALL)
    page = keyset(rows, ("-created_at", "-id"), request.GET.get("cursor"), count=True)
    empty = "arrivals_all" if only == ALL else "arrivals"
    context = {
        "tabs": tabs(request, committee, "arrivals"), "ways": _ways("arrivals", only),
        "table": tables.table(tables.ARRIVALS, page, request.GET, empty),
    }  # fmt: skip
    return render(request, "opinions/arrivals.html", context)


@require_GET
def sent(request: HttpRequest) -> HttpResponse:
    """报送情况: what we sent to whom, who has not signed for it, who has not decided."""
    committee = place(request, reads=True)
    only, to = ALL if request.GET.get("only") == ALL else "", request.GET.get("to", "")
    rows = chain.own_sendings(committee) if only == ALL else chain.unanswered(committee)
    page = keyset(rows.filter(body=to) if to else rows, ("-on", "-id"), request.GET.get("cursor"), count=True)
    context = {
        "tabs": tabs(request, committee, "sent"), "ways": _ways("sent", only), "to": to, "only": only,
        "receivers": chain.receivers(committee),
        "table": tables.table(tables.SENT, page, request.GET, "sent_all" if only == ALL else "sent"),
    }  # fmt: skip
    return render(request, "opinions/sent.html", context)


def _ways(name: str, only: str) -> list[dict[str, Any]]:
    """What a list may be narrowed to by one press."""
    found = []
    for key, label in ONLY[name].items():
        url = reverse(f"opinions:{name}") + (f"?only={key}" if key else "")
        found.append({"label": label, "url": url, "active": key == only})
    return found


@require_POST
def forget(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take back a turn that was entered by hand."""
    trace = chain.trace(actor_of(request), uid)
    return _after(request, trace, lambda: noting.forget(actor_of(request), trace), "forgotten")


@require_POST
def apart(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A leader's comment on an issue that does not speak of this item."""
    trace = chain.trace(actor_of(request), uid)
    rules.editor.check(actor_of(request), trace.concern)
    if trace.comment_id is None:
        raise Missing("opinions.unknown")
    return _after(request, trace, lambda: commenting.apart(actor_of(request), trace), "apart")


def _after(request: HttpRequest, trace: Trace, do: Callable[[], object], said: str) -> HttpResponse:
    try:
        do()
    except NotAllowed:
        raise
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, SAID[said].format(title=trace.concern.current_title))
    return redirect(queries.address(trace.concern))
