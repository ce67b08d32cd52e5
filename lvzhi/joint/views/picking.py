"""Answers of the two pickers: people of a committee, committees near one's own."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.deadlines import clock
from lvzhi.joint import queries, rules
from lvzhi.people.queries import picking

MANY = 40


def _typed(request: HttpRequest) -> str:
    typed = [request.GET.get(key, "") for key in request.GET if key.endswith("__typed")]
    return request.GET.get("q") or next(iter(typed), "")


@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """Members and staff of one's own committee by typed text.

    Raises:
        NotAllowed: someone who is not on the staff.
    """
    committee = committee_of(request)
    if committee is None or not rules.may_list(actor_of(request), committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.joined.label)
    rows = list(picking.found_persons(committee, _typed(request), clock.today())[:MANY])
    names = picking.told_apart(committee, rows)
    return render(request, "ui/picker_options.html", {"options": [(str(one.pk), names[one.pk], "") for one in rows]})


@require_GET
def committees(request: HttpRequest) -> HttpResponse:
    """Committees above, below and beside one's own by typed text.

    Raises:
        NotAllowed: someone who is not on the staff.
    """
    committee = committee_of(request)
    if committee is None or not rules.may_list(actor_of(request), committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.joined.label)
    typed = _typed(request).strip()
    rows = queries.committees_near(committee).filter(name__icontains=typed)[:MANY] if typed else ()
    options = [(str(one.pk), one.display, one.get_level_display()) for one in rows]
    return render(request, "ui/picker_options.html", {"options": options})
