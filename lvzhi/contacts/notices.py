"""Where the room's records are looked at, and who is told of what."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from lvzhi.accounts.queries import holders
from lvzhi.messages.actions import send
from lvzhi.workflow.declare import Taking


def address(contact: Any) -> str:
    """The page of a contact."""
    return reverse("contacts:contact", args=[contact.uid])


def pair_address(pair: Any) -> str:
    """The page of a pair."""
    return reverse("contacts:pair", args=[pair.uid])


def tell_office(taking: Taking) -> None:
    """The office, that a problem was told and stands in no ledger yet; once, when it is first written down."""
    contact = taking.record
    if not contact.problem or taking.answers.get("known"):
        return
    told = sorted(set(holders("office", committee=contact.committee_id)) - {taking.actor.account_id or 0})
    subject = (contact._meta.label_lower, contact.uid, address(contact))
    near, far = contact.pair.near_name, contact.pair.far_name
    send(told, "contacts.problem", subject=subject, committee=contact.committee_id, near=near, far=far)
