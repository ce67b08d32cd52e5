"""Who is told what after each step (R1.28, R1.41)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from lvzhi.accounts.queries import holders
from lvzhi.messages.actions import send
from lvzhi.proposals.models import Assignment, Proposal
from lvzhi.proposals.queries import open_assignments, signatory_accounts
from lvzhi.proposals.vocabulary import State, UnitRole
from lvzhi.proposals.vocabulary.entry import FirstOpinion
from lvzhi.workflow.declare import Taking


def _send(taking: Taking, proposal: Proposal, accounts: Iterable[int | None], code: str, **facts: object) -> None:
    told = {account for account in accounts if account is not None} - {taking.actor.account_id or 0}
    send(
        sorted(told),
        code,
        subject=(proposal._meta.label_lower, proposal.uid, address(proposal)),
        committee=proposal.committee_id,
        title=proposal.title,
        number=proposal.number,
        **facts,
    )


def address(proposal: Proposal) -> str:
    """The page of a proposal."""
    return reverse("proposals:detail", args=[proposal.uid])


def _clerks(proposal: Proposal) -> list[int]:
    return holders("clerk", committee=proposal.committee_id)


def _officers(unit_id: int) -> list[int]:
    return holders("unit_officer", unit=unit_id)


def _proposer(proposal: Proposal) -> list[int | None]:
    if proposal.member is not None:
        return [proposal.member.person.account_id]
    if proposal.organ_id is None:  # of an earlier year, known by name only
        return []
    return list(holders("organ_head", organ=proposal.organ_id))


def _signatories(proposal: Proposal) -> list[int | None]:
    return [*_proposer(proposal), *signatory_accounts(proposal)]


def tell_invited(taking: Taking) -> None:
    """The members invited."""
    accounts = [member.person.account_id for member in taking.answers["members"]]
    _send(taking, taking.record, accounts, "proposals.invited", who=taking.record.proposer)


def tell_handed_in(taking: Taking) -> None:
    """The proposer and those who signed, of a text that went in by itself."""
    _send(taking, taking.record, _signatories(taking.record), "proposals.handed_in", serial=taking.record.serial)


def tell_not_handed_in(proposal: Proposal, reason: str) -> None:
    """The proposer, whose text could not go in by itself."""
    send(
        [account for account in _proposer(proposal) if account is not None], "proposals.not_handed_in",
        subject=(proposal._meta.label_lower, proposal.uid, address(proposal)), committee=proposal.committee_id,
        title=proposal.title, reason=reason,
    )  # fmt: skip


def tell_signed(taking: Taking) -> None:
    """The first proposer, of a signature."""
    _send(taking, taking.record.proposal, _proposer(taking.record.proposal), "proposals.signed", who=taking.actor.name)


def tell_declined(taking: Taking) -> None:
    """The first proposer, of a refusal."""
    _send(
        taking, taking.record.proposal, _proposer(taking.record.proposal), "proposals.declined", who=taking.actor.name
    )


def tell_submitted(taking: Taking) -> None:
    """The clerks."""
    _send(taking, taking.record, _clerks(taking.record), "proposals.submitted", who=taking.record.proposer)


def tell_sent_back(taking: Taking) -> None:
    """The first proposer, with the opinion."""
    _send(taking, taking.record, _proposer(taking.record), "proposals.sent_back", opinion=taking.record.return_opinion)


def tell_filed(taking: Taking) -> None:
    """All who signed."""
    _send(taking, taking.record, _signatories(taking.record), "proposals.filed")


def tell_refused(taking: Taking) -> None:
    """All who signed, with grounds and route (R1.43)."""
    _send(
        taking, taking.record, _signatories(taking.record), "proposals.refused", **_strings(taking, "grounds", "route")
    )


def _strings(taking: Taking, *names: str) -> dict[str, Any]:
    return {name: taking.facts.get(name, "") for name in names}


def tell_assigned(taking: Taking) -> None:
    """The officers of each unit."""
    for row in open_assignments(taking.record):
        _send(
            taking,
            taking.record,
            _officers(row.unit_id),
            "proposals.assigned",
            unit=row.unit.name,
            role=str(UnitRole(row.role).label),
        )


def tell_return_asked(taking: Taking) -> None:
    """The clerks."""
    proposal = taking.record.proposal
    _send(taking, proposal, _clerks(proposal), "proposals.return_asked", unit=taking.record.unit.name)


def tell_return_kept(taking: Taking) -> None:
    """The officers of the unit."""
    row = taking.record
    _send(
        taking,
        row.proposal,
        _officers(row.unit_id),
        "proposals.return_kept",
        unit=row.unit.name,
        opinion=row.return_opinion,
    )


def tell_handling(taking: Taking) -> None:
    """All who signed."""
    units = "、".join(row.unit.name for row in open_assignments(taking.record))
    _send(taking, taking.record, _signatories(taking.record), "proposals.handling", units=units)


def tell_answered(taking: Taking) -> None:
    """All who signed, once every answer is in."""
    if taking.record.state == "answered":
        _send(taking, taking.record, _signatories(taking.record), "proposals.answered")


def tell_rated(taking: Taking) -> None:
    """On dissatisfaction the units that must handle it again; otherwise the clerks when it closes."""
    proposal = taking.record
    if proposal.state == "rehandling":
        accounts = [account for row in open_assignments(proposal) for account in _officers(row.unit_id)]
        _send(taking, proposal, accounts, "proposals.dissatisfied", reason=taking.answers.get("reason", ""))
    elif proposal.state == "closed":
        _send(taking, proposal, _clerks(proposal), "proposals.closed")


def tell_key(taking: Taking) -> None:
    """All who signed, the units and the leader."""
    proposal = taking.record
    accounts: list[int | None] = _signatories(proposal)
    accounts += [account for row in open_assignments(proposal) for account in _officers(row.unit_id)]
    leader = taking.answers.get("leader")
    accounts.append(leader.pk if leader is not None else None)
    _send(
        taking,
        proposal,
        accounts,
        "proposals.key",
        leader=taking.answers["leader_post"] + taking.answers["leader_name"],
    )


def tell_recommended(taking: Taking) -> None:
    """The heads, of the first reading."""
    opinion = str(FirstOpinion(taking.record.first_reading).label)
    heads = holders("proposal_head", committee=taking.record.committee_id)
    _send(taking, taking.record, heads, "proposals.recommended", opinion=opinion)


def tell_merged(taking: Taking) -> None:
    """All who signed, that theirs is handled together with another and answered by itself (R1.45)."""
    _send(taking, taking.record, _signatories(taking.record), "proposals.merged", lead=taking.facts["lead"])


def tell_unmerged(taking: Taking) -> None:
    """All who signed."""
    _send(taking, taking.record, _signatories(taking.record), "proposals.unmerged")


def tell_withdraw_asked(taking: Taking) -> None:
    """The co-signers, who must agree, and the heads, who approve (R1.49)."""
    proposal: Proposal = taking.record
    asked = set(signatory_accounts(proposal)) - set(_proposer(proposal))
    _send(taking, proposal, asked, "proposals.withdraw_asked", who=proposal.proposer)
    heads = holders("proposal_head", committee=proposal.committee_id)
    _send(taking, proposal, heads, "proposals.withdraw_ready", who=proposal.proposer)


def tell_consent(taking: Taking) -> None:
    """The proposer, when a co-signer's objection ends the withdrawal."""
    if taking.record.state != State.WITHDRAWING:
        _send(taking, taking.record, _proposer(taking.record), "proposals.withdraw_refused")


