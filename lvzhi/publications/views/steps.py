"""The pages of steps, of a voiding and of bringing back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from lvzhi.access import Missing, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.publications import queries, rules
from lvzhi.publications.models import Call, Clue, Coverage, Issue, Manuscript
from lvzhi.publications.queries import address
from lvzhi.publications.vocabulary.states import ManuscriptState
from lvzhi.publications.workflow import WORKFLOWS
from lvzhi.workflow import pages

MODELS: dict[str, Any] = {"call": Call, "clue": Clue, "manuscript": Manuscript, "issue": Issue, "coverage": Coverage}


def _found(request: HttpRequest, kind: str, uid: UUID) -> Any:
    if kind not in MODELS:
        raise Missing("publications.unknown")
    return queries.one(actor_of(request), MODELS[kind], uid)


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, kind: str, uid: UUID, key: str) -> HttpResponse:
    """Ask what the step asks; take it."""
    workflow = pages.wanted(WORKFLOWS, kind, key)
    record = _found(request, kind, uid)
    template = "publications/review.html" if key in ("check", "edit", "final") else "workflow/step.html"
    frame = pages.Frame(
        title=record.title_for_people, back=address(record), template=template, more={"manuscript": record}
    )
    return pages.step(request, workflow, record, key, frame)


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, kind: str, uid: UUID) -> HttpResponse:
    """Take a mis-entered record out of every figure; a manuscript in print goes with its issue only."""
    record = _found(request, kind, uid)
    rules.keeper.check(actor_of(request), record)
    if kind == "manuscript" and record.state == ManuscriptState.PUBLISHED:
        row = queries.placing(record)
        raise Refusal("publications.in_print", title=record.title, issue=str(row.issue) if row else "")
    return pages.void(request, record, rules.keeper, title=record.title_for_people, back=address(record))


@require_POST
def restore(request: HttpRequest, kind: str, uid: UUID) -> HttpResponse:
    """Bring it back."""
    record = _found(request, kind, uid)
    return pages.restore(request, record, rules.keeper, back=address(record))
