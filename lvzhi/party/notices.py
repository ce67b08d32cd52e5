"""Addresses of the room's records, and who is told of what."""

from __future__ import annotations

from lvzhi.messages.actions import send
from lvzhi.party.queries.addresses import deed_address
from lvzhi.workflow.declare import Taking


def _tell(taking: Taking, code: str, **facts: object) -> None:
    deed = taking.record
    account = deed.person.account_id
    if account is not None and account != taking.actor.account_id:
        subject = (deed._meta.label_lower, deed.uid, deed_address(deed))
        send([account], code, subject=subject, committee=deed.committee_id, title=deed.title, **facts)


def tell_returned(taking: Taking) -> None:
    """The member whose deed needs more."""
    _tell(taking, "party.deed_returned", ground=taking.record.ground)


def tell_confirmed(taking: Taking) -> None:
    """The member whose deed counts."""
    _tell(taking, "party.deed_confirmed")
