"""Who is told of excellent proposals."""

from __future__ import annotations

from lvzhi.proposals.notices import _send, _signatories
from lvzhi.proposals.queries.choosing import winners
from lvzhi.workflow.declare import Taking


def tell_excellent(taking: Taking) -> None:
    """All who signed a proposal that was chosen."""
    for proposal in winners(taking.record):
        _send(taking, proposal, _signatories(proposal), "proposals.excellent")
