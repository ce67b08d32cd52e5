"""Withdrawal 撤案 after filing: all signed co-signers agree, the committee approves, no answer yet (R1.49)."""

from __future__ import annotations

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.people.queries import member_of_account
from lvzhi.proposals.actions.merging import members
from lvzhi.proposals.models import Consent, CoSignature, Proposal, Reply
from lvzhi.proposals.queries import open_assignments
from lvzhi.proposals.vocabulary import NAMES, AssignState, SignState, State
from lvzhi.proposals.vocabulary.entry import Agreement
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def check_unanswered(taking: Taking) -> None:
    """Refuse once a unit has answered, or while others are merged into it."""
    proposal: Proposal = taking.record
    if Reply.objects.live().filter(proposal=proposal, pending=False).exists():
        raise Refusal("proposals.answered_already")
    count = members(proposal).count()
    if count:
        raise Refusal("proposals.merge_lead_leaves", count=count, called=proposal.called)


def ask_withdraw(taking: Taking) -> None:
    """Effect of 申请撤案: the ground, and the state to go back to."""
    proposal: Proposal = taking.record
    proposal.withdraw_asks += 1
    proposal.withdraw_from = taking.came_from
    proposal.withdraw_ground = taking.answers["reason"]
    taking.personal["reason"] = proposal.withdraw_ground


def silent(proposal: Proposal) -> list[str]:
    """Signed co-signers who have not agreed to the withdrawal asked for, by name."""
    agreed = Consent.objects.live().filter(proposal=proposal, ask=proposal.withdraw_asks, agrees=True)
    signed = CoSignature.objects.live().filter(proposal=proposal, state=SignState.SIGNED)
    rows = signed.exclude(member__in=agreed.values("member")).select_related("member__person").order_by("order")
    return [row.member.person.name for row in rows]


def consent(taking: Taking) -> None:
    """Effect of a co-signer's word; one who objects ends the withdrawal."""
    proposal: Proposal = taking.record
    day = clock.as_day(taking.at)
    word = Agreement(taking.answers["agrees"])
    Consent(
        proposal=proposal,
        committee_id=proposal.committee_id,
        member=member_of_account(taking.actor.account_id, proposal.committee_id, day),
        ask=proposal.withdraw_asks,
        agrees=word == Agreement.YES,
        reason=taking.answers.get("reason", "").strip(),
        given_on=day,
        created_at=taking.at,
    ).save()
    taking.facts |= {"member": taking.actor.name, "word": str(word.label)}
    taking.goes_to = State.WITHDRAWING if word == Agreement.YES else _before(proposal)


def check_consents(taking: Taking) -> None:
    """The committee approves only what every signed co-signer agreed to."""
    missing = silent(taking.record)
    if missing:
        raise Refusal("proposals.consent_missing", names=NAMES.join(missing))


def approve_withdraw(taking: Taking) -> None:
    """Effect of 批准撤案: the number stays taken."""
    proposal: Proposal = taking.record
    proposal.closed_on = clock.as_day(taking.at)
    proposal.merged_into = proposal.merged_on = None
    taking.facts["number"] = proposal.number


def stop_units(taking: Taking) -> None:
    """Consequence: the hand-overs end."""
    for row in open_assignments(taking.record).exclude(state__in=[AssignState.DONE, AssignState.STOPPED]):
        engine.follow(row, "stop", taking)


def go_on(taking: Taking) -> None:
    """Effect of refusing or dropping a withdrawal: back to where it was."""
    taking.personal["opinion"] = taking.answers.get("opinion", "")
    taking.goes_to = _before(taking.record)


def _before(proposal: Proposal) -> str:
    """Where it was; units may have signed for it meanwhile."""
    if proposal.withdraw_from == State.ASSIGNED:
        waiting = open_assignments(proposal).filter(state__in=[AssignState.PENDING, AssignState.RETURN_ASKED])
        return State.ASSIGNED if waiting.exists() else State.HANDLING
    return proposal.withdraw_from
