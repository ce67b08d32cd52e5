"""Who sees the checklist, who says what no data can show."""

from __future__ import annotations

from lvzhi.access import Actor
from lvzhi.access.rules import has_any
from lvzhi.accounts import rules as accounts
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee.models import Committee
from lvzhi.opening.vocabulary import MAY_CONFIRM, MAY_LOOK

STAFF = (Role.OFFICE, Role.SECRETARY_GENERAL, Role.CLERK, Role.PROPOSAL_HEAD)
KEEPERS = (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)
LOOKERS = (*KEEPERS, *STAFF)
LOOK_LABEL, CONFIRM_LABEL = MAY_LOOK, MAY_CONFIRM
CONFIRMERS = (Role.OFFICE, Role.SECRETARY_GENERAL)


def sees(actor: Actor, committee: Committee) -> bool:
    """Whether the actor is shown what the committee still lacks."""
    return has_any(actor, committee.pk, LOOKERS)


def confirms(actor: Actor, committee: Committee) -> bool:
    """Whether the actor may say that the norms were looked through and the list is settled."""
    return has_any(actor, committee.pk, CONFIRMERS) or accounts.administers(actor, committee)
