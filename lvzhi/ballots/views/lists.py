"""The list of ballots."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lvzhi.accounts.actors import actor_of
from lvzhi.accounts.models import Account
from lvzhi.ballots import queries, rules, tables
from lvzhi.ui.paging import keyset


@require_GET
def ballots(request: HttpRequest) -> HttpResponse:
    """Those the actor may know of, each with one's own mark."""
    actor = actor_of(request)
    page = keyset(queries.listed(actor), ("-held_on", "-id"), request.GET.get("cursor"))
    user = request.user
    home = user.committee_id if isinstance(user, Account) else None
    context = {
        "table": tables.ballots_table(page, queries.own_marks(actor, page.items), request.GET),
        "may_begin": home is not None and rules.may_begin(actor, home),
    }
    return render(request, "ballots/list.html", context)
