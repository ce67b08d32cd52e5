"""Reads of handling: ratings that may be shown, refusals of units."""

from __future__ import annotations

from typing import Any

from lvzhi.access import Actor, Missing
from lvzhi.committee.scope import Scope
from lvzhi.proposals.models import Proposal, Rating, ReturnAsked
from lvzhi.proposals.queries.reading import Rows, one

RATED = "proposals.proposal.rate"


def ratings_of(actor: Actor, uid: Any) -> tuple[Proposal, list[Any]]:
    """A proposal's ratings that the actor may read, by round.

    Raises:
        Missing: none such, not visible, or sealed while the first round is open; these are told alike (R1.92).
    """
    from lvzhi.proposals.rules import reads_ratings

    proposal = one(actor, uid)
    rows = Rating.objects.live().filter(proposal=proposal).select_related("member__person").order_by("round", "id")
    whole = reads_ratings(actor, proposal)
    if not whole:
        rows = rows.filter(round__lt=proposal.round)
    found = list(rows)
    if not found and not whole:
        raise Missing("proposals.ratings_sealed")
    return proposal, found


def returns(scope: Scope) -> Rows:
    """The ledger of refusals: every return a unit asked for, the newest first (R1.56–R1.65)."""
    rows = ReturnAsked.objects.live().within(scope).filter(proposal__voided_at=None)
    return rows.select_related("proposal", "unit").order_by("-asked_on", "-id")


def sealed(told: Any, round_now: int) -> bool:
    """Whether a line of the journal tells of a rating of the present round (R1.92)."""
    return bool(told.event == RATED and told.entry.facts.get("round", round_now) == round_now)
