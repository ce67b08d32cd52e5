"""Themed campaigns: the list, one with the records it groups, adding and changing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.scope import Scope
from lvzhi.committee.web import attempt, version_seen
from lvzhi.deadlines import clock
from lvzhi.journal.queries import timeline
from lvzhi.links import beside
from lvzhi.plans import actions, queries, rules, ties
from lvzhi.plans.forms import CampaignForm, EvidenceForm
from lvzhi.plans.models import Campaign
from lvzhi.plans.views.place import place
from lvzhi.plans.vocabulary import DONE, OVER, RUNNING, TO_COME
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import keyset

SHOWN = 50
CARDS = 30


def address(campaign: Any) -> str:
    """The page of a campaign."""
    return reverse("plans:campaign", args=[campaign.uid])


def _tag(campaign: Campaign) -> Tag:
    today = clock.today()
    if campaign.starts > today:
        return Tag(TO_COME, "later")
    over = campaign.ends is not None and campaign.ends < today
    return Tag(OVER, "neutral") if over else Tag(RUNNING, "info")


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Campaigns of the committee, the newest first."""
    actor, committee = actor_of(request), place(request)
    page = keyset(queries.campaigns(Scope(committee)), ("-starts", "-id"), request.GET.get("cursor"), CARDS)
    cards = [{"campaign": one, "url": address(one), "tag": _tag(one)} for one in page.items]
    context = {"cards": cards, "page": page, "may_add": rules.keeps(actor, committee.pk)}
    return render(request, "plans/campaigns.html", context)


@require_GET
def one(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A campaign with the records it groups, kind by kind."""
    actor = actor_of(request)
    found = queries.campaign(actor, uid)
    groups = queries.behind_campaign(actor, found, SHOWN)
    context = {
        "campaign": found,
        "tag": _tag(found),
        "groups": groups,
        "total": sum(group.total for group in groups),
        "may_change": rules.keeper(actor, found) or rules.heads(actor, found),
        "panels": beside.panels(actor, found),
        "events": timeline(found._meta.label_lower, found.uid),
    }
    return render(request, "plans/campaign.html", context)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """A new campaign."""
    actor, committee = actor_of(request), place(request)
    if not rules.keeps(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    form = CampaignForm(request.POST or None, committee=committee)
    made: list[Campaign] = []
    if request.method == "POST" and attempt(
        form, lambda data: made.append(actions.add_campaign(actor, committee, data))
    ):
        messages.success(request, DONE["saved"])
        return redirect(address(made[0]))
    context = {"form": form, "campaign": None, "version": "", "back": reverse("plans:campaigns")}
    return render(request, "plans/campaign_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A campaign again."""
    actor = actor_of(request)
    found = queries.campaign(actor, uid)
    (rules.keeper | rules.heads).check(actor, found)
    initial = {name: getattr(found, name) for name in ("name", "starts", "ends", "meaning", "document_no")}
    form = CampaignForm(request.POST or None, initial=initial | {"organ": found.organ_id}, committee=found.committee)
    seen = version_seen(request)
    if request.method == "POST" and attempt(
        form, lambda data: actions.change_campaign(found, actor, data, version=seen)
    ):
        messages.success(request, DONE["saved"])
        return redirect(address(found))
    context = {"form": form, "campaign": found, "version": seen or found.version, "back": address(found)}
    return render(request, "plans/campaign_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def prove(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Put the record of an address into a campaign."""
    actor = actor_of(request)
    found = queries.campaign(actor, uid)
    (rules.keeper | rules.heads).check(actor, found)
    form = EvidenceForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda data: actions.prove_campaign(found, actor, *ties.record_at(actor, data["address"]))
    ):
        messages.success(request, DONE["evidence"])
        return redirect(address(found))
    context = {"form": form, "title": found.name, "back": address(found)}
    return render(request, "plans/prove.html", context, status=422 if form.errors else 200)
