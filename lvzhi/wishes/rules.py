"""Who may do what with wishes."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import NO_ROW
from lvzhi.people.rules import here
from lvzhi.wishes.vocabulary import KEEPER, OWN

KEEPERS = ("office", "secretary_general")
keeper = here(KEEPER, KEEPERS)


def _mine(actor: Actor) -> Q:
    return NO_ROW if actor.account_id is None else Q(account_id=actor.account_id)


@rule(OWN, rows=_mine)
def own(actor: Actor, wish: Any) -> bool:
    """Whoever said it."""
    return actor.account_id is not None and wish.account_id == actor.account_id


def keeps(actor: Actor, committee: int) -> bool:
    """Whether the actor answers for the committee."""
    return any(actor.has(role, committee=committee) for role in KEEPERS)


visible: Rule = keeper | own
answers: Rule = keeper & ~own
closes: Rule = keeper | own
