"""The ledger: who is on the other side, what waits, what is unanswered, parked, refused."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lvzhi.deadlines import clock
from lvzhi.norms import value
from lvzhi.relay import queries, rules, tables
from lvzhi.relay.views.place import crumbs, seen
from lvzhi.relay.vocabulary import WORDS
from lvzhi.ui.paging import keyset

SHOWN, LAST = 50, 5


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Peers, outbox, unanswered, parked, refused."""
    actor, committee = seen(request)
    peers = queries.board(committee)
    days = int(value("relay.answer_days", committee.pk))
    late = clock.now() - timedelta(days=days)
    context = {
        "committee": committee, "table": tables.peers(peers), "peers": peers, "keys": queries.keys_of(committee)[:1],
        "late": [peer for peer in peers if peer.since is not None and peer.since < late], "days": days,
        "refused": tables.refused(queries.refused_of(committee)[:LAST]),
        "keeps": rules.keeps(actor, committee.pk),
    }  # fmt: skip
    return render(request, "relay/home.html", context)


@require_GET
def refused(request: HttpRequest) -> HttpResponse:
    """Every file that was turned away, and why."""
    _, committee = seen(request)
    page = keyset(queries.refused_of(committee), ("-id",), request.GET.get("cursor"), SHOWN, count=True)
    table = tables.refused(page.items)
    table.page, table.params = page, request.GET
    return render(request, "relay/refused.html", {"table": table, "crumbs": crumbs((WORDS["refused"], ""))})
