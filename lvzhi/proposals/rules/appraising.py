"""Rights over a unit's appraisal of a proposal: given by the unit, sealed until the round closes (R1.92)."""

from __future__ import annotations

from django.db.models import F, Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.proposals import rules
from lvzhi.proposals.models import Appraisal, Proposal
from lvzhi.proposals.rules.owing import units_of
from lvzhi.proposals.vocabulary import State
from lvzhi.proposals.vocabulary.appraising import AppraisalState

WITH_UNITS = (State.HANDLING, State.REHANDLING, State.ANSWERED, State.CLOSED)


def _of(rows: Q) -> Q:
    return Q(proposal__in=Proposal.objects.filter(rows).values("pk"))


@rule("没有在提案上署名的人", rows=lambda actor: ~_of(rules.signatory.rows(actor)))
def not_signatory(actor: Actor, appraisal: Appraisal) -> bool:
    """Neither proposer nor co-signer: nobody appraises a proposal of their own."""
    return not rules.signatory(actor, appraisal.proposal)


@rule("提案仍在办理、评价或已办结", rows=lambda actor: Q(proposal__state__in=WITH_UNITS))
def answered_for(actor: Actor, appraisal: Appraisal) -> bool:
    """The proposal has not been withdrawn or taken off-line."""
    return appraisal.proposal.state in WITH_UNITS


@rule(
    "本轮评价已结束",
    rows=lambda actor: Q(proposal__state__in=sorted(rules.READS_RATINGS)) | Q(round__lt=F("proposal__round")),
)
def round_closed(actor: Actor, appraisal: Appraisal) -> bool:
    """The round of answer that it belongs to is closed, as for ratings."""
    return appraisal.proposal.state in rules.READS_RATINGS or appraisal.round < appraisal.proposal.round


@rule("提案者", rows=lambda actor: _of(rules.proposer.rows(actor)))
def own(actor: Actor, appraisal: Appraisal) -> bool:
    """The first proposer, or the convener of the proposing body."""
    return rules.proposer(actor, appraisal.proposal)


@rule("评议单位", rows=lambda actor: Q(unit_id__in=units_of(actor)))
def given_by(actor: Actor, appraisal: Appraisal) -> bool:
    """An officer or the head of the unit that gives it."""
    return appraisal.unit_id in units_of(actor)


@rule("能查看提案的人（已评议的）", rows=lambda actor: rules.hanging_rows(actor) & ~Q(state=AppraisalState.WAITING))
def reads_given(actor: Actor, appraisal: Appraisal) -> bool:
    """Everyone who reads the proposal, of what has been said."""
    return appraisal.state != AppraisalState.WAITING and rules.visible(actor, appraisal.proposal)


may_appraise: Rule = rules.officer & rules.standing & answered_for & not_signatory
may_ask_improve: Rule = rules.assignment_clerk & rules.standing & round_closed
may_respond: Rule = own & rules.standing & round_closed
visible_appraisal: Rule = given_by | rules.assignment_clerk | (round_closed & reads_given)
