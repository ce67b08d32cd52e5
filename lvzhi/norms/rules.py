"""Who may set a norm, alter a code table or correct the calendar."""

from __future__ import annotations

from collections.abc import Iterable

from lvzhi.access import Actor, NotAllowed
from lvzhi.committee.models import Committee
from lvzhi.norms.vocabulary import LIST_JOINER, ROLE_NAMES, SYSTEM_ADMIN


def may(actor: Actor, committee: Committee, editors: Iterable[str]) -> bool:
    """Whether the actor holds one of the roles here; system administrators of a committee above count too."""
    return any(
        actor.has(role, committee=pk)
        for role in editors
        for pk in (committee.chain_ids() if role == SYSTEM_ADMIN else [committee.pk])
    )


def check(actor: Actor, committee: Committee, editors: Iterable[str]) -> None:
    """Raise `NotAllowed`, naming who may, unless the actor may."""
    roles = tuple(editors)
    if not may(actor, committee, roles):
        raise NotAllowed("access.not_allowed", who=LIST_JOINER.join(ROLE_NAMES.get(role, role) for role in roles))
