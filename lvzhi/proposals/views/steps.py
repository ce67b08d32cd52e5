"""One page for every step: which record it is of, and what stands around the form."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from lvzhi.access import Actor
from lvzhi.accounts.actors import actor_of
from lvzhi.proposals import queries
from lvzhi.proposals.models import Proposal, Publication
from lvzhi.proposals.tables import address
from lvzhi.proposals.vocabulary import DONE
from lvzhi.proposals.workflow import (
    APPRAISAL,
    ASSIGNMENT,
    CANDIDACY,
    COSIGNATURE,
    EXTENSION,
    PROMISE,
    PROPOSAL,
    PUBLICATION,
)
from lvzhi.workflow import pages
from lvzhi.workflow.declare import Step, Workflow
from lvzhi.workflow.registry import workflow_of

KINDS: dict[str, Workflow] = {
    "proposal": PROPOSAL,
    "assignment": ASSIGNMENT,
    "cosignature": COSIGNATURE,
    "promise": PROMISE,
    "extension": EXTENSION,
    "publication": PUBLICATION,
    "candidate": CANDIDACY,
    "appraisal": APPRAISAL,
}


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, kind: str, uid: UUID, key: str) -> HttpResponse:
    """Ask what the step asks; take it.

    Raises:
        Missing: no such record or step, or none that the actor may know of.
        NotAllowed: the step is another's.
    """
    actor = actor_of(request)
    workflow = pages.wanted(KINDS, kind, key)
    record = queries.step_record(actor, workflow, uid)
    return pages.step(request, workflow, record, key, _frame(actor, record))


@require_http_methods(["GET", "POST"])
def back(request: HttpRequest, kind: str, uid: UUID, key: str) -> HttpResponse:
    """Ask why a step is taken back; put everything back as it was.

    Raises:
        Missing: no such record or step, or none that the actor may know of.
        NotAllowed, Conflict, Refusal: as `workflow.pages.back`.
    """
    actor = actor_of(request)
    workflow = pages.wanted(KINDS, kind, key)
    record = queries.step_record(actor, workflow, uid)
    return pages.back(request, workflow, record, key, _frame(actor, record))


def _frame(actor: Actor, record: Any) -> pages.Frame:
    proposal = _proposal_of(record)
    own = workflow_of(type(record)).address if isinstance(record, Publication) else None

    def onward(done: Any) -> str:
        after = _proposal_of(done)
        if own is not None:
            return own(done)
        return address(after) if queries.sees(actor, after) else "proposals:mine"

    return pages.Frame(
        title=f"{proposal.called} {proposal.title}".strip(),
        back=own(record) if own is not None else address(proposal),
        said=_said,
        onward=onward,
        more={"proposal": proposal},
        template="proposals/step.html",
    )


def _said(wanted: Step, done: Any) -> str:
    if isinstance(done, Proposal) and wanted.key == "submit":
        return DONE["submitted"].format(serial=done.serial)
    if isinstance(done, Proposal) and wanted.key == "invite":
        return DONE["invited"]
    return pages.usual_words(wanted, done)


def _proposal_of(record: Any) -> Proposal:
    found: Proposal = record if isinstance(record, Proposal) else record.proposal
    return found
