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
from lvzhi.deadlines import clock
from lvzhi.files.queries import of as files_of
from lvzhi.journal.queries import timeline
from lvzhi.links import beside
from lvzhi.projects import queries, rules, tables, ties
from lvzhi.projects.metrics import kind_name, source_name
from lvzhi.projects.models import Fund, Project, Visit
from lvzhi.projects.queries import visiting
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
    visits, funds = queries.visits_of(project), queries.funds_of(project)
    carries = rules.carries(actor, project) and project.voided_at is None
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
        "visits": _visits(actor, [row for row in visits if row.voided_at is None and row.on_site]),
        "carries": carries,
        "follows": [row for row in visits if row.voided_at is None and not row.on_site],
        "plan": tables.plan(project, clock.today()),
        "late_next": project.next_on is not None and project.next_on < clock.today(),
        "voided": _voided(visits, funds) if carries else [],
        "funds": [{"row": row, "source": source_name(row)} for row in funds if row.voided_at is None],
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


def _visits(actor: Actor, rows: list[Visit]) -> list[dict[str, Any]]:
    """Each visit with the activity that it was."""
    known = visiting.held_as(actor, rows) if rows else {}
    return [{"row": row, "activity": known.get(row.pk)} for row in rows]


def _voided(visits: list[Visit], funds: list[Fund]) -> list[tuple[str, Any]]:
    """What was taken out of every figure, for those who may bring it back."""
    pairs = [*(("visit", row) for row in visits), *(("fund", row) for row in funds)]
    return [(kind, row) for kind, row in pairs if row.voided_at is not None]


def _bar(project: Project) -> list[dict[str, Any]]:
    """The stages of the main way: done, passed over, current, still to come."""
    phases = workflow_of(Project).phases
    here = next((place for place, (_, states) in enumerate(phases) if project.state in states), -1)
    bar, today = [], clock.today()
    for place, ((label, states), day) in enumerate(zip(phases, DAYS, strict=True)):
        when = getattr(project, day)
        if here < 0:
            state = "skipped"
        elif place < here or project.state == Stage.DONE:
            state = "done" if when else "skipped"
        else:
            state = "current" if place == here else "next"
        note = tables.plan_note(project, Stage(next(iter(states))), today) if state == "next" else ""
        bar.append({"label": label, "state": state, "date": when if state != "next" else None, "note": note})
    return bar


def _buttons(project: Project, actor: Actor, *, leaders: bool) -> list[dict[str, Any]]:
    """What the actor may do now; who nobody is responsible for cannot be released."""
    found = [
        {"step": step, "url": tables.step_url(project, step.key)}
        for step in steps_open(project, actor)
        if leaders or step.key != "release"
    ]
    return sorted(found, key=lambda one: TONES[one["step"].tone])
