"""The list of activities that have a way, and the whole way of one: from an activity, or from a plan item."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.accounts.models import Account
from lvzhi.activities import rules as activities
from lvzhi.activities.queries.consultation import forms_on
from lvzhi.committee.models import Committee
from lvzhi.consultations import queries, tables
from lvzhi.consultations.queries import lists
from lvzhi.consultations.vocabulary import PAGE, FollowState
from lvzhi.consultations.vocabulary.ways import CONSULTATION, TABS, VISIT, families_of
from lvzhi.deadlines import clock
from lvzhi.messages.actions import mark_seen
from lvzhi.ui.paging import keyset
from lvzhi.workflow import clocks

STATES = {"feeding": FollowState.FEEDING, "fed": FollowState.FED}


def committee_of(request: HttpRequest) -> Committee:
    """The committee that the account belongs to.

    Raises:
        NotAllowed: the account belongs to none.
    """
    user = request.user
    found = user.committee if isinstance(user, Account) else None
    if found is None:
        raise NotAllowed("access.not_allowed", who=activities.reader.label)
    return found


@require_GET
def library(request: HttpRequest) -> HttpResponse:
    """Activities of one way, the newest first, by kind and by what waits; above them the plan items not begun."""
    actor, place = actor_of(request), committee_of(request)
    key = request.GET.get("way", "")
    key = key if key in TABS else CONSULTATION
    rows = lists.library(actor, place, key)
    kinds = forms_on(place, clock.today(), families_of(key))
    kind, state = request.GET.get("kind", ""), request.GET.get("state", "")
    if kind in dict(kinds):
        rows = rows.filter(kind=kind)
    if state in STATES:
        rows = rows.filter(followed=STATES[state])
    page = keyset(rows, ("-held_on", "-id"), request.GET.get("cursor"), count=True)
    context = {
        "table": tables.table(page, request.GET, key),
        "key": key,
        "tabs": [{"label": label, "url": f"?way={one}", "active": one == key} for one, label in TABS.items()],
        "kinds": [("", PAGE["every_kind"]), *kinds],
        "kind": kind,
        "states": [("", PAGE["all"]), *((one, PAGE[one]) for one in STATES)] if key != VISIT else [],
        "state": state,
        "tasks": lists.waiting_tasks(actor, place, key),
        "plans": activities.may_plan(actor, place.pk),
    }
    return render(request, "consultations/list.html", context)


@require_GET
def way(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One activity from its topic to what came of it, every stage read off the records (R3.11, R5.6)."""
    actor = actor_of(request)
    sources = queries.of_activity(actor, uid)
    if sources.follow is not None and actor.account_id in sources.read and sources.read[actor.account_id] is None:
        mark_seen(actor.account_id, sources.follow.uid)
    return _page(request, sources, sources.activity.title, sources.activity.kind_name)


@require_GET
def task(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A plan item on its way; with one session of its own it is that one's page."""
    sources = queries.of_task(actor_of(request), uid)
    if sources.activity is not None:
        return redirect(tables.address(sources.activity))
    item = sources.item
    return _page(request, sources, item.topic, item.form or PAGE["task"])


def _page(request: HttpRequest, sources: queries.Sources, title: str, kind: str) -> HttpResponse:
    stages = tables.stages_of(sources)
    follow = sources.follow
    due = follow.due_on if follow is not None else None
    current = next((one for one in stages if one.state == "current"), None)
    later = stages[stages.index(current) + 1 :] if current is not None else []
    context = {
        "sources": sources,
        "title": title,
        "kind": kind,
        "stages": stages,
        "current": current,
        "following": next((one for one in later if one.state == "next"), None),
        "due": due,
        "left": clocks.left(due, sources.committee_id),
        "several": sources.series,
        "activity": sources.activity,
    }
    return render(request, "consultations/way.html", context)
