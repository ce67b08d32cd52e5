"""Who may set a norm, alter a code table or correct the calendar."""

from __future__ import annotations

from collections.abc import Iterable

from lvzhi.access import Actor, NotAllowed
from lvzhi.committee.models import Committee
from lvzhi.norms.declare import is_separated
from lvzhi.norms.vocabulary import LIST_JOINER, ROLE_NAMES, SECURITY_ADMIN, SYSTEM_ADMIN


def may(actor: Actor, committee: Committee, editors: Iterable[str]) -> bool:
    """Whether the actor holds one of the roles here; administrators of a committee above count too.

    What the security administrator sets is not the system administrator's, where the two are separated (R12.2 g).
    """
    roles = list(editors)
    if SECURITY_ADMIN in roles and SYSTEM_ADMIN in roles and is_separated(committee):
        roles.remove(SYSTEM_ADMIN)
    return any(
        actor.has(role, committee=pk)
        for role in roles
        for pk in (committee.chain_ids() if role in (SYSTEM_ADMIN, SECURITY_ADMIN) else [committee.pk])
    )


def check(actor: Actor, committee: Committee, editors: Iterable[str]) -> None:
    """Raise `NotAllowed`, naming who may, unless the actor may."""
    roles = tuple(editors)
    if not may(actor, committee, roles):
        raise NotAllowed("access.not_allowed", who=LIST_JOINER.join(ROLE_NAMES.get(role, role) for role in roles))
