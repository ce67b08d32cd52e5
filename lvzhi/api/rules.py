"""Who may see and end a token: its holder, and the security administrator of the holder's account."""

from __future__ import annotations

from django.db.models import Q

from lvzhi.access import Actor, Rule
from lvzhi.accounts.models import Account
from lvzhi.accounts.rules import GUARD
from lvzhi.accounts.vocabulary import KEEPERS
from lvzhi.api.vocabulary import GUARDIAN, HOLDER

OWN = Rule(
    HOLDER,
    lambda actor, token: actor.account_id is not None and token.account_id == actor.account_id,
    lambda actor: Q(account_id=actor.account_id) if actor.account_id is not None else Q(pk__in=()),
)
_guard = GUARD.through("account", Account)
GUARDED = Rule(GUARDIAN, _guard.test, _guard.rows)
END = OWN | GUARDED


def may_hold(actor: Actor) -> bool:
    """Whether tokens may stand for this actor: not for the three administrators, nor in another's name."""
    return not actor.behalf and not any(actor.has(role) for role in KEEPERS)
