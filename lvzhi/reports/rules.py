"""Who may write reports and hold texts against the records."""

from __future__ import annotations

from django.db.models import Q

from lvzhi.access import Actor, Rule
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee.models import Committee
from lvzhi.reports.vocabulary import READERS

ROLES = (Role.SECRETARY_GENERAL, Role.OFFICE, Role.PROPOSAL_HEAD, Role.AUDITOR)


def _reads(actor: Actor, committee: Committee) -> bool:
    return any(actor.has(role, committee=committee.pk) for role in ROLES)


def _rows(actor: Actor) -> Q:
    found: frozenset[int] = frozenset()
    for role in ROLES:
        found |= actor.committees(role)
    return Q(pk__in=sorted(found))


READ = Rule(READERS, _reads, _rows)
"""The report of a committee, and the check against its records."""
