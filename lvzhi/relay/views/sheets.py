"""What came whole: figures with their rows, lists of members; and sending one's own."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.apps import apps
from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import attempt
from lvzhi.metrics import periods
from lvzhi.relay import queries, rules, tables
from lvzhi.relay.carriers import figures as carried
from lvzhi.relay.carriers import rosters as lists
from lvzhi.relay.forms import FiguresForm
from lvzhi.relay.views.place import UNFIT, crumbs, frame, posted, seen
from lvzhi.relay.vocabulary import DONE, ROSTER_FILE, WORDS
from lvzhi.ui.formats import day as written
from lvzhi.ui.paging import Page

SHOWN, LONG = 50, 9


@require_GET
def figures(request: HttpRequest) -> HttpResponse:
    """Figures that came, apart from one's own."""
    _, committee = seen(request)
    rows = queries.figures_of(committee)
    return render(
        request, "relay/figures.html", {"table": tables.figures(rows), "crumbs": crumbs((WORDS["figures"], ""))}
    )


@require_GET
def figure(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One figure: its value, its meaning, its rows."""
    found = queries.figure_of(actor_of(request), uid)
    sides = []
    for place, one in enumerate(found.body["lists"]):
        cursor = f"page{place}"
        table = tables.sheet(one["columns"], _page(one["rows"], request, cursor), request.GET, cursor=cursor)
        side = WORDS.get(one["side"], "")
        sides.append({"name": one["name"], "side": side, "count": len(one["rows"]), "table": table})
    trail = crumbs((WORDS["figures"], reverse("relay:figures")), (found.name, ""))
    return render(request, "relay/figure.html", {"figure": found, "sides": sides, "crumbs": trail})


def _page(rows: Sequence[Sequence[str]], request: HttpRequest, name: str) -> Page[Sequence[str]]:
    """A page of rows that are all at hand; a page that does not exist is the nearest one."""
    asked, last = request.GET.get(name, ""), max(-(-len(rows) // SHOWN), 1)
    at = min(max(int(asked) if asked.isdecimal() and len(asked) < LONG else 1, 1), last)
    after, before = (str(at + 1) if at < last else None), (str(at - 1) if at > 1 else None)
    return Page(rows[(at - 1) * SHOWN : at * SHOWN], after, before, len(rows))


@require_GET
def rosters(request: HttpRequest) -> HttpResponse:
    """Lists of members that came."""
    _, committee = seen(request)
    rows = queries.rosters_of(committee)
    return render(
        request, "relay/rosters.html", {"table": tables.rosters(rows), "crumbs": crumbs((WORDS["rosters"], ""))}
    )


@require_GET
def roster(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One list, as it came."""
    found = queries.roster_of(actor_of(request), uid)
    table = tables.sheet(lists.labels(), _page(found.body["rows"], request, "page"), request.GET)
    trail = crumbs((WORDS["rosters"], reverse("relay:rosters")), (found.peer.name, ""))
    return render(request, "relay/roster.html", {"roster": found, "table": table, "crumbs": trail})


@require_POST
def roster_file(request: HttpRequest, uid: UUID) -> FileResponse:
    """The list as a sheet."""
    actor = actor_of(request)
    found = queries.roster_of(actor, uid)
    name = ROSTER_FILE.format(peer=found.peer.name, day=written(found.as_of))
    return FileResponse(lists.as_sheet(actor, found), as_attachment=True, filename=name)


@require_http_methods(["GET", "POST"])
def send_figures(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Post one's own figures of a year to a peer."""
    actor = actor_of(request)
    peer = queries.peer_of(actor, uid)
    rules.keeper.check(actor, peer)
    named = {room: str(apps.get_app_config(room).verbose_name) for room in carried.rooms()}
    form = FiguresForm(posted(request), rooms=named)
    sent: list[int] = []
    if request.method == "POST" and attempt(
        form,
        lambda data: sent.append(
            carried.post_figures(actor, peer, periods.year(data["year"]), carried.keys_of(data["rooms"]))
        ),
    ):
        messages.success(request, DONE["figures"].format(count=sent[0]))
        return redirect("relay:peer", peer.uid)
    context = frame(WORDS["send_figures"], reverse("relay:peer", args=[peer.uid]), form=form)
    return render(request, "relay/form.html", context, status=UNFIT if form.errors else 200)


@require_POST
def send_roster(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Post the list of one's own members to a peer."""
    actor = actor_of(request)
    peer = queries.peer_of(actor, uid)
    messages.success(request, DONE["roster"].format(count=lists.post_roster(actor, peer)))
    return redirect("relay:peer", peer.uid)