def _all_concerned(proposal: Proposal) -> list[int | None]:
    units = [account for row in open_assignments(proposal) for account in _officers(row.unit_id)]
    return [*_signatories(proposal), *units]


def tell_withdrawn(taking: Taking) -> None:
    """All who signed, and the units that hold it."""
    _send(taking, taking.record, _all_concerned(taking.record), "proposals.withdrawn")


def tell_withdraw_refused(taking: Taking) -> None:
    """All who signed."""
    _send(taking, taking.record, _signatories(taking.record), "proposals.withdraw_refused")


def tell_offline(taking: Taking) -> None:
    """All who signed and the units that hold it, without a word of content (R12.12)."""
    _send(taking, taking.record, _all_concerned(taking.record), "proposals.offline")


def tell_entered(taking: Taking) -> None:
    """The proposer, of what staff entered in their name."""
    if taking.record.by_staff:
        _send(taking, taking.record, _proposer(taking.record), "proposals.entered")


def _answering(proposal: Proposal) -> list[int | None]:
    rows = open_assignments(proposal).exclude(role=UnitRole.CO)
    return [account for row in rows for account in _officers(row.unit_id)]


def tell_extension_asked(taking: Taking) -> None:
    """The clerks."""
    _send(
        taking, taking.record, _clerks(taking.record), "proposals.extension_asked", **_strings(taking, "unit", "until")
    )


