"""Who may: each right as a test and as rows; the two agree (a property test holds them together)."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import NO_ROW
from lvzhi.deadlines import clock
from lvzhi.proposals.models import Assignment, Consent, CoSignature, KeyOpinion, Leading, Promise, Proposal, Rating
from lvzhi.proposals.rules.owing import owes_appraisal
from lvzhi.proposals.vocabulary import AssignState, SignState, State, UnitRole
from lvzhi.proposals.vocabulary.entry import TWO_READINGS

CLERK, HEAD, OFFICER, UNIT_HEAD = "clerk", "proposal_head", "unit_officer", "unit_head"
HIDDEN = (State.DRAFT, State.GATHERING)  # a text not yet handed in is its author's alone
READERS = ("secretary_general", "supervisor", "leader", "auditor")


def _of_account(actor: Actor) -> Q:
    return Q(member__person__account_id=actor.account_id) if actor.account_id is not None else NO_ROW


def _in_committees(actor: Actor, *roles: str) -> Q:
    found: set[int] = set()
    for role in roles:
        found |= actor.committees(role)
    return Q(committee_id__in=sorted(found))


def in_committees(ids: frozenset[int]) -> Q:
    """Proposals handed in to these committees: what their clerks and readers see."""
    place = Q(committee_id=next(iter(ids))) if len(ids) == 1 else Q(committee_id__in=sorted(ids))
    return place & ~Q(state__in=HIDDEN, by_staff=False)


def reads_all(actor: Actor) -> frozenset[int]:
    """Committees of which the actor reads every proposal handed in."""
    found: frozenset[int] = frozenset()
    for role in (CLERK, HEAD, *READERS):
        found |= actor.committees(role)
    return found


def _has(actor: Actor, committee: int, *roles: str) -> bool:
    return any(actor.has(role, committee=committee) for role in roles)


def _beside(proposal: Proposal, name: str) -> list[Any] | None:
    """What a page has loaded beside the proposal already, so that a button costs no query of its own."""
    loaded: dict[str, Any] = getattr(proposal, "_prefetched_objects_cache", {})
    return list(loaded[name]) if name in loaded else None


@rule(
    "第一提案人",
    rows=lambda actor: _of_account(actor) | Q(organ_id__in=sorted(actor.organs("organ_head")), collective=True),
)
def proposer(actor: Actor, proposal: Proposal) -> bool:
    """The first proposer, or the convener of a collective proposal's body (R1.3)."""
    if proposal.collective:
        return proposal.organ_id is not None and actor.has("organ_head", organ=proposal.organ_id)
    return (
        actor.account_id is not None
        and proposal.member is not None
        and (proposal.member.person.account_id == actor.account_id)
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
        return NO_ROW
    signed = CoSignature.objects.filter(
        member__person__account_id=actor.account_id, state=SignState.SIGNED, voided_at=None
    )
    return Q(pk__in=signed.values("proposal_id"))


@rule("已附议的联名人", rows=_signed_rows)
def cosigner(actor: Actor, proposal: Proposal) -> bool:
    """A co-signer who signed (R1.29)."""
    rows = _beside(proposal, "cosignatures")
    if rows is not None:
        return actor.account_id is not None and any(
            row.state == SignState.SIGNED and row.voided_at is None and row.member.person.account_id == actor.account_id
            for row in rows
        )
    return (
        actor.account_id is not None
        and CoSignature.objects.filter(
            proposal=proposal, member__person__account_id=actor.account_id, state=SignState.SIGNED, voided_at=None
        ).exists()
    )


def _unrated_rows(actor: Actor) -> Q:
    if actor.account_id is None:
        return NO_ROW
    mine = Rating.objects.filter(
        proposal=OuterRef("pk"), round=OuterRef("round"), voided_at=None, member__person__account_id=actor.account_id
    )
    return ~Q(Exists(mine))


@rule("尚未评价", rows=_unrated_rows)
def not_yet_rated(actor: Actor, proposal: Proposal) -> bool:
    """Has not rated the present round; a collective body rates through its convener, once."""
    rows = _beside(proposal, "ratings")
    if rows is not None:
        return actor.account_id is not None and not any(
            row.round == proposal.round
            and row.voided_at is None
            and row.member is not None
            and row.member.person.account_id == actor.account_id
            for row in rows
        )
    return (
        actor.account_id is not None
        and not Rating.objects.filter(
            proposal=proposal, round=proposal.round, voided_at=None, member__person__account_id=actor.account_id
        ).exists()
    )


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
    rows = _beside(proposal, "assignments")
    if rows is not None:
        return any(
            row.unit_id in actor.units(OFFICER)
            and row.role in {UnitRole.LEAD, UnitRole.SEPARATE}
            and row.state == AssignState.SIGNED
            and row.voided_at is None
            for row in rows
        )
    return Assignment.objects.filter(
        proposal=proposal,
        unit_id__in=sorted(actor.units(OFFICER)),
        role__in=[UnitRole.LEAD, UnitRole.SEPARATE],
        state=AssignState.SIGNED,
        voided_at=None,
    ).exists()


def _visible_rows(actor: Actor) -> Q:
    units = sorted(actor.units(OFFICER) | actor.units(UNIT_HEAD))
    found = proposer.rows(actor) | in_committees(reads_all(actor))
    if actor.account_id is not None:
        invited = CoSignature.objects.filter(
            member__person__account_id=actor.account_id, state__in=[SignState.INVITED, SignState.SIGNED], voided_at=None
        )
        leading = Leading.objects.filter(account_id=actor.account_id, voided_at=None)
        found |= Q(pk__in=invited.values("proposal_id")) | Q(pk__in=leading.values("proposal_id"))
    organs = sorted(actor.organs("organ_head"))
    if organs:  # a body asked for its opinion on a candidate for key proposal
        asked = KeyOpinion.objects.filter(organ_id__in=organs, voided_at=None)
        found |= Q(pk__in=asked.values("proposal_id"))
    if units:
        held = Assignment.objects.filter(unit_id__in=units, voided_at=None)
        found |= Q(pk__in=held.values("proposal_id"))
    return found


@rule(
    "提案人、被邀联名人、提案委员会、承办单位、领衔人、被征求意见的单位及有权查看的领导和机关人员", rows=_visible_rows
)
def visible(actor: Actor, proposal: Proposal) -> bool:
    """Whether the actor may read it at all."""
    return Proposal.objects.filter(_visible_rows(actor), pk=proposal.pk).exists()


@rule("代录人所在的提案委员会", rows=lambda actor: Q(by_staff=True) & _in_committees(actor, CLERK, HEAD))
def entering(actor: Actor, proposal: Proposal) -> bool:
    """The clerk, of a proposal that staff entered for its proposer."""
    return proposal.by_staff and _has(actor, proposal.committee_id, CLERK, HEAD)


@rule("代录尚未确认", rows=lambda actor: Q(by_staff=True, confirmed_on=None))
def unconfirmed(actor: Actor, proposal: Proposal) -> bool:
    """Entered by staff and not yet confirmed by its proposer."""
    return proposal.by_staff and proposal.confirmed_on is None


@rule(
    "两次审查时的初审人",
    rows=lambda actor: _in_committees(actor, CLERK, HEAD) & Q(readings__gte=TWO_READINGS),
)
def first_reader(actor: Actor, proposal: Proposal) -> bool:
    """The clerk, where the proposal is examined in two readings (R1.33)."""
    return clerk(actor, proposal) and proposal.readings >= TWO_READINGS


@rule(
    "审查人",
    rows=lambda actor: (
        (Q(state=State.SECOND_READING) & _in_committees(actor, HEAD))
        | (~Q(state=State.SECOND_READING) & Q(readings__lt=TWO_READINGS) & _in_committees(actor, CLERK, HEAD))
    ),
)
def examiner(actor: Actor, proposal: Proposal) -> bool:
    """Who decides on filing: the clerk with one reading, the head on the second of two (R1.31–R1.34)."""
    if proposal.state == State.SECOND_READING:
        return head(actor, proposal)
    return clerk(actor, proposal) and proposal.readings < TWO_READINGS


@rule("已并入别的提案", rows=lambda actor: Q(merged_into__isnull=False))
def merged(actor: Actor, proposal: Proposal) -> bool:
    """It follows the lead of its group (R1.46)."""
    return proposal.merged_into_id is not None


def _unheard_rows(actor: Actor) -> Q:
    if actor.account_id is None:
        return NO_ROW
    said = Consent.objects.filter(
        proposal=OuterRef("pk"),
        ask=OuterRef("withdraw_asks"),
        voided_at=None,
        member__person__account_id=actor.account_id,
    )
    return ~Q(Exists(said))


@rule("尚未表明是否同意撤案", rows=_unheard_rows)
def unheard(actor: Actor, proposal: Proposal) -> bool:
    """Has not yet said whether it may be withdrawn (R1.49)."""
    return (
        actor.account_id is not None
        and not Consent.objects.filter(
            proposal=proposal,
            ask=proposal.withdraw_asks,
            voided_at=None,
            member__person__account_id=actor.account_id,
        ).exists()
    )


ARCHIVING = (CLERK, HEAD, "auditor")


@rule("提案委员会经办人、审计员", rows=lambda actor: _in_committees(actor, *ARCHIVING) & ~Q(state__in=HIDDEN))
def archives(actor: Actor, proposal: Proposal) -> bool:
    """Who may take the whole file of a proposal away: the clerk, the head, the auditor (R12.19)."""
    return _has(actor, proposal.committee_id, *ARCHIVING) and proposal.state not in HIDDEN


author: Rule = proposer | entering
may_merge: Rule = clerk & ~merged
may_unmerge: Rule = clerk & merged
may_consent: Rule = cosigner & unheard
may_confirm: Rule = proposer & unconfirmed
signatory = proposer | cosigner
may_rate = signatory & not_yet_rated


# Rights over invitations and hand-overs.


def _invited_rows(actor: Actor) -> Q:
    places = actor.committees("member")
    return _of_account(actor) & Q(committee_id__in=sorted(places)) if places else NO_ROW


@rule("被邀请的委员", rows=_invited_rows)
def invited(actor: Actor, cosignature: CoSignature) -> bool:
    """The member invited, still in office, and nobody else."""
    sits = actor.account_id is not None and actor.has("member", committee=cosignature.committee_id)
    return sits and cosignature.member.person.account_id == actor.account_id


def _inviter_rows(actor: Actor) -> Q:
    own = Q(proposal__member__person__account_id=actor.account_id) if actor.account_id is not None else NO_ROW
    organs = sorted(actor.organs("organ_head"))
    return own | Q(proposal__organ_id__in=organs, proposal__collective=True) if organs else own


@rule("第一提案人", rows=_inviter_rows)
def inviter(actor: Actor, cosignature: CoSignature) -> bool:
    """The first proposer of the proposal that the invitation belongs to, or the convener of its body."""
    return proposer(actor, cosignature.proposal)


@rule("本单位联络员", rows=lambda actor: Q(unit_id__in=sorted(actor.units(OFFICER))))
def officer(actor: Actor, assignment: Assignment) -> bool:
    """An officer of the unit; a unit may never pass an item on (R1.56)."""
    return actor.has(OFFICER, unit=assignment.unit_id)


@rule("本单位负责人", rows=lambda actor: Q(unit_id__in=sorted(actor.units(UNIT_HEAD))))
def unit_chief(actor: Actor, assignment: Assignment) -> bool:
    """The head of the unit (R1.79)."""
    return actor.has(UNIT_HEAD, unit=assignment.unit_id)


@rule("承诺兑现日期已到", rows=lambda actor: Q(promised_for__lte=clock.as_day(actor.at)))
def promise_woken(actor: Actor, promise: Promise) -> bool:
    """The day that the promise named has come (R1.101)."""
    return promise.promised_for <= clock.as_day(actor.at)


@rule("提案委员会经办人", rows=lambda actor: _in_committees(actor, CLERK, HEAD))
def assignment_clerk(actor: Actor, assignment: Assignment) -> bool:
    """The clerk of the proposal committee, or its head."""
    return _has(actor, assignment.committee_id, CLERK, HEAD)


@rule("承办方式为会办", rows=lambda actor: Q(role=UnitRole.CO))
def is_co(actor: Actor, assignment: Assignment) -> bool:
    """The hand-over makes its unit a co-unit."""
    return assignment.role == UnitRole.CO


@rule("提案未作废", rows=lambda actor: Q(proposal__voided_at=None))
def standing(actor: Actor, row: CoSignature | Assignment) -> bool:
    """The proposal it belongs to is not voided."""
    return row.proposal.voided_at is None


@rule("会办意见未交", rows=lambda actor: Q(opinion_on=None))
def opinion_due(actor: Actor, assignment: Assignment) -> bool:
    """The co-unit has not given its opinion yet."""
    return assignment.opinion_on is None


def may_draft(actor: Actor, committee_id: int) -> bool:
    """Whether the actor may begin a proposal in that committee: a member of it, or the head of one of its organs."""
    return actor.has("member", committee=committee_id) or actor.has("organ_head", committee=committee_id)


may_sign: Rule = invited & standing
may_recall: Rule = inviter & standing
unit_acts: Rule = officer & standing
settles: Rule = assignment_clerk & standing
owes_opinion: Rule = unit_acts & is_co & opinion_due
gave_opinion: Rule = unit_acts & is_co & ~opinion_due
visible_cosignature: Rule = invited | inviter
visible_assignment: Rule = officer | unit_chief | assignment_clerk
approves: Rule = unit_chief & standing
looks_back: Rule = assignment_clerk & standing & promise_woken
READS_RATINGS = frozenset({State.REHANDLING, State.CLOSED})


def reads_ratings(actor: Actor, proposal: Proposal) -> bool:
    """Whether the actor reads the ratings of the present round.

    The committee and those who signed always; everyone else, the unit above all, once the round is closed and, where
    units appraise too, once their unit has said its own (R1.92).
    """
    if clerk(actor, proposal) or signatory(actor, proposal):
        return True
    return proposal.state in READS_RATINGS and not owes_appraisal(actor, proposal)


def hanging_rows(actor: Actor) -> Q:
    """Rows that hang on a proposal which the actor may read."""
    return Q(proposal__in=Proposal.objects.filter(visible.rows(actor)).values("pk"))
