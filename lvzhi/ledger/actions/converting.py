"""A proposal that was not filed and went on as advice becomes an entry of the ledger, its chain kept (R1.41, R1.42)."""

from __future__ import annotations

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.ledger import rules
from lvzhi.ledger.actions.entering import Occasion, enter_advice
from lvzhi.ledger.models import Advice
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.queries import signed_members
from lvzhi.proposals.vocabulary import State

ROUTE = "advice"


def from_proposal(actor: Actor, proposal: Proposal, *, theme: str = "", once: str | None = None) -> Advice:
    """Enter a proposal's recommendations as one piece of advice, in the names of all who signed it.

    The figure of converted proposals counts the proposal; this entry is marked as converted and stays out of the
    figure of advice, so that nothing is counted twice.

    Raises:
        NotAllowed, Refusal: as `check_convertible`.
    """
    check_convertible(actor, proposal)
    members = signed_members(proposal)
    occasion = Occasion(
        committee=proposal.committee,
        day=proposal.examined_on or clock.as_day(actor.at),
        source="proposal",
        theme=theme,
        proposal=proposal,
        session=proposal.session,
        authors=[member.person for member in members],
        said="" if members else proposal.proposer,
        converted=True,
    )
    with line(actor, "ledger.converted", subject=proposal, committee=proposal.committee_id):
        (made,) = enter_advice(actor, [_words(proposal)], occasion, once=once)
    return made


def check_convertible(actor: Actor, proposal: Proposal) -> None:
    """Refuse what is not to be converted, or not by this actor.

    Raises:
        NotAllowed: neither the proposal committee nor the office.
        Refusal: filed, sent elsewhere, or entered before.
    """
    if not any(actor.has(role, committee=proposal.committee_id) for role in (*rules.CLERKS, *rules.KEEPERS)):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    if not went_on(proposal):
        raise Refusal("ledger.not_advice_route", number=proposal.called or proposal.title)
    if Advice.objects.live().filter(proposal=proposal, converted=True).exists():
        raise Refusal("ledger.converted_already", number=proposal.called or proposal.title)


def went_on(proposal: Proposal) -> bool:
    """Whether it was not filed and went on as advice."""
    return proposal.state == State.NOT_FILED and proposal.route == ROUTE and proposal.voided_at is None


def _words(proposal: Proposal) -> str:
    """The title and what was recommended; the ledger keeps the way back to the whole text."""
    wanted = [row.text for row in proposal.recommendations.filter(voided_at=None).order_by("number")]
    return "\n".join([proposal.title, *wanted])
