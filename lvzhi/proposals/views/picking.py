"""Answers to the picker of members."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.people.queries import MANY, search, sectors_of, told_apart
from lvzhi.proposals import rules
from lvzhi.proposals.views.place import committee_of


def _typed(request: HttpRequest) -> str:
    """What was typed into whichever picker asks: its field is named NAME__typed."""
    name = f"{request.GET.get('of', '')}__typed"
    return (request.GET.get("q") or request.GET.get(name) or "").strip()


def _place(request: HttpRequest) -> Committee:
    place = committee_of(request)
    actor = actor_of(request)
    writes = place is not None and (
        rules.may_draft(actor, place.pk)
        or any(actor.has(role, committee=place.pk) for role in (rules.CLERK, rules.HEAD))
    )
    if place is None or not writes:
        raise NotAllowed("access.not_allowed", who=rules.proposer.label)
    return place


@require_GET
def member(request: HttpRequest) -> HttpResponse:
    """Members in office whose name, pinyin or initials fit; same-named ones are told apart."""
    day = clock.today()
    rows = list(search(Scope(_place(request)), _typed(request), day)[:MANY])
    names, sectors = told_apart(rows, day), sectors_of(rows, day)
    options = [(row.pk, names[row.pk], sectors.get(row.pk) or row.person.work) for row in rows]
    return render(request, "ui/picker_options.html", {"options": options})
