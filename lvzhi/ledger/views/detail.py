"""The page of a problem and of a piece of advice: where it comes from, who has it, what became of it."""

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
from lvzhi.journal.queries import histories
from lvzhi.ledger import queries, rules, tables, ties
from lvzhi.ledger.models import Advice, Problem
from lvzhi.ledger.vocabulary import codes as words
from lvzhi.ledger.vocabulary.pages import LISTS, TITLES
from lvzhi.ledger.vocabulary.states import Adoption
from lvzhi.ledger.vocabulary.words import ADVICE, PROBLEM
from lvzhi.links import beside
from lvzhi.links.kinds import kind_of
from lvzhi.norms import codes
from lvzhi.workflow import clocks
from lvzhi.workflow.engine import steps_open
from lvzhi.workflow.registry import workflow_of

ORDER = {"main": 0, "plain": 1, "danger": 2}


@require_GET
def problem(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One problem."""
    actor = actor_of(request)
    row = queries.problem_detailed(actor, uid)
    days = (row.found_on, row.done_on, row.checked_on)
    context = _common(actor, row, PROBLEM, days) | {
        "five": queries.five(row),
        "measures": list(row.measures.all()),
        "progress": list(row.progress.all()),
    }
    return render(request, "ledger/problem.html", context)


@require_GET
def advice(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One piece of advice."""
    actor = actor_of(request)
    row = queries.advice_detailed(actor, uid)
    days = (row.proposed_on, row.submitted_on, row.answered_on, row.closed_on)
    context = _common(actor, row, ADVICE, days) | {
        "authors": list(row.authors.all()),
        "adoption": Adoption(row.outcome).label if row.outcome else "",
        "turned": codes.name_of(words.TURNED, row.committee_id, row.turned, row.answered_on) if row.turned else "",
        "paper": {"title": row.paper, "url": _url(actor, row.paper)} if row.paper else None,
    }
    return render(request, "ledger/advice.html", context)


def _common(actor: Actor, row: Any, kind: str, days: tuple[Any, ...]) -> dict[str, Any]:
    label = row._meta.label_lower
    workflow = workflow_of(type(row))
    running = clocks.running(workflow, row)
    keeps = rules.keeper(actor, row)
    return {
        "row": row,
        "kind": label,
        "short": label.rpartition(".")[2],
        "tag": tables.state_tag(row),
        "theme": tables.theme(row),
        "source": codes.name_of(words.SOURCES, row.committee_id, row.source),
        "occasion": _occasion(actor, row),
        "steps": _bar(row, days),
        "holder": tables.holder(row),
        "next": tables.next_step(row),
        "running": running,
        "left": clocks.left(running.due.date, row.committee_id) if running else None,
        "buttons": _buttons(row, actor),
        "panels": beside.panels(actor, row),
        "files": files_of(label, row.uid),
        "may_add": ties.may_add(actor, row),
        "may_void": keeps,
        "may_edit": keeps and row.voided_at is None,
        "events": histories([(label, row.uid)]),
        "crumbs": [{"label": TITLES[kind], "url": reverse(LISTS[kind])}, {"label": row.title_for_people}],
    }


def _occasion(actor: Actor, row: Problem | Advice) -> list[dict[str, str]]:
    """The activity, proposal, project, meeting or contact it comes from, with its address where one may see it."""
    found = [one for one in (row.activity, row.proposal, row.project, row.meeting) if one is not None]
    told = [{"title": str(one.title), "url": _url(actor, one)} for one in found]
    if row.contact is not None:
        url = _url(actor, row.contact)  # who is in touch with whom is not told to everybody
        told.append({"title": str(row.contact) if url else str(row.contact._meta.verbose_name), "url": url})
    return told


def _url(actor: Actor, record: Any) -> str:
    kind = kind_of(record._meta.label_lower)
    return kind.url(record.uid) if kind is not None and kind.visible(actor, record.uid) else ""


def _bar(row: Any, days: tuple[Any, ...]) -> list[dict[str, Any]]:
    """The main way: done, current, still to come."""
    workflow = workflow_of(type(row))
    here = next(place for place, (_, states) in enumerate(workflow.phases) if row.state in states)
    final = row.state in workflow.final
    bar = []
    for place, ((label, _), day) in enumerate(zip(workflow.phases, days, strict=True)):
        done = place < here or final
        bar.append({"label": label, "state": "done" if done else "current" if place == here else "next",
                    "date": day if done else None})  # fmt: skip
    return bar


def _buttons(row: Any, actor: Actor) -> list[dict[str, Any]]:
    """What the actor may do now."""
    kind = row._meta.model_name
    found = [
        {"step": step, "url": reverse("ledger:step", args=[kind, row.uid, step.key])} for step in steps_open(row, actor)
    ]
    return sorted(found, key=lambda one: ORDER[one["step"].tone])
