"""Who sets a committee's board. Whoever sees its figures sees the board (`metrics.rules.SEE_BOOK`)."""

from __future__ import annotations

from django.db.models import Q

from lvzhi.access import Actor, Rule
from lvzhi.access.rules import has_any
from lvzhi.board.vocabulary import SETTERS
from lvzhi.committee.models import Committee

ROLES = ("office", "secretary_general")


def sets(actor: Actor, committee: int) -> bool:
    """Whether the actor sets the board of a committee."""
    return has_any(actor, committee, ROLES)


def _rows(actor: Actor) -> Q:
    held: frozenset[int] = frozenset()
    for role in ROLES:
        held |= actor.committees(role)
    return Q(pk__in=sorted(held))


def _sets(actor: Actor, committee: Committee) -> bool:
    return sets(actor, committee.pk)


SETS = Rule(SETTERS, _sets, _rows)
"""Setting the board that everyone of the committee sees who has chosen no own one."""
