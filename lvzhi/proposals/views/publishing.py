"""Publication: what is published, what waits to be decided, and the text that is or would be public."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from lvzhi.access import Actor
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.scope import Scope
from lvzhi.journal.queries import timeline
from lvzhi.proposals import queries
from lvzhi.proposals.models import Publication
from lvzhi.proposals.queries import publishing as reads
from lvzhi.proposals.rules import clerk
from lvzhi.proposals.rules import publishing as rights
from lvzhi.proposals.tables import publishing as tables
from lvzhi.proposals.views.place import committee_of
from lvzhi.proposals.vocabulary.publishing import PUBLIC_HOLDERS, PublicForm, PublicState
from lvzhi.ui.paging import keyset
from lvzhi.workflow import clocks
from lvzhi.workflow.engine import steps_open
from lvzhi.workflow.registry import workflow_of

PAGE = 30
WAITING = 100


@require_GET
def published(request: HttpRequest) -> HttpResponse:
    """The proposals of one's committee that are published; for the clerk also the decisions that wait."""
    actor, place = actor_of(request), committee_of(request)
    context: dict[str, Any] = {"table": None, "waiting": None, "clerk": False}
    if place is not None:
        page = keyset(reads.published(Scope(place)), ("-published_on", "-id"), request.GET.get("cursor"), PAGE)
        context["table"] = tables.published_table(page, request.GET)
        if any(actor.has(role, committee=place.pk) for role in ("clerk", "proposal_head")):
            context["waiting"] = tables.waiting_table(list(reads.waiting_public(Scope(place))[:WAITING]))
    return render(request, "proposals/published.html", context)


@require_GET
def publication(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One decision with its public text; who may only read what is public sees the text alone."""
    actor = actor_of(request)
    row = reads.publication_of(actor, uid)
    proposal = row.proposal
    inside = rights.readers(actor, row) or rights.own(actor, row)
    running = clocks.running(workflow_of(Publication), row)
    context = {
        "row": row,
        "proposal": proposal,
        "parts": reads.public_parts(row) if row.form else [],
        "tag": tables.public_tag(row),
        "form": str(PublicForm(row.form).label) if row.form else "",
        "inside": inside,
        "holder": PUBLIC_HOLDERS.get(PublicState(row.state), ""),
        "running": running,
        "left": clocks.left(running.due.date, row.committee_id) if running else None,
        "redactions": list(row.redactions.filter(voided_at=None)) if _sees_original(actor, row) else [],
        "buttons": _buttons(actor, row),
        "others": [one for one in reads.decisions(proposal) if one.pk != row.pk] if inside else [],
        "events": timeline(row._meta.label_lower, row.uid) if inside else [],
        "detail": reverse("proposals:detail", args=[proposal.uid]) if queries.sees(actor, proposal) else "",
    }
    return render(request, "proposals/publication.html", context)


def _sees_original(actor: Actor, row: Publication) -> bool:
    return clerk(actor, row.proposal) or rights.own(actor, row)


def _buttons(actor: Actor, row: Publication) -> list[dict[str, Any]]:
    return [
        {"step": step, "url": reverse("proposals:step", args=["publication", row.uid, step.key])}
        for step in steps_open(row, actor)
    ]
