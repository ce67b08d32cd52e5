"""Earlier proposals near to the text on the page, with their answers; it refuses nothing."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.proposals import queries, rules
from lvzhi.proposals.queries.similar import similar
from lvzhi.proposals.views.place import committee_of


@require_POST
def near_text(request: HttpRequest) -> HttpResponse:
    """Near to what is being written; nothing is saved. Opens beside the write page."""
    actor = actor_of(request)
    place = committee_of(request)
    if place is None or not rules.may_draft(actor, place.pk):
        raise NotAllowed("proposals.not_member", committee=place.name if place else "")
    lines = [line for line in request.POST.get("recommendations", "").splitlines() if line.strip()]
    title = request.POST.get("title", "").strip()
    found, hidden = similar(actor, place, title, lines)
    context = {"found": found, "hidden": hidden, "title": title, "proposal": None}
    return render(request, "proposals/similar.html", context)


@require_GET
def near(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Near to a proposal that stands."""
    actor = actor_of(request)
    proposal = queries.one(actor, uid)
    lines = [row.text for row in proposal.recommendations.filter(voided_at=None).order_by("number")]
    found, hidden = similar(actor, proposal.committee, proposal.title, lines, but=proposal)
    context = {"found": found, "hidden": hidden, "title": proposal.title, "proposal": proposal}
    return render(request, "proposals/similar.html", context)
