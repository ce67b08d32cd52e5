"""What the page of a proposal shows of its handling."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from lvzhi.access import Actor
from lvzhi.proposals.models import Contact, Extension, Promise, Proposal, Reply, ReplyPoint
from lvzhi.proposals.vocabulary import ExtensionState

Rows = QuerySet[Any]


def extensions_of(proposal: Proposal) -> tuple[tuple[date, date], ...]:
    """Approved later dates as (new date, approved on), in the order of approval; no query where none was asked."""
    if not proposal.extensions_asked:
        return ()
    granted = Extension.objects.live().filter(proposal=proposal, state=ExtensionState.GRANTED)
    return tuple(granted.order_by("decided_on", "id").values_list("until", "decided_on"))


def replies_shown(actor: Actor) -> Rows:
    """Replies given, with their points; a draft that waits for the unit's head is the unit's own."""
    units = sorted(actor.units("unit_officer") | actor.units("unit_head"))
    points = ReplyPoint.objects.live().select_related("recommendation").order_by("id")
    own = Q(assignment__unit_id__in=units) if units else Q(pk__in=[])
    rows = Reply.objects.live().filter(Q(pending=False) | own)
    return rows.select_related("assignment__unit").prefetch_related(Prefetch("points", points)).order_by("round", "id")


def handling_shown() -> tuple[tuple[str, Rows], ...]:
    """What a proposal's page shows of its handling, by the name it hangs on."""
    return (
        ("contacts", Contact.objects.live().select_related("assignment__unit").order_by("held_on", "id")),
        ("promises", Promise.objects.live().select_related("unit").order_by("id")),
    )


def extensions_shown() -> Rows:
    """Requests for more time, in order."""
    return Extension.objects.live().select_related("unit").order_by("id")
