"""The temporary Party organs of a plenary: the list, founding one, seating people, taking somebody out."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from lvzhi.access import Missing
from lvzhi.accounts.actors import actor_of
from lvzhi.activities import queries, rules
from lvzhi.activities.actions import partying as actions
from lvzhi.activities.forms.partying import PartyForm, SeatForm
from lvzhi.activities.queries import partying as reads
from lvzhi.activities.queries.plenary import is_plenary
from lvzhi.activities.tables import state_tag
from lvzhi.activities.views.place import crumbs
from lvzhi.activities.vocabulary.partying import PARTY_PAGE
from lvzhi.committee.web import attempt

UNFIT = 422


@require_http_methods(["GET", "POST"])
def parties(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The temporary organs with their people; the office founds further ones.

    Raises:
        Missing: no plenary that the actor may see.
    """
    actor = actor_of(request)
    activity = queries.one(actor, uid)
    if not is_plenary(activity):
        raise Missing("activities.unknown")
    keeps = rules.office(actor, activity) and activity.state in actions.OPEN and activity.voided_at is None
    form = PartyForm(request.POST or None, activity=activity)

    def do(clean: dict[str, Any]) -> None:
        actions.found_party(actor, activity, clean)

    if request.method == "POST":
        rules.office.check(actor, activity)
        if attempt(form, do):
            messages.success(request, PARTY_PAGE["founded"].format(name=form.cleaned_data["name"]))
            return redirect("activities:parties", activity.uid)
    context = {
        "activity": activity, "tag": state_tag(activity), "organs": reads.parties_of(activity), "form": form,
        "keeps": keeps, "crumbs": crumbs(activity, PARTY_PAGE["title"]),
    }  # fmt: skip
    return render(request, "activities/plenary/parties.html", context, status=UNFIT if form.errors else 200)


@require_http_methods(["GET", "POST"])
def seat(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Seat people in a temporary organ.

    Raises:
        Missing: no such organ. NotAllowed: not the office.
    """
    actor = actor_of(request)
    party = reads.party_kept(actor, uid)
    form = SeatForm(request.POST or None, party=party)
    back = reverse("activities:parties", args=[party.activity.uid])

    def do(clean: dict[str, Any]) -> None:
        actions.seat(party, actor, clean["people"], clean["seat"])

    if request.method == "POST" and attempt(form, do):
        messages.success(request, PARTY_PAGE["seated"].format(count=len(form.cleaned_data["people"])))
        return redirect(back)
    context = {"form": form, "title": party.name, "back": back, "of": PARTY_PAGE["title"]}
    return render(request, "activities/supervision/form.html", context, status=UNFIT if form.errors else 200)


@require_POST
def leave(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take somebody out of a temporary organ."""
    actor = actor_of(request)
    row = reads.seat_kept(actor, uid)
    actions.leave(row, actor)
    messages.success(request, PARTY_PAGE["left"].format(name=row.name))
    return redirect("activities:parties", row.party.activity.uid)
