"""How the rooms below know appraisals: attachments of a round, and records behind figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from lvzhi.access import Actor, Rule
from lvzhi.appraisal import queries, rules
from lvzhi.appraisal.models import StaffLine, StaffRound
from lvzhi.files import rights
from lvzhi.links import kinds as links

ROUND = "appraisal.staffround"


def may_add(actor: Actor, appraisal: StaffRound) -> bool:
    """Minutes and approvals are attached by whoever keeps it."""
    return appraisal.voided_at is None and rules.keeper(actor, appraisal)


def _may_add(actor: Actor, uid: UUID) -> bool:
    found = StaffRound.objects.filter(uid=uid).first()
    return found is not None and may_add(actor, found)


def _kind(model: Any, rule: Rule, address: Callable[[Any], str]) -> links.Kind:
    def titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
        rows = model.objects.filter(uid__in=uids)
        return {row.uid: str(row) for row in (rows.select_related("round") if model is StaffLine else rows)}

    return links.Kind(
        model._meta.label_lower, str(model._meta.verbose_name), lambda uid: titles([uid]).get(uid, ""),
        lambda uid: address(model(uid=uid)),
        lambda actor, uid: bool(model.objects.filter(rule.rows(actor), uid=uid).exists()), titles,
    )  # fmt: skip


def register() -> None:
    """Say to the rooms below what these are."""
    rights.register(
        ROUND,
        may_read=lambda actor, uid: StaffRound.objects.filter(rules.reader.rows(actor), uid=uid).exists(),
        may_add=_may_add,
        committee=lambda uid: int(StaffRound.objects.values_list("committee_id", flat=True).get(uid=uid)),
        personal=True,
    )
    links.register(_kind(StaffRound, rules.seen, queries.round_address))
    links.register(_kind(StaffLine, rules.line_seen, queries.line_address))
