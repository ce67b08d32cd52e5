"""One paper: where it is, who has it, its text, where it went, what leaders wrote on it, what it is about."""

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
from lvzhi.links import beside
from lvzhi.links import queries as links
from lvzhi.papers import queries, rules, tables, ties
from lvzhi.papers.actions.writing import EDITABLE
from lvzhi.papers.metrics import result_name
from lvzhi.papers.models import Comment, Paper
from lvzhi.papers.vocabulary import ABOUT, OUT, PAPER_NEXT, CommentState, PaperState
from lvzhi.workflow import clocks
from lvzhi.workflow.engine import steps_open
from lvzhi.workflow.registry import workflow_of

STEP_KINDS: dict[type[Any], str] = {Paper: "paper", Comment: "comment"}
TONES = {"main": 0, "plain": 1, "danger": 2}
PHASE_DAYS = ("created_at", None, "issued_on", "sent_on", None)


@require_GET
def detail(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The page of a paper, for everyone who may read it."""
    actor = actor_of(request)
    paper = queries.one(actor, uid)
    comments = queries.comments(paper)
    kind = paper._meta.label_lower
    context = {
        "paper": paper,
        "tag": tables.state_tag(paper),
        "kind_name": tables.kind_name(paper),
        "steps": _bar(paper),
        "holder": workflow_of(Paper).holders.get(paper.state, ""),
        "next": PAPER_NEXT[PaperState(paper.state)],
        "paragraphs": [line.strip() for line in paper.text.splitlines() if line.strip()],
        "dispatches": [_dispatch(row, actor) for row in queries.dispatches(paper)],
        "comments": [_comment(row, actor) for row in comments],
        "about": links.lines(actor, paper, ABOUT),
        "panels": beside.panels(actor, paper),
        "files": files_of(kind, paper.uid),
        "add_url": reverse("files:add", args=[kind, paper.uid]) if ties.may_add(actor, paper) else "",
        "events": _told(paper, comments),
        "buttons": _buttons(paper, actor),
        "may_edit": paper.state in EDITABLE and paper.voided_at is None and rules.author(actor, paper),
        "may_void": rules.keeper(actor, paper),
        "out": paper.state in OUT,
    }
    return render(request, "papers/detail.html", context)


def _told(paper: Paper, comments: list[Comment]) -> list[Any]:
    """Every step with who and when; a comment's beginning is told by the step of the paper that noted it."""
    rows = histories([(row._meta.label_lower, row.uid) for row in (paper, *comments)])
    return [one for one in rows if one.event != f"{workflow_of(Comment).key}.begin"]


def _bar(paper: Paper) -> list[dict[str, Any]]:
    """The phases of the main way: done, current, still to come."""
    phases = workflow_of(Paper).phases
    here = next((place for place, (_, states) in enumerate(phases) if paper.state in states), -1)
    bar = []
    for place, ((label, _), day) in enumerate(zip(phases, PHASE_DAYS, strict=True)):
        if here < 0:
            state = "skipped"
        elif place < here or paper.state == PaperState.SENT:
            state = "done"
        else:
            state = "current" if place == here else "next"
        bar.append({"label": label, "state": state, "date": getattr(paper, day) if day and state == "done" else None})
    return bar


def step_url(record: Any, key: str) -> str:
    """The page of a step."""
    return reverse("papers:step", args=[STEP_KINDS[type(record)], record.uid, key])


def _buttons(record: Any, actor: Actor) -> list[dict[str, Any]]:
    """What the actor may do now with a paper or a comment."""
    found = [{"step": step, "url": step_url(record, step.key)} for step in steps_open(record, actor)]
    return sorted(found, key=lambda one: TONES[one["step"].tone])


def _dispatch(row: Any, actor: Actor) -> dict[str, Any]:
    may = row.receipt_on is None and row.paper.state in OUT and rules.receives(actor, row)
    return {"row": row, "tag": tables.receipt_tag(row), "url": reverse("papers:receipt", args=[row.uid]) if may else ""}


def _comment(row: Comment, actor: Actor) -> dict[str, Any]:
    running = clocks.running(workflow_of(Comment), row) if row.state == CommentState.HANDED else None
    return {
        "row": row,
        "rank": tables.rank_name(row),
        "tag": tables.comment_tag(row),
        "result": result_name(row),
        "running": running,
        "left": clocks.left(running.due.date, row.committee_id) if running else None,
        "buttons": _buttons(row, actor),
    }
