"""Earlier proposals near to the text on the page, with their answers and promises; it refuses nothing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.links import alike
from lvzhi.links.alike import Text
from lvzhi.norms import codes
from lvzhi.proposals import queries, rules, tables
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.queries.publishing import public_parts
from lvzhi.proposals.queries.sections import day_of, labels
from lvzhi.proposals.queries.similar import Near, similar
from lvzhi.proposals.views import handling
from lvzhi.proposals.views.place import committee_of
from lvzhi.proposals.vocabulary.publishing import PUBLIC_PARTS
from lvzhi.proposals.vocabulary.words import CUT, PUBLIC_WORD
from lvzhi.ui.marks import Tag

EXCERPT = 120  # signs of an answer shown before it is opened
OWN_PARTS = frozenset(PUBLIC_PARTS[name] for name in ("title", "background", "analysis", "survey", "recommendations"))
LEAST = 8  # signs of a title below which nothing is looked for while it is being typed


@require_POST
def near_text(request: HttpRequest) -> HttpResponse:
    """Near to what is being written; nothing is saved. Stands beside the write page, or on a page of its own."""
    actor = actor_of(request)
    place = committee_of(request)
    if place is None or not rules.may_draft(actor, place.pk):
        raise NotAllowed("proposals.not_member", committee=place.name if place else "")
    lines = [line for line in request.POST.get("recommendations", "").splitlines() if line.strip()]
    title = request.POST.get("title", "").strip()
    beside = bool(request.headers.get("HX-Request"))
    found, hidden = similar(actor, place, title, lines) if not beside or len(title) >= LEAST else ([], 0)
    text = Text(title, request.POST.get("background", ""), request.POST.get("analysis", ""), "\n".join(lines))
    others = alike.near(actor, place, text, without=frozenset({Proposal._meta.label_lower}))
    context = {
        "found": [_shown(one) for one in found], "hidden": hidden, "title": title, "proposal": None, "others": others,
    }  # fmt: skip
    return render(request, "proposals/_similar.html" if beside else "proposals/similar.html", context)


@require_GET
def near(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Near to a proposal that stands."""
    actor = actor_of(request)
    proposal = queries.one(actor, uid)
    lines = [row.text for row in proposal.recommendations.filter(voided_at=None).order_by("number")]
    found, hidden = similar(actor, proposal.committee, proposal.title, lines, but=proposal)
    shown = [_shown(one) for one in found]
    context = {"found": shown, "hidden": hidden, "title": proposal.title, "proposal": proposal}
    return render(request, "proposals/similar.html", context)


def _shown(one: Near) -> dict[str, Any]:
    """An earlier text in words: what agrees, what was answered in which class by whom and when, what was promised."""
    proposal, publication = one.proposal, one.publication
    if publication is not None:
        own = OWN_PARTS | set(labels(proposal.committee_id, day_of(proposal)).values())
        answers = [
            {"label": part.label, "excerpt": _excerpt(part.text), "text": part.text}
            for part in public_parts(publication)
            if part.label not in own
        ]
        url, tag = reverse("proposals:publication", args=[publication.uid]), Tag(PUBLIC_WORD, "good", "news")
    else:
        answers = [_answer(reply) for reply in one.replies]
        url, tag = tables.address(proposal), tables.state_tag(proposal)
    return {
        "proposal": proposal,
        "title": tables.title(proposal),
        "url": url,
        "tag": tag,
        "percent": one.percent,
        "passages": one.passages,
        "answers": answers,
        "promises": [handling.promise(row) for row in queries.promises_beside(one.replies)],
    }


def _answer(reply: Any) -> dict[str, Any]:
    return {
        "unit": reply.assignment.unit.name,
        "round": reply.round,
        "class": reply.result_class,
        "result": codes.name_of("proposals.class", reply.committee_id, reply.result_class, reply.answered_on),
        "day": reply.answered_on,
        "excerpt": _excerpt(reply.text),
        "text": reply.text,
    }


def _excerpt(text: str) -> str:
    """The beginning of a text, up to a fixed length; "" where that is all of it."""
    bare = " ".join(text.split())
    return bare[:EXCERPT] + CUT if len(bare) > EXCERPT else ""
