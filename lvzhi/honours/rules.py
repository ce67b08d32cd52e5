"""Who may enter, confirm and read honours."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import NO_ROW, has_any
from lvzhi.honours.vocabulary import KEEPER, State
from lvzhi.people.rules import INSIDE, here

KEEPERS = ("office", "secretary_general", "clerk", "organ_head")
CONFIRMERS = ("office", "secretary_general")
STAFF = (*KEEPERS, "leader", "supervisor", "auditor", "proposal_head", "branch_secretary")
EVERYONE = tuple(dict.fromkeys((*INSIDE, *STAFF)))
keeper = here(KEEPER, KEEPERS)
confirmer = here("办公室、秘书长", CONFIRMERS)
staff = here("机关人员", STAFF)
inside = here("委员和机关人员", EVERYONE)


def keeps(actor: Actor, committee: int) -> bool:
    """Whether the actor enters honours there (there is no record yet)."""
    return has_any(actor, committee, KEEPERS)


def belongs(actor: Actor, committee: int) -> bool:
    """Whether the actor sits or works there: may claim and look."""
    return has_any(actor, committee, EVERYONE)


def sees_all(actor: Actor, committee: int) -> bool:
    """Whether the actor may read what is not confirmed."""
    return has_any(actor, committee, STAFF)


def _mine(actor: Actor) -> Q:
    return NO_ROW if actor.account_id is None else Q(person__account_id=actor.account_id)


@rule("获得者本人", rows=_mine)
def own(actor: Actor, honour: Any) -> bool:
    """Whoever got it, or made the work."""
    person = honour.person
    return actor.account_id is not None and person is not None and person.account_id == actor.account_id


@rule("已经确认的", rows=lambda actor: Q(state=State.CONFIRMED))
def confirmed(actor: Actor, honour: Any) -> bool:
    """It was confirmed."""
    return bool(honour.state == State.CONFIRMED)


@rule("本人申报的", rows=lambda actor: Q(by_staff=False))
def claimed(actor: Actor, honour: Any) -> bool:
    """Claimed by whoever got it."""
    return not honour.by_staff


visible: Rule = staff | own | (inside & confirmed)
claimer: Rule = own & claimed
writes: Rule = keeper | claimer
decides: Rule = confirmer & ~own
