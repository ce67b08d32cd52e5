"""One proposal: where it is, who has it, what comes next and by when, its text, its hands, its answers, its history."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
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
from lvzhi.norms import codes
from lvzhi.proposals import queries, rules, tables, ties, vocabulary
from lvzhi.proposals.actions.assigning import due_by
from lvzhi.proposals.actions.writing import EDITABLE
from lvzhi.proposals.models import Appraisal, Assignment, CoSignature, Extension, Promise, Proposal
from lvzhi.proposals.queries import keys as reads
from lvzhi.proposals.queries.handling import sealed
from lvzhi.proposals.queries.sections import written
from lvzhi.proposals.views import handling, keys
from lvzhi.proposals.views.addresses import STEP_KINDS, step_url
from lvzhi.proposals.views.beside import entry_parts
from lvzhi.proposals.vocabulary import (
    ASSIGN_TONES,
    NEXT,
    SIGN_TONES,
    AssignState,
    SignState,
    State,
    Track,
    UnitRole,
)
from lvzhi.ui.marks import Tag
from lvzhi.workflow import clocks, undoing
from lvzhi.workflow.engine import steps_open
from lvzhi.workflow.registry import workflow_of

PHASE_DATES = ("received_on", "examined_on", "assigned_on", "answered_on", "closed_on", "closed_on")
FILE_NEWS = "files."
STOPPED = {State.NOT_FILED: 2, State.WITHDRAWN: 1, State.OFFLINE: 0}


@require_GET
def detail(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The page of a proposal, for everyone who may read it."""
    actor = actor_of(request)
    proposal = queries.detailed(actor, uid)
    kind = proposal._meta.label_lower
    whole = rules.reads_ratings(actor, proposal)
    told = histories([(row._meta.label_lower, row.uid) for row in _with_own(proposal)])
    context = {
        "proposal": proposal,
        "tag": tables.state_tag(proposal),
        "track": Track(proposal.track).label,
        "category": tables.category(proposal),
        "steps": _bar(proposal),
        "now": _now(proposal),
        "cosigners": [_cosigner(row) for row in queries.beside(proposal, "cosignatures")],
        "units": [_unit(row) for row in queries.beside(proposal, "assignments")],
        "wished": queries.wished(proposal) if proposal.assigned_on is None else (),
        "rounds": _rounds(queries.beside(proposal, "replies")),
        **_both_ways(proposal, whole),
        "parts": written(proposal, [row.text for row in queries.beside(proposal, "recommendations")]),
        "promises": [handling.promise(row) for row in queries.promises_beside(queries.beside(proposal, "replies"))],
        "extensions": [handling.extension(row) for row in queries.beside(proposal, "extensions")],
        "refusal": _refusal(proposal),
        "acts": [keys.act(row) for row in reads.acts_of(proposal)],
        "candidate": _candidate(proposal, actor),
        "events": _timeline(proposal, told, whole),
        "files": files_of(kind, proposal.uid) if getattr(proposal, "has_files", True) else (),
        "panels": beside.panels(actor, proposal),
        "may_add": ties.may_add(actor, proposal),
        "kind": kind,
        "entry": entry_parts(actor, proposal),
        "buttons": _buttons(proposal, actor),
        "undos": _undos(proposal, actor, told),
        "may_edit": proposal.state in EDITABLE and proposal.voided_at is None and rules.author(actor, proposal),
        "may_void": tables.may_void(actor, proposal),
    }
    return render(request, "proposals/detail.html", context)


def _candidate(proposal: Proposal, actor: Actor) -> dict[str, Any] | None:
    row = reads.candidate_of(actor, proposal)
    return keys.candidate(row, actor) if row is not None else None


def _bar(proposal: Proposal) -> list[dict[str, Any]]:
    """The phases of the main way: done, current, still to come, or passed over."""
    phases = workflow_of(Proposal).phases
    stopped = STOPPED.get(State(proposal.state))
    here = next((place for place, (_, states) in enumerate(phases) if proposal.state in states), len(phases))
    bar = []
    for place, ((label, _), day) in enumerate(zip(phases, PHASE_DATES, strict=True)):
        if stopped is not None:
            state = "done" if place < stopped else "skipped"
        elif place < here or proposal.state == State.CLOSED:
            state = "done"
        else:
            state = "current" if place == here else "next"
        bar.append({"label": label, "state": state, "date": getattr(proposal, day) if state == "done" else None})
    return bar


def _now(proposal: Proposal) -> dict[str, Any]:
    """Who has it, what comes next, by when, and the reckoning behind each day."""
    workflow = workflow_of(Proposal)
    running = clocks.running(workflow, proposal)
    day: date | None = running.due.date if running else None
    whole = None
    if proposal.assigned_on and (running is None or running.clock.key != "answer"):
        whole = due_by(
            "proposals.answer_due", proposal.committee_id, proposal.assigned_on, queries.extensions_of(proposal)
        )
    return {
        "holder": _holder(proposal),
        "next": NEXT[State(proposal.state)],
        "running": running,
        "left": clocks.left(day, proposal.committee_id),
        "whole": whole,
    }


