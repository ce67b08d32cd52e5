"""Beginning to follow up, and its steps."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from lvzhi.accounts.actors import actor_of
from lvzhi.activities.queries import one as activity_of
from lvzhi.consultations import actions, queries
from lvzhi.consultations.notices import address
from lvzhi.consultations.workflow import FOLLOW
from lvzhi.workflow import pages


@require_POST
def begin(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Begin following up, and go to the page that asks what is told."""
    actor = actor_of(request)
    follow = actions.begin_follow(actor, activity_of(actor, uid))
    return redirect("consultations:step", follow.uid, "feed_back")


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, uid: UUID, key: str) -> HttpResponse:
    """Ask what the step asks; take it."""
    workflow = pages.wanted({"follow": FOLLOW}, "follow", key)
    follow = queries.one_follow(actor_of(request), uid)
    frame = pages.Frame(title=follow.title_for_people, back=address(follow))
    return pages.step(request, workflow, follow, key, frame)
