"""Registering a project and changing what is known of it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lvzhi.access import Conflict, Missing, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.committee.models import Committee
from lvzhi.committee.web import attempt, tell, version_seen
from lvzhi.projects import actions, queries, rules
from lvzhi.projects.forms import ProjectForm
from lvzhi.projects.models import Project
from lvzhi.projects.tables import address
from lvzhi.projects.vocabulary.sentences import DONE
from lvzhi.workflow import pages

KEPT = (
    "title", "way", "kind", "amount", "owner", "place", "taken_on", "talks_by", "signs_by", "starts_on", "ends_on",
    "text",
)  # fmt: skip


def keepers_place(request: HttpRequest) -> Committee:
    """The committee in whose name the project is registered.

    Raises:
        NotAllowed: the actor keeps no projects there.
    """
    found = committee_of(request)
    if found is None or not rules.may_register(actor_of(request), found.pk):
        raise NotAllowed("projects.not_keeper", committee=found.name if found else "")
    return found


@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """A new project; a second sending of the same request finds what the first one began."""
    actor, place, once = actor_of(request), keepers_place(request), request.POST.get("once")
    if request.method == "GET":
        heads = actor.organs("organ_head")
        organ = next(iter(heads)) if len(heads) == 1 else None
        form = ProjectForm(initial={"organ": organ}, actor=actor, committee=place)
        return _page(request, form, None)
    again = actions.begun(actor, once)
    if again is not None:
        return redirect(address(again))
    form = ProjectForm(request.POST, actor=actor, committee=place)
    made: list[Project] = []
    if attempt(form, lambda data: made.append(actions.register(actor, place, data, once=once))):
        messages.success(request, DONE["saved"])
        return redirect(address(made[0]))
    return _page(request, form, None)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What is known of it, again."""
    actor = actor_of(request)
    project = queries.one(actor, uid)
    rules.keeper.check(actor, project)
    if project.voided_at is not None:
        raise Refusal("projects.not_editable")
    if request.method == "GET":
        initial = {name: getattr(project, name) for name in KEPT}
        initial |= {"unit": project.unit_id, "organ": project.organ_id, "firm": project.firm_id}
        return _page(request, ProjectForm(initial=initial, record=project, actor=actor), project)
    form = ProjectForm(request.POST, record=project, actor=actor)
    seen = version_seen(request)
    if not form.is_valid():
        return _page(request, form, project)
    try:
        actions.write(project, actor, form.cleaned_data, version=seen)
    except (NotAllowed, Missing):
        raise
    except Conflict as conflict:
        return pages.clash(request, conflict, form, address(project))
    except Refusal as refusal:
        tell(form, refusal)
        return _page(request, form, project)
    messages.success(request, DONE["saved"])
    return redirect(address(project))


def _page(request: HttpRequest, form: ProjectForm, project: Project | None) -> HttpResponse:
    context = {
        "form": form,
        "project": project,
        "version": request.POST.get("version") or (project.version if project else ""),
        "cancel": address(project) if project else reverse("projects:list"),
    }
    return render(request, "projects/enter.html", context, status=422 if form.errors else 200)
