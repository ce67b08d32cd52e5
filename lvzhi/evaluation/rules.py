"""Who makes rule sets, who reads them, who runs a year's evaluation."""

from __future__ import annotations

from django.db.models import Q

from lvzhi.access import Actor, Rule
from lvzhi.access.rules import has_any, held_in
from lvzhi.accounts.vocabulary import Role
from lvzhi.evaluation.models import RuleSet
from lvzhi.evaluation.vocabulary.states import SetState
from lvzhi.people.rules import here

KEEPERS = (Role.OFFICE, Role.SECRETARY_GENERAL)
LOOKERS = (*KEEPERS, Role.ORGAN_HEAD, Role.PROPOSAL_HEAD, Role.LEADER, Role.AUDITOR)
OPEN_SETS = (SetState.FORCE.value, SetState.SUPERSEDED.value)
LOOKERS_LABEL = "办公室、秘书长、专委会负责人、领导、审计员"

keeper = here("办公室、秘书长", KEEPERS)
"""Who makes rule sets and runs the evaluation."""
looker = here(LOOKERS_LABEL, LOOKERS)


def may_keep(actor: Actor, committee: int) -> bool:
    """Whether the actor may make a rule set there (there is no record yet)."""
    return has_any(actor, committee, KEEPERS)


def may_look(actor: Actor, committee: int) -> bool:
    """Whether the actor may open the committee's rule sets."""
    return has_any(actor, committee, (*LOOKERS, Role.MEMBER))


def _open_to_members(actor: Actor, rules: RuleSet) -> bool:
    return rules.state in OPEN_SETS and has_any(actor, rules.committee_id, (Role.MEMBER,))


def _open_rows(actor: Actor) -> Q:
    return Q(committee_id__in=held_in(actor, (Role.MEMBER,)), state__in=OPEN_SETS)


visible: Rule = looker | Rule("委员（已施行的规则）", _open_to_members, _open_rows)
"""Drafts are for those who make and judge; what is in force every member may read."""
