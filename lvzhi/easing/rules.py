"""Who reads the self-check and the burden meter. Neither names a person."""

from __future__ import annotations

from django.db.models import Q

from lvzhi.access import Actor, Rule
from lvzhi.access.rules import has_any, held_in
from lvzhi.committee.models import Committee
from lvzhi.easing.vocabulary import READERS

ROLES = ("office", "secretary_general", "leader", "system_admin", "auditor")


def sees(actor: Actor, committee: Committee) -> bool:
    """Whether the actor reads them of this committee."""
    return has_any(actor, committee.pk, ROLES)


SEE = Rule(READERS, sees, lambda actor: Q(pk__in=sorted(held_in(actor, ROLES))))
