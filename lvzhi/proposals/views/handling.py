"""Handling on pages: contacts, promises, extensions, ratings once they may be read, and the ledger of refusals."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.scope import Scope
from lvzhi.norms import codes
from lvzhi.proposals import queries, rules, tables
from lvzhi.proposals.views.place import committee_of
from lvzhi.proposals.vocabulary import (
    EXTENSION_TONES,
    GRADE_TONES,
    PROMISE_TONES,
    REPLY_CHECKS,
    ContactStage,
    ExtensionState,
    Grade,
    PromiseState,
)
from lvzhi.proposals.vocabulary.appraising import APPRAISAL_TONES, QUALITY_TONES, AppraisalState, Quality
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import keyset
from lvzhi.workflow.registry import workflow

FINDINGS = {code: (label, rule) for code, label, rule in REPLY_CHECKS}
PAGE = 50


def contact(row: Any) -> dict[str, Any]:
    """A talk in words."""
    return {
        "row": row,
        "unit": row.assignment.unit.name,
        "stage": str(ContactStage(row.stage).label),
        "mode": codes.name_of("proposals.contact_mode", row.committee_id, row.mode, row.held_on),
    }


def promise(row: Any) -> dict[str, Any]:
    """A promise with what became of it."""
    state = PromiseState(row.state)
    return {"row": row, "unit": row.unit.name, "tag": Tag(str(state.label), PROMISE_TONES[state])}  # type: ignore[arg-type]  # reason: the table holds tones


def extension(row: Any) -> dict[str, Any]:
    """A request for more time with what was decided."""
    state = ExtensionState(row.state)
    return {"row": row, "unit": row.unit.name, "tag": Tag(str(state.label), EXTENSION_TONES[state])}  # type: ignore[arg-type]  # reason: as above


def findings(reply: Any) -> list[tuple[str, str]]:
    """What the checks noted beside a reply, each with its rule."""
    return [FINDINGS[code] for code in reply.findings.split(",") if code in FINDINGS]


def rating(row: Any) -> dict[str, Any]:
    """A rating in words."""

    def tag(grade: str) -> Tag:
        return Tag(str(Grade(grade).label), GRADE_TONES[Grade(grade)])  # type: ignore[arg-type]  # reason: as above

    who = row.member.person.name if row.member is not None else ""
    return {"row": row, "who": who, "attitude": tag(row.attitude), "result": tag(row.result)}


def appraisal(row: Any, proposal: Any) -> dict[str, Any]:
    """A unit's appraisal of the proposal in words (R1.92)."""
    state = AppraisalState(row.state)
    grade = Quality(row.grade) if row.grade else None
    return {
        "row": row,
        "unit": row.unit.name,
        "tag": Tag(str(state.label), APPRAISAL_TONES[state]),  # type: ignore[arg-type]  # reason: as above
        "sealed": row.round >= proposal.round and proposal.state not in rules.READS_RATINGS,
        "grade": Tag(str(grade.label), QUALITY_TONES[grade]) if grade else None,  # type: ignore[arg-type]  # reason: as above
    }


def notice(row: Any) -> dict[str, Any]:
    """A reminder that the system sent by itself, in words."""
    named = {clock.key: clock.name for clock in workflow(row.kind).clocks}
    return {"row": row, "clock": named.get(row.clock, ""), "occasion": row.get_occasion_display()}


@require_GET
def file(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The file of a proposal's handling: every talk, request for more time, reminder and refusal of a unit."""
    actor = actor_of(request)
    proposal = queries.one(actor, uid)
    rows = queries.handling_file(proposal)
    context = {
        "proposal": proposal,
        "back": tables.address(proposal),
        "contacts": [contact(row) for row in rows["contacts"]],
        "extensions": [extension(row) for row in rows["extensions"]],
        "reminders": rows["reminders"],
        "notices": [notice(row) for row in queries.notices_of(proposal, whole=rules.clerk(actor, proposal))],
        "returns": [(row, tables.decision_tag(row)) for row in rows["returns"]],
    }
    return render(request, "proposals/handling.html", context)


@require_GET
def ratings(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The ratings of one proposal; absent to the unit until the round is closed (R1.92).

    Raises:
        Missing: as `queries.ratings_of`.
    """
    proposal, rows = queries.ratings_of(actor_of(request), uid)
    context = {"proposal": proposal, "ratings": [rating(row) for row in rows], "back": tables.address(proposal)}
    return render(request, "proposals/ratings.html", context)


@require_GET
def returns(request: HttpRequest) -> HttpResponse:
    """The ledger of refusals 推诿台账, for those who read the committee's proposals.

    Raises:
        NotAllowed: the actor reads none whole.
    """
    actor = actor_of(request)
    committee = committee_of(request)
    if committee is None or committee.pk not in rules.reads_all(actor):
        raise NotAllowed("access.not_allowed", who=rules.clerk.label)
    page = keyset(queries.returns(Scope(committee)), ("-asked_on", "-id"), request.GET.get("cursor"), PAGE)
    return render(request, "proposals/returns.html", {"table": tables.returns_table(page, request.GET)})
