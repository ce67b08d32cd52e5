"""One project: how far it is, who has it, visits, money, each committee's part, history."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from lvzhi.access import Actor
from lvzhi.accounts.actors import actor_of
from lvzhi.files.queries import of as files_of
from lvzhi.journal.queries import timeline
from lvzhi.links import beside
from lvzhi.projects import queries, rules, tables, ties
from lvzhi.projects.metrics import kind_name, source_name
from lvzhi.projects.models import Project
from lvzhi.projects.vocabulary.states import NEXT, Duty, Stage
from lvzhi.projects.vocabulary.words import NAMES
from lvzhi.workflow.engine import steps_open
from lvzhi.workflow.registry import workflow_of

TONES = {"main": 0, "plain": 1, "danger": 2}
DAYS = ("taken_on", "talked_on", "signed_on", "built_on", "finished_on")


@require_GET
def detail(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The page of a project, for everyone who may read it."""
    actor = actor_of(request)
    project = queries.one(actor, uid)
    kind = project._meta.label_lower
    leaders = queries.leaders_of(project)
    now = NAMES.join(row.name for row in leaders if row.until is None and row.duty == Duty.LEAD)
    running = workflow_of(Project).holders.get(project.state, "")
    context = {
        "project": project,
        "tag": tables.state_tag(project),
        "kind_name": kind_name(project),
        "way_name": tables.way_name(project),
        "steps": _bar(project),
        "holder": now or running if running else "",
        "next": NEXT[Stage(project.state)],
        "leaders": leaders,
        "visits": queries.visits_of(project),
        "funds": [{"row": row, "source": source_name(row)} for row in queries.funds_of(project)],
        "parts": queries.parts_of(project),
        "panels": beside.panels(actor, project),
        "files": files_of(kind, project.uid),
        "add_url": reverse("files:add", args=[kind, project.uid]) if ties.may_add(actor, project) else "",
        "events": timeline(kind, project.uid),
        "buttons": _buttons(project, actor, leaders=bool(now)),
        "may_edit": project.voided_at is None and rules.keeper(actor, project),
        "may_void": rules.keeper(actor, project),
    }
    return render(request, "projects/detail.html", context)


def _bar(project: Project) -> list[dict[str, Any]]:
    """The stages of the main way: done, passed over, current, still to come."""
    phases = workflow_of(Project).phases
    here = next((place for place, (_, states) in enumerate(phases) if project.state in states), -1)
    bar = []
    for place, ((label, _), day) in enumerate(zip(phases, DAYS, strict=True)):
        when = getattr(project, day)
        if here < 0:
            state = "skipped"
        elif place < here or project.state == Stage.DONE:
            state = "done" if when else "skipped"
        else:
            state = "current" if place == here else "next"
        bar.append({"label": label, "state": state, "date": when if state != "next" else None})
    return bar


def _buttons(project: Project, actor: Actor, *, leaders: bool) -> list[dict[str, Any]]:
    """What the actor may do now; who nobody is responsible for cannot be released."""
    found = [
        {"step": step, "url": tables.step_url(project, step.key)}
        for step in steps_open(project, actor)
        if leaders or step.key != "release"
    ]
    return sorted(found, key=lambda one: TONES[one["step"].tone])
