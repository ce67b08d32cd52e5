"""More time for an answer: asked and approved before the date (R1.74)."""

from __future__ import annotations

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.proposals.actions.assigning import due_by
from lvzhi.proposals.models import Extension, Proposal
from lvzhi.proposals.vocabulary import ExtensionState
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def check_extension(taking: Taking) -> None:
    """Refuse a request after the date, beside one that waits, for no later date, or beyond the longest time."""
    proposal: Proposal = taking.record
    due, until = proposal.answer_due_on, taking.answers["until"]
    if due is None or proposal.assigned_on is None or clock.as_day(taking.at) > due:
        raise Refusal("proposals.extension_late", due=due)
    if Extension.objects.live().filter(proposal=proposal, state=ExtensionState.ASKED).exists():
        raise Refusal("proposals.extension_waiting")
    if until <= due:
        raise Refusal("proposals.extension_order", field="until", due=due)
    most = due_by("proposals.answer_longest", proposal.committee_id, proposal.assigned_on).date
    if until > most:
        raise Refusal("proposals.extension_long", field="until", most=most)


def ask_extension(taking: Taking) -> None:
    """Effect of 申请延期."""
    proposal: Proposal = taking.record
    answers, unit = taking.answers, taking.answers["assignment"].unit
    extension = Extension(
        proposal=proposal,
        committee_id=proposal.committee_id,
        unit=unit,
        reason=answers["reason"],
        asked_on=clock.as_day(taking.at),
        until=answers["until"],
        created_at=taking.at,
    )
    engine.begin(extension, taking.actor, unit=unit.name, until=answers["until"])
    proposal.extensions_asked += 1
    taking.facts |= {"unit": unit.name, "until": answers["until"]}


def check_grant(taking: Taking) -> None:
    """An approval after the date in force would make a late answer punctual: refused (R1.74)."""
    due = taking.record.proposal.answer_due_on
    if due is None or clock.as_day(taking.at) > due:
        raise Refusal("proposals.extension_grant_late", due=due)


def decide_extension(taking: Taking) -> None:
    """Effect of deciding: day and opinion are kept."""
    extension: Extension = taking.record
    extension.decided_on = clock.as_day(taking.at)
    extension.opinion = taking.answers.get("opinion", "")


def carry_extension(taking: Taking) -> None:
    """Consequence of an approval: the proposal's own date moves."""
    extension: Extension = taking.record
    proposal: Proposal = Proposal.objects.select_for_update(of=("self",)).get(pk=extension.proposal_id)
    engine.follow(proposal, "extend", taking, {"until": extension.until})


def extend(taking: Taking) -> None:
    """Effect of 延期: the date by which an answer is in time."""
    proposal: Proposal = taking.record
    proposal.answer_due_on = taking.answers["until"]
    taking.facts |= {"number": proposal.number, "until": taking.answers["until"]}
