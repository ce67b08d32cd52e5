"""Which proposals a batch offers: those from which the actor may take its step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import F, Prefetch

from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.proposals.models import Proposal, WishedUnit
from lvzhi.proposals.queries.reading import LISTED, Rows

MOST = 50  # on one page: as many as a clerk looks through before sending


def offered(actor: Actor, committee: Committee, step: Any) -> Rows:
    """Proposals waiting for that step, the earliest due first, with what their lines show."""
    rows = Proposal.objects.live().filter(step.may.rows(actor), committee=committee, state__in=sorted(step.frm))
    return _lines(rows).order_by(F("due_on").asc(nulls_last=True), "id")


def named(committee: Committee, keys: Sequence[int]) -> Rows:
    """The proposals ticked, wherever they stand now: the engine says of each whether the step may still be taken."""
    return _lines(Proposal.objects.live().filter(committee=committee, pk__in=list(keys))).order_by("id")


def _lines(rows: Rows) -> Rows:
    wished: Rows = WishedUnit.objects.live().select_related("unit").order_by("id")
    return (
        rows.select_related("committee", "lead_unit", "wished_lead", "session__term")
        .defer(*LISTED)
        .prefetch_related(Prefetch("wished_co_units", wished))
    )
