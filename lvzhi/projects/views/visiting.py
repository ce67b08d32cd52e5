"""Visits and activities tied to each other; a visit or money taken out of every figure alone, and brought back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from lvzhi.access import Missing, Rule
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.committee.web import attempt
from lvzhi.projects import actions, rules
from lvzhi.projects.forms import SiteForm, TieForm
from lvzhi.projects.models import Fund, Visit
from lvzhi.projects.queries import visiting
from lvzhi.projects.tables import address
from lvzhi.projects.vocabulary.sentences import DONE
from lvzhi.projects.vocabulary.words import SITE, TIE
from lvzhi.workflow import engine, pages

NOTED: dict[str, tuple[type[Any], Rule]] = {"visit": (Visit, rules.visit_kept), "fund": (Fund, rules.fund_kept)}


@require_http_methods(["GET", "POST"])
def site(request: HttpRequest, uid: UUID) -> HttpResponse:
    """An activity as a visit to the site of a project: begun from the activity's page."""
    actor, committee = actor_of(request), committee_of(request)
    found, title, day, back = visiting.activity(actor, uid)
    choices = visiting.carried(actor, committee.pk if committee else 0)
    form = SiteForm(request.POST or None, projects=choices, day=day, by=actor.name)
    if request.method == "POST" and attempt(form, lambda data: _visit(request, data, day, found)):
        messages.success(request, DONE["visited"].format(title=form.cleaned_data["project"].title))
        return redirect(back)
    context = {"form": form, "title": SITE, "about": title, "day": day, "back": back}
    return render(request, "projects/site.html", context, status=422 if form.errors else 200)


def _visit(request: HttpRequest, data: dict[str, Any], day: Any, activity: UUID) -> None:
    answers = {
        "went_on": (day or data["went_on"]).isoformat(), "by": data["by"], "words": data["words"],
        "found": data["found"], "activity": str(activity),
    }  # fmt: skip
    engine.take(data["project"], "visit", actor_of(request), answers, once=request.POST.get("once"))


@require_http_methods(["GET", "POST"])
def tie(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Say which activity a visit was that is logged already."""
    actor = actor_of(request)
    visit = visiting.noted(Visit, actor, uid)
    rules.visit_kept.check(actor, visit)
    form = TieForm(request.POST or None, actor=actor, visit=visit)
    back = address(visit.project)
    if request.method == "POST" and attempt(
        form, lambda data: actions.tie_visit(actor, visit, data["activity"])
    ):  # fmt: skip
        messages.success(request, DONE["tied"])
        return redirect(back)
    context = {"form": form, "title": TIE, "about": visit.project.title, "day": visit.went_on, "back": back}
    return render(request, "projects/site.html", context, status=422 if form.errors else 200)


def _noted(request: HttpRequest, kind: str, uid: UUID) -> tuple[Any, Rule]:
    if kind not in NOTED:
        raise Missing("projects.unknown")
    model, may = NOTED[kind]
    return visiting.noted(model, actor_of(request), uid), may


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, kind: str, uid: UUID) -> HttpResponse:
    """Take a mis-entered visit or sum out of every figure; its project stands."""
    row, may = _noted(request, kind, uid)
    with transaction.atomic():
        answer = pages.void(request, row, may, title=str(row), back=address(row.project))
        if request.method == "POST":
            actions.reckon(actor_of(request), row.project)
    return answer


@require_POST
def restore(request: HttpRequest, kind: str, uid: UUID) -> HttpResponse:
    """Bring it back."""
    row, may = _noted(request, kind, uid)
    with transaction.atomic():
        answer = pages.restore(request, row, may, back=address(row.project))
        actions.reckon(actor_of(request), row.project)
    return answer
