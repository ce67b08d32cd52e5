"""各级联合课题: what the level above asks, what those below have done, who is late, what is due."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.deadlines import clock
from lvzhi.joint import queries, rules, tables
from lvzhi.joint.vocabulary import TABS
from lvzhi.ui.paging import keyset

CARDS = 20


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Topics of the committee and those below it, and of others in which it has a part.

    Raises:
        NotAllowed: someone who is not on the staff.
    """
    actor, committee = actor_of(request), committee_of(request)
    if committee is None or not rules.may_list(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.joined.label)
    rows = queries.readable(actor, committee)
    wanted = request.GET.get("tab", "")
    wanted = wanted if wanted in queries.TABS else ""
    counts = queries.tab_counts(rows, committee)
    shown = queries.listed(queries.by_tab(rows, committee, wanted))
    page = keyset(shown, ("-opened_on", "-id"), request.GET.get("cursor"), CARDS)
    today = clock.today()
    context = {
        "cards": [tables.card(topic, committee.pk, today) for topic in page.items],
        "page": page,
        "committee": committee,
        "tabs": [
            {"label": label, "url": f"?tab={key}", "active": key == wanted, "count": counts[key]} for key, label in TABS
        ],
        "tab": wanted,
    }
    return render(request, "joint/list.html", context)
