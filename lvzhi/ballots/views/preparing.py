"""Preparing a ballot: what it asks, who may vote, the tellers' codes."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from lvzhi.accounts.actors import actor_of
from lvzhi.accounts.holding import never_held
from lvzhi.ballots import actions, forms, queries, rules
from lvzhi.ballots.models import Ballot
from lvzhi.ballots.tables import address
from lvzhi.ballots.views.place import home
from lvzhi.ballots.vocabulary import DONE, State
from lvzhi.committee.web import attempt, version_seen

UNFIT = 422


def _asked(clean: dict[str, Any]) -> actions.Asked:
    return actions.Asked(
        title=clean["title"],
        kind=clean["kind"],
        held_on=clean["held_on"],
        organ=clean["organ"],
        items=clean["items"].splitlines(),
        questions=clean["questions"].splitlines(),
        tellers=list(clean["tellers"]),
        entitled=clean["entitled"] or 0,
        note=clean["note"],
    )


def _kept(request: HttpRequest, uid: UUID) -> Ballot:
    """A ballot in preparation that the actor keeps. Raises `Missing`, `NotAllowed`."""
    ballot = queries.one(actor_of(request), uid)
    rules.keeper.check(actor_of(request), ballot)
    return ballot


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Begin a ballot; go on to its list of voters."""
    actor, place = actor_of(request), home(request)
    once = request.POST.get("once")
    known = actions.begun(actor, once)
    if known is not None:
        return redirect("ballots:voters", known.uid)
    form = forms.AskedForm(request.POST or None, committee=place)
    made: list[Ballot] = []
    if request.method == "POST" and attempt(
        form, lambda clean: made.append(actions.begin(actor, place, _asked(clean), once=once))
    ):
        messages.success(request, DONE["begun"])
        return redirect("ballots:voters", made[0].uid)
    return _form(request, form, None)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Change what it asks."""
    actor, ballot = actor_of(request), _kept(request, uid)
    given = request.POST if request.method == "POST" else None
    form = forms.AskedForm(given, initial=forms.AskedForm.of(ballot), committee=ballot.committee)
    seen = version_seen(request)
    if request.method == "POST" and attempt(form, lambda clean: actions.edit(actor, ballot, _asked(clean), seen)):
        messages.success(request, DONE["saved"])
        return redirect(address(ballot))
    return _form(request, form, ballot)


def _form(request: HttpRequest, form: forms.AskedForm, ballot: Ballot | None) -> HttpResponse:
    context = {"form": form, "ballot": ballot}
    return render(request, "ballots/edit.html", context, status=UNFIT if form.errors else 200)


@require_http_methods(["GET", "POST"])
def voters(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The list of voters, and who is to be added."""
    actor, ballot = actor_of(request), _kept(request, uid)
    form = forms.VotersForm(request.POST or None, committee=ballot.committee)
    added: list[int] = []
    if request.method == "POST" and attempt(
        form, lambda clean: added.append(actions.add_voters(actor, ballot, form.persons(), clean["group"]))
    ):
        messages.success(request, DONE["added"].format(count=added[0]))
        return redirect("ballots:voters", ballot.uid)
    listed = list(queries.voters(ballot))
    context = {
        "ballot": ballot,
        "form": form,
        "voters": listed,
        "silent": sum(1 for voter in listed if voter.person.account_id is None),
        "draft": ballot.state == State.DRAFT,
    }
    return render(request, "ballots/voters.html", context, status=UNFIT if form.errors else 200)


@require_POST
def clear(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Empty the list."""
    ballot = _kept(request, uid)
    actions.clear_voters(actor_of(request), ballot)
    messages.success(request, DONE["cleared"])
    return redirect("ballots:voters", ballot.uid)


@never_held
@never_cache
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The teller's code: shown in this answer and nowhere else, ever."""
    actor = actor_of(request)
    ballot = queries.one(actor, uid)
    rules.teller.check(actor, ballot)
    shown = ""
    if request.method == "POST":
        shown = actions.take_code(actor, ballot)
    own = queries.own_teller(actor, ballot)
    context = {"ballot": ballot, "code": shown, "has": bool(own and own.key), "draft": ballot.state == State.DRAFT}
    return render(request, "ballots/code.html", context)