def tell_extended(taking: Taking) -> None:
    """The officers of the answering units."""
    until = taking.record.answer_due_on
    _send(taking, taking.record, _answering(taking.record), "proposals.extension_granted", until=until)


def tell_extension_refused(taking: Taking) -> None:
    """The officers of the unit that asked."""
    row = taking.record
    _send(taking, row.proposal, _officers(row.unit_id), "proposals.extension_refused", opinion=row.opinion)


def tell_reminded(taking: Taking) -> None:
    """The officers of each unit reminded."""
    for row in taking.answers["rows"]:
        _send(
            taking,
            taking.record,
            _officers(row.unit_id),
            "proposals.reminded",
            due=row.due_on or taking.record.answer_due_on,
            words=taking.answers.get("words", ""),
        )


def tell_heads(taking: Taking) -> None:
    """The head of the unit whose answer waits for approval."""
    row = taking.record
    _send(taking, row.proposal, holders("unit_head", unit=row.unit_id), "proposals.approve_reply")


def tell_reply_returned(taking: Taking) -> None:
    """The officers of the unit, with the head's opinion."""
    row = taking.record
    _send(taking, row.proposal, _officers(row.unit_id), "proposals.reply_returned", opinion=row.head_opinion)


def tell_taken_back(taking: Taking) -> None:
    """All who signed and the units that hold it; a unit whose hand-over goes with the step is told apart."""
    row = taking.record
    proposal = row if isinstance(row, Proposal) else row.proposal
    facts = {"step": taking.step.name, "state": row.get_state_display(), "ground": taking.answers["ground"]}
    mine = _officers(row.unit_id) if isinstance(row, Assignment) else []
    _send(taking, proposal, {*_all_concerned(proposal), *_clerks(proposal), *mine}, "proposals.taken_back", **facts)
    for made in taking.answers["made"]:
        if isinstance(made, Assignment):
            unit = made.unit
            told = {"unit": unit.name, "ground": taking.answers["ground"]}
            _send(taking, made.proposal, _officers(unit.pk), "proposals.hand_over_taken_back", **told)


def tell_reading_taken_back(taking: Taking) -> None:
    """The heads, to whom the first reading had handed it."""
    facts = {"step": taking.step.name, "state": taking.record.get_state_display(), "ground": taking.answers["ground"]}
    heads = holders("proposal_head", committee=taking.record.committee_id)
    _send(taking, taking.record, heads, "proposals.taken_back", **facts)


def tell_opinion_asked(taking: Taking) -> None:
    """The heads of the bodies asked about a candidate."""
    row = taking.record
    for organ in taking.answers["bodies"]:
        facts = {"body": organ.name, "until": row.opinions_until}
        _send(taking, row.proposal, holders("organ_head", organ=organ.pk), "proposals.opinion_asked", **facts)


def tell_opined(taking: Taking) -> None:
    """The heads of the proposal committee and the clerks, of what a body said about a candidate."""
    row = taking.record
    accounts = {*holders("proposal_head", committee=row.committee_id), *_clerks(row.proposal)}
    _send(taking, row.proposal, accounts, "proposals.opined", **_strings(taking, "body", "stance"))


def tell_supervised(taking: Taking) -> None:
    """Both sides, the leader and the committee, of an act of supervision."""
    proposal = taking.record
    leading = [row.account_id for row in proposal.leadings.filter(ends=None, voided_at=None)]
    accounts = [*_all_concerned(proposal), *leading, *_clerks(proposal)]
    _send(taking, proposal, accounts, "proposals.supervised", **_strings(taking, "way", "form", "held_on"))
