"""Who may: each right as a test and as rows; the two agree (a property test holds them together)."""

from __future__ import annotations

from django.db.models import Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.proposals.models import Assignment, CoSignature, Leading, Proposal, Rating
from lvzhi.proposals.vocabulary import AssignState, SignState, State, UnitRole

CLERK, HEAD, OFFICER, UNIT_HEAD = "clerk", "proposal_head", "unit_officer", "unit_head"
READERS = ("secretary_general", "supervisor", "leader", "auditor")


def _of_account(actor: Actor) -> Q:
    return Q(member__person__account_id=actor.account_id) if actor.account_id is not None else Q(pk__in=())


def _in_committees(actor: Actor, *roles: str) -> Q:
    found: set[int] = set()
    for role in roles:
        found |= actor.committees(role)
    return Q(committee_id__in=sorted(found))


def _has(actor: Actor, committee: int, *roles: str) -> bool:
    return any(actor.has(role, committee=committee) for role in roles)


@rule("第一提案人", rows=lambda actor: _of_account(actor) | Q(organ_id__in=sorted(actor.organs("organ_head")), collective=True))
def proposer(actor: Actor, proposal: Proposal) -> bool:
    """The first proposer, or the convener of a collective proposal's body (R1.3)."""
    if proposal.collective:
        return proposal.organ_id is not None and actor.has("organ_head", organ=proposal.organ_id)
    return actor.account_id is not None and proposal.member is not None and (
        proposal.member.person.account_id == actor.account_id
    )


@rule("提案委员会经办人", rows=lambda actor: _in_committees(actor, CLERK, HEAD))
def clerk(actor: Actor, proposal: Proposal) -> bool:
    """The clerk of the proposal committee, or its head."""
    return _has(actor, proposal.committee_id, CLERK, HEAD)


@rule("提案委员会负责人", rows=lambda actor: _in_committees(actor, HEAD))
def head(actor: Actor, proposal: Proposal) -> bool:
    """The head of the proposal committee."""
    return _has(actor, proposal.committee_id, HEAD)


def _signed_rows(actor: Actor) -> Q:
    if actor.account_id is None:
        return Q(pk__in=())
    signed = CoSignature.objects.filter(
        member__person__account_id=actor.account_id, state=SignState.SIGNED, voided_at=None
    )
    return Q(pk__in=signed.values("proposal_id"))


@rule("已附议的联名人", rows=_signed_rows)
def cosigner(actor: Actor, proposal: Proposal) -> bool:
    """A co-signer who signed (R1.29)."""
    return actor.account_id is not None and CoSignature.objects.filter(
        proposal=proposal, member__person__account_id=actor.account_id, state=SignState.SIGNED, voided_at=None
    ).exists()


def _unrated_rows(actor: Actor) -> Q:
    from django.db.models import OuterRef, Exists

    if actor.account_id is None:
        return Q(pk__in=())
    mine = Rating.objects.filter(
        proposal=OuterRef("pk"), round=OuterRef("round"), voided_at=None, member__person__account_id=actor.account_id
    )
    return ~Q(Exists(mine))


@rule("尚未评价", rows=_unrated_rows)
def not_yet_rated(actor: Actor, proposal: Proposal) -> bool:
    """Has not rated the present round; a collective body rates through its convener, once."""
    return actor.account_id is not None and not Rating.objects.filter(
        proposal=proposal, round=proposal.round, voided_at=None, member__person__account_id=actor.account_id
    ).exists()


def _lead_rows(actor: Actor) -> Q:
    held = Assignment.objects.filter(
        unit_id__in=sorted(actor.units(OFFICER)),
        role__in=[UnitRole.LEAD, UnitRole.SEPARATE],
        state=AssignState.SIGNED,
        voided_at=None,
    )
    return Q(pk__in=held.values("proposal_id"))


@rule("主办（分办）单位联络员", rows=_lead_rows)
def answering_officer(actor: Actor, proposal: Proposal) -> bool:
    """The officer of a lead or separate unit that has signed and not yet answered this round."""
    return Assignment.objects.filter(
        proposal=proposal,
        unit_id__in=sorted(actor.units(OFFICER)),
        role__in=[UnitRole.LEAD, UnitRole.SEPARATE],
        state=AssignState.SIGNED,
        voided_at=None,
    ).exists()


def _visible_rows(actor: Actor) -> Q:
    readable = Q(state__in=_hidden_states())
    units = sorted(actor.units(OFFICER) | actor.units(UNIT_HEAD))
    found = proposer.rows(actor) | (_in_committees(actor, CLERK, HEAD, *READERS) & ~readable)
    if actor.account_id is not None:
        invited = CoSignature.objects.filter(
            member__person__account_id=actor.account_id, state__in=[SignState.INVITED, SignState.SIGNED], voided_at=None
        )
        leading = Leading.objects.filter(account_id=actor.account_id, voided_at=None)
        found |= Q(pk__in=invited.values("proposal_id")) | Q(pk__in=leading.values("proposal_id"))
    if units:
        held = Assignment.objects.filter(unit_id__in=units, voided_at=None)
        found |= Q(pk__in=held.values("proposal_id"))
    return found


def _hidden_states() -> list[str]:
    """A text not yet handed in is its author's alone."""
    return [State.DRAFT, State.GATHERING]


@rule("提案人、被邀联名人、提案委员会、承办单位、领衔人及有权查看的领导和机关人员", rows=_visible_rows)
def visible(actor: Actor, proposal: Proposal) -> bool:
    """Whether the actor may read it at all."""
    return Proposal.objects.filter(_visible_rows(actor), pk=proposal.pk).exists()


signatory = proposer | cosigner
may_rate = signatory & not_yet_rated


# Rights over invitations and hand-overs.


@rule("被邀请的委员", rows=_of_account)
def invited(actor: Actor, cosignature: CoSignature) -> bool:
    """The member invited, and nobody else."""
    return actor.account_id is not None and cosignature.member.person.account_id == actor.account_id


@rule(
    "第一提案人",
    rows=lambda actor: Q(proposal__member__person__account_id=actor.account_id)
    if actor.account_id is not None
    else Q(pk__in=()),
)
def inviter(actor: Actor, cosignature: CoSignature) -> bool:
    """The first proposer of the proposal that the invitation belongs to."""
    return proposer(actor, cosignature.proposal)


@rule("本单位联络员", rows=lambda actor: Q(unit_id__in=sorted(actor.units(OFFICER))))
def officer(actor: Actor, assignment: Assignment) -> bool:
    """An officer of the unit; a unit may never pass an item on (R1.56)."""
    return actor.has(OFFICER, unit=assignment.unit_id)


@rule("提案委员会经办人", rows=lambda actor: _in_committees(actor, CLERK, HEAD))
def assignment_clerk(actor: Actor, assignment: Assignment) -> bool:
    """The clerk of the proposal committee, or its head."""
    return _has(actor, assignment.committee_id, CLERK, HEAD)


@rule("承办方式为会办", rows=lambda actor: Q(role=UnitRole.CO))
def is_co(actor: Actor, assignment: Assignment) -> bool:
    """The hand-over makes its unit a co-unit."""
    return assignment.role == UnitRole.CO


def may_draft(actor: Actor, committee_id: int) -> bool:
    """Whether the actor may begin a proposal in that committee: a member of it, or the head of one of its organs."""
    return actor.has("member", committee=committee_id) or actor.has("organ_head", committee=committee_id)


visible_cosignature: Rule = invited | inviter
visible_assignment: Rule = officer | assignment_clerk
