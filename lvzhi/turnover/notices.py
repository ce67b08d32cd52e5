"""Who is told of a change of term."""

from __future__ import annotations

from lvzhi.accounts.queries import holders
from lvzhi.messages.actions import send
from lvzhi.turnover.models import Change
from lvzhi.turnover.queries.plans import change_address
from lvzhi.turnover.vocabulary import ChangeState
from lvzhi.workflow.declare import Taking


def _tell(taking: Taking, role: str, code: str, **facts: object) -> None:
    change: Change = taking.record
    wanted = [pk for pk in holders(role, committee=change.committee_id) if pk != taking.actor.account_id]
    subject = (change._meta.label_lower, change.uid, change_address(change))
    send(wanted, code, subject=subject, committee=change.committee_id, number=change.number, **facts)


def tell_rehearsed(taking: Taking) -> None:
    """The secretary-general, where the rehearsal found nothing in the way."""
    if taking.record.state == ChangeState.REHEARSED:
        _tell(taking, "secretary_general", "turnover.to_approve")


def tell_approved(taking: Taking) -> None:
    """The office, which seconds."""
    _tell(taking, "office", "turnover.approved")


def tell_reopened(taking: Taking) -> None:
    """The office, with the ground."""
    _tell(taking, "office", "turnover.reopened", ground=taking.record.ground)


def tell_carried_out(taking: Taking) -> None:
    """The office, which checks."""
    _tell(taking, "office", "turnover.carried_out")


def tell_rolled_back(taking: Taking) -> None:
    """The office, with the ground."""
    _tell(taking, "office", "turnover.rolled_back", ground=taking.record.ground)
