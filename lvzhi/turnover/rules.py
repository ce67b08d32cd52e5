"""Who prepares, approves, seconds, runs and reads a change of term (R12.2: no one person alone)."""

from __future__ import annotations

from django.db.models import Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import has_any
from lvzhi.people.rules import here
from lvzhi.turnover.models import Change

OFFICE, SECRETARY = ("office",), ("secretary_general",)
PREPARERS = OFFICE
READERS = (*OFFICE, *SECRETARY, "auditor")


def may_look(actor: Actor, committee: int) -> bool:
    """Whether the actor may open the list of a committee's changes of term."""
    return has_any(actor, committee, READERS)


def may_begin(actor: Actor, committee: int) -> bool:
    """Whether the actor may begin one (there is no record yet)."""
    return has_any(actor, committee, PREPARERS)


def _not(field: str, label: str) -> Rule:
    """Anybody but the one whose account stands in a field."""
    return Rule(
        label,
        lambda actor, change: actor.account_id is not None and getattr(change, field) != actor.account_id,
        lambda actor: (
            Q(pk__in=()) if actor.account_id is None else ~Q(**{field: actor.account_id}) | Q(**{field: None})
        ),
    )


office = here("办公室", OFFICE)
secretary = here("秘书长", SECRETARY)
visible = here("办公室、秘书长、审计员", READERS)
both = here("办公室、秘书长", (*OFFICE, *SECRETARY))
approves: Rule = secretary & _not("preparer", "不是准备人")


def _unseconded(actor: Actor) -> Q:
    return Q(seconder=None)


@rule("尚无会同办理人", rows=_unseconded)
def unseconded(actor: Actor, change: Change) -> bool:
    """Nobody has seconded it yet."""
    return change.seconder is None


@rule("已有会同办理人", rows=lambda actor: ~Q(seconder=None))
def seconded(actor: Actor, change: Change) -> bool:
    """Somebody has."""
    return change.seconder is not None


seconds: Rule = office & _not("approver", "不是批准人") & unseconded
carries_out: Rule = secretary & seconded & _not("seconder", "不是会同办理人")
