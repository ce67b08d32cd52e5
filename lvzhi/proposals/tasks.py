"""What time does to proposals: invitations and appraisals lapse, a text left to it goes in with those who signed."""

from __future__ import annotations

from lvzhi.access import Actor, Refusal
from lvzhi.deadlines import clock
from lvzhi.proposals import notices, queries
from lvzhi.proposals.actions.lapsing import give_up
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.queries.appraising import appraisals_over
from lvzhi.workflow import engine


def lapse_invitations(actor: Actor) -> int:
    """Let invitations lapse whose last day is over, then hand in what was left to go by itself (R1.27–R1.29).

    Returns:
        How many invitations lapsed and texts went in or were given back to their proposers.
    """
    day = clock.as_day(actor.at)
    over = queries.invitations_over(day)
    for row in over:
        engine.lapse(row, "expire", actor)
    ready = queries.waiting_to_go(day)
    for proposal in ready:
        _hand_in(proposal, actor)
    return len(over) + len(ready)


def lapse_appraisals(actor: Actor) -> int:
    """Let appraisals lapse whose last day is over: silence is 未评, never a grade (R1.92, R1.95).

    Returns:
        How many lapsed.
    """
    over = appraisals_over(clock.as_day(actor.at))
    for row in over:
        engine.lapse(row, "lapse", actor)
    return len(over)


def _hand_in(proposal: Proposal, actor: Actor) -> None:
    try:
        engine.lapse(proposal, "auto_submit", actor)
    except Refusal as refusal:
        give_up(proposal, actor, refusal.sentence)
        notices.tell_not_handed_in(proposal, refusal.sentence)
