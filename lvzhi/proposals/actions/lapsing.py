"""Co-signing by a last day: who may still sign, and a text that goes in by itself when the day is over (R1.27)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from lvzhi.access import Actor, Refusal
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.proposals.actions.assigning import due_by
from lvzhi.proposals.models import CoSignature, Proposal
from lvzhi.workflow.declare import Taking


def choose_last_day(proposal: Proposal, until: date | None, day: date) -> date:
    """The last day for the invitations of now: as the proposer names it, else by the norm.

    Raises:
        Refusal: ``proposals.sign_until_past``.
    """
    if until is not None and until < day:
        raise Refusal("proposals.sign_until_past", field="until")
    return until or due_by("proposals.cosign_due", proposal.committee_id, day).date


def check_sign_in_time(taking: Taking) -> None:
    """A signature after the last day does not count, whether or not the invitation has been closed already (R1.27)."""
    row: CoSignature = taking.record
    if row.due_on is not None and clock.as_day(taking.at) > row.due_on:
        raise Refusal("proposals.sign_late", due=row.due_on)


def give_up(proposal: Proposal, actor: Actor, reason: str) -> None:
    """A text that could not go in by itself waits for its proposer, who is told once."""
    with transaction.atomic():
        locked: Proposal = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
        with line(actor, "proposals.not_handed_in", subject=locked, personal={"reason": reason}):
            locked.submits_itself = False
            locked.save()
