"""Who reads the checklist, who keeps anchors, who is handed the file."""

from __future__ import annotations

from django.db.models import Q

from lvzhi.access import Actor, Rule
from lvzhi.access.rules import has_any, held_in
from lvzhi.assurance.vocabulary import AUDITORS, KEEPERS, READERS
from lvzhi.committee.models import Committee

ROLES = ("office", "secretary_general", "leader", "system_admin", "security_admin", "audit_admin", "auditor")
ANCHORING = ("auditor", "audit_admin")
AUDITING = ("auditor",)


def _over_committees(label: str, roles: tuple[str, ...]) -> Rule:
    def test(actor: Actor, committee: Committee) -> bool:
        return has_any(actor, committee.pk, roles)

    return Rule(label, test, lambda actor: Q(pk__in=sorted(held_in(actor, roles))))


SEE = _over_committees(READERS, ROLES)
ANCHOR = _over_committees(KEEPERS, ANCHORING)
HAND_OVER = _over_committees(AUDITORS, AUDITING)
MINE = Rule(
    AUDITORS,
    lambda actor, record: has_any(actor, record.committee_id, AUDITING),
    lambda actor: Q(committee_id__in=sorted(held_in(actor, AUDITING))),
)
"""Hand-overs that were made."""
