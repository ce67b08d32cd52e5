"""Who is told in a two-way appraisal: never what the other side said before the round closes (R1.92)."""

from __future__ import annotations

from lvzhi.proposals.models import Appraisal
from lvzhi.proposals.notices import _clerks, _officers, _proposer, _send
from lvzhi.proposals.vocabulary.appraising import AppraisalState
from lvzhi.workflow.declare import Taking


def tell_appraisal_asked(taking: Taking) -> None:
    """The officers of the unit that is asked."""
    made: Appraisal | None = taking.answers.get("appraisal")
    if made is not None:
        facts = {"unit": made.unit.name, "due": made.due_on}
        _send(taking, made.proposal, _officers(made.unit_id), "proposals.appraise", **facts)


def tell_appraised(taking: Taking) -> None:
    """The clerks, of a low one; nobody else, since it is sealed."""
    row: Appraisal = taking.record
    if row.state == AppraisalState.LOW:
        _send(taking, row.proposal, _clerks(row.proposal), "proposals.appraised_low", unit=row.unit.name)


def tell_improve(taking: Taking) -> None:
    """The proposer."""
    row: Appraisal = taking.record
    _send(taking, row.proposal, _proposer(row.proposal), "proposals.improve", words=row.wanted)


def tell_improved(taking: Taking) -> None:
    """The clerks, and the officers of the unit."""
    row: Appraisal = taking.record
    accounts = [*_clerks(row.proposal), *_officers(row.unit_id)]
    _send(taking, row.proposal, accounts, "proposals.improved")
