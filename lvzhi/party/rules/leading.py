"""Who assigns contact points and duties, and who logs visits and what was done (R10.2)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import NO_ROW
from lvzhi.party.models import Body
from lvzhi.party.rules.appraisal import oneself
from lvzhi.party.rules.register import belongs, keeper, reader

__all__ = [
    "duty_for", "duty_own", "duty_seen", "oneself", "point_logs", "point_reads", "visit_kept", "visit_seen",
]  # fmt: skip

duty_own: Rule = oneself
duty_seen: Rule = reader | duty_own
duty_for: Rule = keeper & ~duty_own
point_logs: Rule = keeper | oneself
"""The leader, and the office on behalf."""
point_reads: Rule = reader | oneself | belongs.through("body", Body)
"""What was done at a contact point: readers, the leader, the branch that was visited."""


@rule("机关人员、领导、本人、被走访的支部", rows=lambda actor: reader.rows(actor) | _visits(actor))
def visit_seen(actor: Actor, visit: Any) -> bool:
    """The same right over one visit."""
    return point_reads(actor, visit.point)


def _visits(actor: Actor) -> Q:
    if actor.account_id is None:
        return NO_ROW
    mine = Body.objects.filter(belongs.rows(actor)).values("pk")
    return Q(point__person__account_id=actor.account_id) | Q(point__body__in=mine)


@rule("办公室、秘书长、领导本人", rows=lambda actor: keeper.rows(actor) | _own(actor))
def visit_kept(actor: Actor, visit: Any) -> bool:
    """Who may change or void a visit."""
    return point_logs(actor, visit.point)


def _own(actor: Actor) -> Q:
    return NO_ROW if actor.account_id is None else Q(point__person__account_id=actor.account_id)
