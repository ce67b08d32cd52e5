"""Steps of a ballot, and paper slips handed out."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from lvzhi.access import Missing
from lvzhi.accounts.actors import actor_of
from lvzhi.accounts.holding import never_held
from lvzhi.ballots import forms, queries, rules
from lvzhi.ballots.models import Ballot
from lvzhi.ballots.tables import address
from lvzhi.ballots.vocabulary import DONE
from lvzhi.ballots.workflow import BALLOT
from lvzhi.committee.web import attempt
from lvzhi.workflow import engine, pages

COUNT = "count"
UNFIT = 422
TEMPLATES = {"paper_totals": "ballots/paper.html", COUNT: "ballots/count.html"}


def _page(request: HttpRequest, uid: UUID, key: str) -> HttpResponse:
    pages.wanted({"ballot": BALLOT}, "ballot", key)
    ballot: Ballot = queries.one(actor_of(request), uid)
    frame = pages.Frame(
        title=ballot.title,
        back=address(ballot),
        template=TEMPLATES.get(key, "workflow/step.html"),
        more={"ballot": ballot, "turnout": queries.turnout(ballot)},
    )
    return pages.step(request, BALLOT, ballot, key, frame)


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, uid: UUID, key: str) -> HttpResponse:
    """Any step but counting. Raises `Missing` for a step the ballot has not."""
    if key == COUNT:
        raise Missing("workflow.unknown", key=key)
    return _page(request, uid, key)


@never_held
@never_cache
@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "POST"])
def count(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Open the urn: the codes sent here are kept by nothing."""
    return _page(request, uid, COUNT)


@require_http_methods(["GET", "POST"])
def hand(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Hand a paper slip to a voter who has not voted, or take an unused one back."""
    actor = actor_of(request)
    ballot = queries.one(actor, uid)
    rules.teller.check(actor, ballot)
    form = forms.HandForm(request.POST or None, ballot=ballot)

    def do(clean: dict[str, Any]) -> None:
        voter = clean["voter"][0]
        engine.take(voter, clean["what"], actor)
        messages.success(request, DONE[clean["what"]].format(name=voter.person.name))

    if request.method == "POST" and attempt(form, do):
        return redirect("ballots:hand", ballot.uid)
    shows = queries.sees_who(ballot)
    context = {
        "ballot": ballot,
        "form": form,
        "turnout": queries.turnout(ballot),
        "voters": list(queries.voters(ballot)) if shows else None,
    }
    return render(request, "ballots/hand.html", context, status=UNFIT if form.errors else 200)
