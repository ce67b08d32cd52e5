"""How the rooms below know what this one keeps: attachments of proofs, records that others point at."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from lvzhi.access import Actor
from lvzhi.evaluation import rules
from lvzhi.evaluation.models import Proven
from lvzhi.evaluation.vocabulary.states import ClaimState
from lvzhi.files import rights

PROVEN = "evaluation.proven"


def _visible(actor: Actor, uid: UUID) -> bool:
    return bool(Proven.objects.filter(rules.reads_proven.rows(actor), uid=uid).exists())


def may_add(actor: Actor, found: Any) -> bool:
    """Who attaches the document: the office and the member, until it is decided."""
    waits = found.voided_at is None and found.state == ClaimState.WAITING
    return waits and (rules.keeper(actor, found) or rules.is_own(actor, found.result))


def _adds(actor: Actor, uid: UUID) -> bool:
    found = Proven.objects.select_related("result__member__person").filter(uid=uid).first()
    return found is not None and may_add(actor, found)


def register() -> None:
    """Say to the rooms below what a proof is."""
    rights.register(
        PROVEN, may_read=_visible, may_add=_adds,
        committee=lambda uid: int(Proven.objects.values_list("committee_id", flat=True).get(uid=uid)),
    )  # fmt: skip
