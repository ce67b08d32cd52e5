"""The pages of steps and of a voiding."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from lvzhi.accounts.actors import actor_of
from lvzhi.projects import queries, rules
from lvzhi.projects.tables import address
from lvzhi.projects.workflow import PROJECT
from lvzhi.workflow import pages

KINDS = {"project": PROJECT}


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, uid: UUID, key: str) -> HttpResponse:
    """Ask what the step asks; take it."""
    workflow = pages.wanted(KINDS, "project", key)
    project = queries.one(actor_of(request), uid)
    return pages.step(request, workflow, project, key, pages.Frame(title=project.title, back=address(project)))


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a mis-entered project out of every figure."""
    project = queries.one(actor_of(request), uid)
    return pages.void(request, project, rules.keeper, title=project.title, back=address(project))


@require_POST
def restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring it back."""
    project = queries.one(actor_of(request), uid)
    return pages.restore(request, project, rules.keeper, back=address(project))
