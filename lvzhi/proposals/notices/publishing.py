"""Who is told of decisions on publication (R1.103)."""

from __future__ import annotations

from lvzhi.accounts.queries import holders
from lvzhi.proposals.notices import _clerks, _proposer, _send
from lvzhi.proposals.vocabulary.publishing import PublicForm, PublicState
from lvzhi.workflow.declare import Taking


def tell_public_review(taking: Taking) -> None:
    """The heads, of a draft that waits for them."""
    row = taking.record
    heads = holders("proposal_head", committee=row.committee_id)
    _send(taking, row.proposal, heads, "proposals.public_review", form=str(PublicForm(row.form).label))


def tell_public_sent_back(taking: Taking) -> None:
    """The clerks, with the opinion."""
    row = taking.record
    _send(taking, row.proposal, _clerks(row.proposal), "proposals.public_sent_back", opinion=row.opinion)


def tell_public_decided(taking: Taking) -> None:
    """The proposer: published, or kept back and why."""
    row = taking.record
    told = _proposer(row.proposal)
    if row.state == PublicState.PUBLISHED:
        _send(taking, row.proposal, told, "proposals.published", form=str(PublicForm(row.form).label))
    else:
        _send(taking, row.proposal, told, "proposals.kept_back", reason=row.reason)


def tell_taken_down(taking: Taking) -> None:
    """The proposer, that it is public no longer."""
    _send(taking, taking.record.proposal, _proposer(taking.record.proposal), "proposals.taken_down")
