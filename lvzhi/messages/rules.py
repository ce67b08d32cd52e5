"""Who may write notices, and who may see who has read them."""

from __future__ import annotations

from typing import Final

from django.db.models import Q

from lvzhi.access import Actor, Rule
from lvzhi.accounts.vocabulary import Role

OFFICES: Final = (Role.OFFICE, Role.CLERK, Role.SECRETARY_GENERAL)


def may_notify(actor: Actor, committee: int) -> bool:
    """Whether the actor writes for the committee's office."""
    return any(actor.has(role, committee=committee) for role in OFFICES)


def committees(actor: Actor) -> frozenset[int]:
    """Committees for which the actor may write notices."""
    return frozenset().union(*(actor.committees(role) for role in OFFICES))


NOTIFY = Rule(
    "办公室工作人员、提案经办、秘书长",
    lambda actor, notice: may_notify(actor, notice.committee_id),
    lambda actor: Q(committee_id__in=committees(actor)),
)
"""A notice of the committee: writing it, and its list of readers."""
