"""The slip. What is sent here is kept by nothing: no draft, no session, no log, no key of the request."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from lvzhi.access import Conflict, Missing, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.accounts.holding import never_held
from lvzhi.ballots import forms, queries
from lvzhi.ballots.tables import address
from lvzhi.ballots.vocabulary import DONE, State, VoterState
from lvzhi.committee.web import tell
from lvzhi.workflow import engine

UNFIT = 422


@never_held
@never_cache
@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "POST"])
def vote(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show the slip; put it into the urn. A second sending finds the mark and changes nothing.

    Raises:
        Missing: not on the list of voters.
        NotAllowed: acting for somebody else.
    """
    actor = actor_of(request)
    if actor.behalf:
        raise NotAllowed("ballots.in_person")
    ballot = queries.one(actor, uid)
    voter = queries.own_voter(actor, ballot)
    if voter is None or ballot.state == State.DRAFT:
        raise Missing("access.missing")
    if voter.state != VoterState.WAITING or ballot.state != State.OPEN:
        messages.info(request, DONE["already"] if voter.state == VoterState.CAST else DONE["closed"])
        return redirect(address(ballot))
    form = forms.CastForm(request.POST if request.method == "POST" else None, record=voter, actor=actor)
    if request.method == "POST" and form.is_valid():
        try:
            engine.take(voter, "cast", actor, request.POST)
        except Conflict:
            return redirect(address(ballot))
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, DONE["cast"])
            return redirect(address(ballot))
    context = {"ballot": ballot, "form": form}
    return render(request, "ballots/vote.html", context, status=UNFIT if form.errors else 200)
