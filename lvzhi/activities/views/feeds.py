"""The calendar feed: its page, and what a calendar fetches by its key without a login."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from lvzhi.access import Missing
from lvzhi.accounts.actors import actor_for
from lvzhi.activities import calendars
from lvzhi.activities.actions import feeds as actions
from lvzhi.activities.models import Activity
from lvzhi.activities.queries import feeds as queries
from lvzhi.activities.tables import address
from lvzhi.activities.views.place import crumbs
from lvzhi.activities.vocabulary.feeds import FEED_SAID
from lvzhi.committee.web import actor_of
from lvzhi.workflow.todo import todo

TYPE = "text/calendar; charset=utf-8"
MOST_DUE = 200  # of each procedure


@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """Whether one's feed runs, and the buttons to open or end it."""
    context = {"feed": queries.open_feed(actor_of(request)), "crumbs": crumbs(last=FEED_SAID["title"])}
    return render(request, "activities/feed.html", context)


@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """Open a feed and show its address, once."""
    actor = actor_of(request)
    key = actions.open_one(actor)
    location = request.build_absolute_uri(reverse("activities:feed", args=[key]))
    messages.success(request, FEED_SAID["made"])
    context = {"feed": queries.open_feed(actor), "address": location, "crumbs": crumbs(last=FEED_SAID["title"])}
    answer = render(request, "activities/feed.html", context)
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """End one's feed."""
    actions.end(actor_of(request))
    messages.success(request, FEED_SAID["ended"])
    return redirect("activities:feed_mine")


@login_not_required
@require_GET
def feed(request: HttpRequest, key: str) -> HttpResponse:
    """The calendar of a key; whoever has lost the right to an activity no longer finds it here.

    Raises:
        Missing: no feed of that key runs.
    """
    found = queries.feed_of(key)
    if found is None:
        raise Missing("activities.feed_unknown")
    actor = actor_for(found.account, via="feed")
    rows = queries.sittings_for(actor, queries.first_day(found.account))
    host = request.build_absolute_uri("/").rstrip("/")
    body = calendars.write(rows, lambda activity: _address(request, activity), todo(actor, MOST_DUE), host)
    return HttpResponse(body, content_type=TYPE, headers={"Cache-Control": "private, no-store"})


def _address(request: HttpRequest, activity: Activity) -> str:
    return request.build_absolute_uri(address(activity))
