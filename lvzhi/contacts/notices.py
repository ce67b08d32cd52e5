"""Who is told of what."""

from __future__ import annotations

from lvzhi.accounts.queries import holders
from lvzhi.contacts.queries.addresses import contact_address
from lvzhi.messages.actions import send
from lvzhi.workflow.declare import Taking


def tell_office(taking: Taking) -> None:
    """The office, that a problem was told and stands in no ledger yet; once, when it is first written down."""
    contact = taking.record
    if not contact.problem or taking.answers.get("known"):
        return
    told = sorted(set(holders("office", committee=contact.committee_id)) - {taking.actor.account_id or 0})
    subject = (contact._meta.label_lower, contact.uid, contact_address(contact))
    near, far = contact.pair.near_name, contact.pair.far_name
    send(told, "contacts.problem", subject=subject, committee=contact.committee_id, near=near, far=far)
