"""Who is told of what."""

from __future__ import annotations

from typing import Any

from lvzhi.messages.actions import send
from lvzhi.party.queries.addresses import deed_address, duty_address, line_address
from lvzhi.workflow.declare import Taking


def _tell(taking: Taking, code: str, address: str, **facts: object) -> None:
    record: Any = taking.record
    account = record.person.account_id
    if account is not None and account != taking.actor.account_id:
        subject = (record._meta.label_lower, record.uid, address)
        send([account], code, subject=subject, committee=record.committee_id, **facts)


def tell_returned(taking: Taking) -> None:
    """The member whose deed needs more."""
    deed = taking.record
    _tell(taking, "party.deed_returned", deed_address(deed), title=deed.title, ground=deed.ground)


def tell_confirmed(taking: Taking) -> None:
    """The member whose deed counts."""
    _tell(taking, "party.deed_confirmed", deed_address(taking.record), title=taking.record.title)


def tell_appraised(taking: Taking) -> None:
    """The member whose result is confirmed: that it is there, not what it is."""
    _tell(taking, "party.appraised", line_address(taking.record), year=str(taking.record.appraisal.year))


def tell_duty_returned(taking: Taking) -> None:
    """Whose duty was given back."""
    duty = taking.record
    _tell(taking, "party.duty_returned", duty_address(duty), item=duty.item, ground=duty.ground)
