"""Opinions on a draft plan, and what becomes of each (R3.1, R3.2)."""

from __future__ import annotations

from django.db import transaction

from lvzhi.access import Actor
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.plans import rules
from lvzhi.plans.models import Opinion, Plan
from lvzhi.plans.vocabulary import Taken
from lvzhi.workflow.declare import Taking


def opine(taking: Taking) -> None:
    """Effect of 提意见: in one's own name, or, by the office, in that of whoever spoke or wrote."""
    plan: Plan = taking.record
    given = taking.answers.get("giver", "").strip()
    own = not given or given == taking.actor.name
    Opinion(
        plan=plan,
        committee_id=plan.committee_id,
        giver=given or taking.actor.name,
        account_id=taking.actor.account_id if own else None,
        given_on=clock.as_day(taking.at),
        text=taking.answers["text"],
        created_at=taking.at,
    ).save()


def take_opinion(opinion: Opinion, actor: Actor, *, taken: Taken, answer: str = "") -> Opinion:
    """Say what becomes of an opinion.

    Raises:
        NotAllowed: not the plan's author.
    """
    with transaction.atomic():
        rows = Opinion.objects.select_for_update(of=("self",)).select_related("plan", "plan__organ")
        locked: Opinion = rows.get(pk=opinion.pk)
        rules.author.check(actor, locked.plan)
        with line(actor, "plans.opinion_taken", subject=locked.plan, taken=str(taken.label)):
            locked.taken, locked.answer = taken, answer.strip()
            locked.version += 1
            locked.save()
    return locked