def _holder(proposal: Proposal) -> str:
    """The post that has it; units by name once it is handed over."""
    states = {State.ASSIGNED: {AssignState.PENDING, AssignState.RETURN_ASKED}, State.HANDLING: {AssignState.SIGNED},
              State.REHANDLING: {AssignState.SIGNED}}  # fmt: skip
    wanted = states.get(State(proposal.state))
    names = [
        row.unit.name
        for row in queries.beside(proposal, "assignments")
        if wanted and row.state in wanted and (proposal.state == State.ASSIGNED or row.role != UnitRole.CO)
    ]
    return vocabulary.NAMES.join(names) or workflow_of(Proposal).holders.get(proposal.state, "")


def _cosigner(row: CoSignature) -> dict[str, Any]:
    state = SignState(row.state)
    return {"name": row.member.person.name, "tag": Tag(str(state.label), SIGN_TONES.get(state, "neutral")), "row": row}  # type: ignore[arg-type]  # reason: the table holds tones


def _unit(row: Assignment) -> dict[str, Any]:
    state = AssignState(row.state)
    running = clocks.running(workflow_of(Assignment), row)
    return {
        "row": row,
        "name": row.unit.name,
        "role": str(UnitRole(row.role).label),
        "tag": Tag(str(state.label), ASSIGN_TONES[state]),  # type: ignore[arg-type]  # reason: as above
        "running": running,
        "left": clocks.left(running.due.date, row.committee_id) if running else None,
    }


def _rounds(replies: Iterable[Any]) -> list[dict[str, Any]]:
    """Answers by round, each with what its class was called on the day."""
    found = []
    for number, rows in groupby(replies, key=lambda row: row.round):
        answers = [
            {
                "row": row,
                "unit": row.assignment.unit.name,
                "result": codes.name_of("proposals.class", row.committee_id, row.result_class, row.answered_on),
                "findings": handling.findings(row),
            }
            for row in rows
        ]
        found.append({"number": number, "answers": answers})
    return found


def _both_ways(proposal: Proposal, whole: bool) -> dict[str, list[dict[str, Any]]]:
    """What the signatories said of the answer, and the units of the proposal, as far as the reader may know (R1.92)."""
    ratings = [row for row in queries.beside(proposal, "ratings") if whole or row.round < proposal.round]
    return {
        "ratings": [handling.rating(row) for row in ratings],
        "appraisals": [handling.appraisal(row, proposal) for row in queries.beside(proposal, "appraisals")],
    }


def _refusal(proposal: Proposal) -> dict[str, Any] | None:
    """Why it was not filed, and where it went (R1.43)."""
    if proposal.state != State.NOT_FILED:
        return None
    place, day = proposal.committee_id, proposal.examined_on
    return {
        "grounds": [
            codes.name_of("proposals.ground", place, row.code, day) for row in queries.beside(proposal, "grounds")
        ],
        "route": codes.name_of("proposals.route", place, proposal.route, day),
        "explanation": proposal.explanation,
    }


def _timeline(proposal: Proposal, told: list[Any], whole: bool) -> list[Any]:
    """Every step with who and when, of the proposal and of what belongs to it.

    While the ratings of the present round are sealed, so is the news that somebody rated.
    """
    if proposal.state == State.OFFLINE:
        told = [one for one in told if not one.event.startswith(FILE_NEWS)]  # the name of a file tells of its content
    return [one for one in told if whole or not sealed(one, proposal.round)]


def _with_own(proposal: Proposal) -> list[Any]:
    """The proposal and the records beside it that have steps of their own."""
    return [proposal, *queries.hanging(proposal)]


def _undos(proposal: Proposal, actor: Actor, told: list[Any]) -> list[dict[str, Any]]:
    """Steps just taken that the actor may take back."""
    found = []
    for one in undoing.undoable(_with_own(proposal), actor, told):
        row: Any = one.record
        about = row.unit.name if isinstance(row, Assignment) else ""
        url = reverse("proposals:back", args=[STEP_KINDS[type(row)], row.uid, one.step.key])
        found.append({"name": one.step.name, "about": about, "url": url})
    return found


def _buttons(proposal: Proposal, actor: Actor) -> list[dict[str, Any]]:
    """What the actor may do now, with the proposal and with what belongs to it."""
    if proposal.voided_at is not None:
        return []
    found = []
    for row in _with_own(proposal):
        for step in steps_open(row, actor):
            about = ""
            if isinstance(row, Assignment | Promise | Extension | Appraisal):
                about = row.unit.name
            elif isinstance(row, CoSignature) and not rules.invited(actor, row):
                about = row.member.person.name
            found.append({"step": step, "url": step_url(row, step.key), "about": about})
    order = {"main": 0, "plain": 1, "danger": 2}
    return sorted(found, key=lambda one: order[one["step"].tone])
