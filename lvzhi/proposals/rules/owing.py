"""Who still owes an appraisal: the ratings stay sealed from a unit until it has said its own (R1.92)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from lvzhi.access import Actor
from lvzhi.access.rules import NO_ROW
from lvzhi.proposals.models import Appraisal, Proposal
from lvzhi.proposals.vocabulary.appraising import AppraisalState


def units_of(actor: Actor) -> list[int]:
    """Units for which the actor speaks, as officer or head."""
    return sorted(actor.units("unit_officer") | actor.units("unit_head"))


def owing_rows(actor: Actor) -> Q:
    """Proposals whose quality the actor's units have still to appraise."""
    units = units_of(actor)
    if not units:
        return NO_ROW
    waiting = Appraisal.objects.filter(unit_id__in=units, state=AppraisalState.WAITING, voided_at=None)
    return Q(pk__in=waiting.values("proposal_id"))


def owes_appraisal(actor: Actor, proposal: Proposal) -> bool:
    """Whether one of the actor's units has still to appraise it; no query where its page has loaded the appraisals."""
    units = units_of(actor)
    loaded: dict[str, Any] = getattr(proposal, "_prefetched_objects_cache", {})
    if not units or not getattr(proposal, "has_appraisals", True):
        return False
    if "appraisals" in loaded:
        return any(row.unit_id in units and row.state == AppraisalState.WAITING for row in loaded["appraisals"])
    return Proposal.objects.filter(owing_rows(actor), pk=proposal.pk).exists()
