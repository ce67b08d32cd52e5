"""One page for every step of an activity and of a request for leave; voiding and restoring."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from lvzhi.access import Missing
from lvzhi.accounts.actors import actor_of
from lvzhi.activities import queries, rules
from lvzhi.activities.models import Activity
from lvzhi.activities.queries import pages as reads
from lvzhi.activities.tables import address
from lvzhi.activities.workflow import ACTIVITY, LEAVE
from lvzhi.workflow import pages
from lvzhi.workflow.declare import Workflow

KINDS: dict[str, Workflow] = {"activity": ACTIVITY, "leave": LEAVE}


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, kind: str, uid: UUID, key: str) -> HttpResponse:
    """Ask what the step asks; take it.

    Raises:
        Missing: no such record or step, or none that the actor may know of.
    """
    actor = actor_of(request)
    workflow = pages.wanted(KINDS, kind, key)
    record: Any = queries.one(actor, uid) if kind == "activity" else reads.one_leave(actor, uid)
    if record is None:
        raise Missing("activities.no_leave")
    activity: Activity = record if kind == "activity" else record.activity
    frame = pages.Frame(
        title=record.title_for_people,
        back=address(activity),
        more={"activity": activity, "leave": record if kind == "leave" else None},
        template="activities/step.html",
    )
    return pages.step(request, workflow, record, key, frame)


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a mis-entered activity out of every list and figure."""
    activity = queries.one(actor_of(request), uid)
    return pages.void(request, activity, rules.keeper, title=activity.title, back=address(activity))


@require_POST
def restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring it back."""
    activity = queries.one(actor_of(request), uid)
    return pages.restore(request, activity, rules.keeper, back=address(activity))
