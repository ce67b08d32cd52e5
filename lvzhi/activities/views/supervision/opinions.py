"""Opinion papers and appraisals: the list, one with its whole chain, drafting, the ballot from those present."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from lvzhi.accounts.actors import actor_of
from lvzhi.activities import rules, tables, ties
from lvzhi.activities.actions import appraising, opining
from lvzhi.activities.forms import supervision as forms
from lvzhi.activities.models import SupervisionOpinion
from lvzhi.activities.queries import supervision as queries
from lvzhi.activities.views.place import kept
from lvzhi.activities.vocabulary import supervision as words
from lvzhi.activities.vocabulary.supervising import PAGE, SAID
from lvzhi.activities.vocabulary.supervision import OPINION_NEXT, OpinionState
from lvzhi.committee.web import attempt
from lvzhi.files.queries import of as files_of
from lvzhi.journal.queries import histories
from lvzhi.links import beside
from lvzhi.norms import codes
from lvzhi.papers import queries as papers
from lvzhi.ui.paging import keyset
from lvzhi.workflow import clocks
from lvzhi.workflow.engine import steps_open
from lvzhi.workflow.registry import workflow_of

UNFIT = 422
OWN = (PAGE["opinions"], PAGE["ballots"])  # panels of the activity's page that say nothing more here


@require_GET
def opinions(request: HttpRequest) -> HttpResponse:
    """Opinion papers that the actor may see: the office all, a unit its own, a supervisor the unit's."""
    rows = queries.opinions(actor_of(request))
    wanted = request.GET.get("state", "")
    if wanted in OpinionState.values:
        rows = rows.filter(state=wanted)
    page = keyset(rows, ("-id",), request.GET.get("cursor"), count=True)
    context = {
        "table": tables.opinions_table(page, request.GET),
        "states": [("", PAGE["all"]), *OpinionState.choices],
        "wanted": wanted,
    }
    return render(request, "activities/supervision/opinions.html", context)


@require_GET
def opinion(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One opinion paper: plan item, group, activity, document, rectification, look-back, results (R4.8)."""
    actor = actor_of(request)
    row = queries.opinion(actor, uid)
    workflow = workflow_of(SupervisionOpinion)
    running = clocks.running(workflow, row)
    kind, place = row._meta.label_lower, row.committee_id
    context = {
        "row": row,
        "tag": tables.opinion_tag(row),
        "steps": _bar(row),
        "holder": workflow.holders.get(row.state, ""),
        "next": OPINION_NEXT[OpinionState(row.state)],
        "running": running,
        "left": clocks.left(running.due.date, place) if running else None,
        "task": row.activity.task or (row.group.task if row.group is not None else None),
        "shows_paper": papers.readable(actor, row.committee).filter(pk=row.paper_id).exists(),
        "result": codes.name_of(words.RESULTS, place, row.look_result, row.looked_on) if row.look_result else "",
        "comments": papers.comments(row.paper),
        "buttons": [
            {"step": step, "url": reverse("activities:supervision_step", args=["opinion", row.uid, step.key])}
            for step in steps_open(row, actor)
        ],
        "files": files_of(kind, row.uid),
        "may_add": ties.opinion_takes(actor, row),
        "kind": kind,
        "panels": [panel for panel in beside.panels(actor, row.activity) if panel.title not in OWN],
        "sees_activity": rules.visible(actor, row.activity),
        "sees_look": row.look_activity is not None and rules.visible(actor, row.look_activity),
        "events": histories([(kind, row.uid)]),
    }
    return render(request, "activities/supervision/opinion.html", context)


def _bar(row: SupervisionOpinion) -> list[dict[str, Any]]:
    phases = workflow_of(SupervisionOpinion).phases
    here = next((at for at, (_, states) in enumerate(phases) if row.state in states), None)
    dates = (row.sent_on, row.answered_on, row.looked_on, row.closed_on)
    closed = row.state == OpinionState.CLOSED
    bar = []
    for at, (label, _) in enumerate(phases):
        state = "skipped" if here is None else "done" if closed or at < here else "current" if at == here else "next"
        bar.append({"label": label, "state": state, "date": dates[at] if state == "done" else None})
    return bar


@require_http_methods(["GET", "POST"])
def new_opinion(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Draft an opinion paper from a supervision activity."""
    actor = actor_of(request)
    activity = kept(actor, uid)
    initial = forms.OpinionForm.of(activity)
    form = forms.OpinionForm(request.POST or None, committee=activity.committee, initial=initial)
    made: list[SupervisionOpinion] = []

    def do(clean: dict[str, Any]) -> None:
        data = clean | {"unit": clean["unit"][0]}
        made.append(opining.begin_opinion(actor, activity, data, once=request.POST.get("once")))

    if request.method == "POST" and attempt(form, do):
        messages.success(request, SAID["opinion"])
        return redirect("activities:opinion", made[0].uid)
    return _form(request, form, PAGE["new_opinion"], activity)


def _form(request: HttpRequest, form: Any, title: str, activity: Any) -> HttpResponse:
    context = {"form": form, "title": title, "back": tables.address(activity), "of": activity.title}
    return render(request, "activities/supervision/form.html", context, status=UNFIT if form.errors else 200)


@require_http_methods(["GET", "POST"])
def appraise(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Prepare the secret ballot of an appraisal: its voters are those who came."""
    actor = actor_of(request)
    activity = kept(actor, uid)
    initial = forms.AppraiseForm.of(activity)
    form = forms.AppraiseForm(request.POST or None, committee=activity.committee, initial=initial)
    made: list[Any] = []

    def do(clean: dict[str, Any]) -> None:
        items = clean["items"].splitlines()
        made.append(appraising.start_ballot(actor, activity, items=items, tellers=clean["tellers"]))

    if request.method == "POST" and attempt(form, do):
        messages.success(request, SAID["ballot"].format(count=made[0].present))
        return redirect("ballots:detail", made[0].uid)
    return _form(request, form, PAGE["appraise"], activity)
