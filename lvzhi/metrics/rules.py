"""Who may see figures: whoever works in or for the committee, but no unit whose work is counted, no reporter."""

from __future__ import annotations

from django.db.models import Q

from lvzhi.access import Actor, Rule
from lvzhi.accounts.vocabulary import ROLES_OUTSIDE, Role
from lvzhi.committee.models import Committee
from lvzhi.metrics.vocabulary import BOOK_READERS

ROLES = tuple(role for role in Role.values if role not in ROLES_OUTSIDE)


def committees(actor: Actor) -> frozenset[int]:
    """Committees whose figures the actor sees."""
    found: frozenset[int] = frozenset()
    for role in ROLES:
        found |= actor.committees(role)
    return found


def _sees(actor: Actor, committee: Committee) -> bool:
    return any(actor.has(role, committee=committee.pk) for role in ROLES)


SEE_BOOK = Rule(BOOK_READERS, _sees, lambda actor: Q(pk__in=sorted(committees(actor))))
"""Values and definitions of a committee's figures; the content of rows follows each metric's own rule."""
