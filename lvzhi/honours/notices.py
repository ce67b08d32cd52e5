"""Who is told what."""

from __future__ import annotations

from typing import Any

from lvzhi.accounts.queries import holders
from lvzhi.honours.models import Honour
from lvzhi.honours.queries import address
from lvzhi.messages.actions import send
from lvzhi.workflow.declare import Taking


def tell_office(honour: Honour) -> None:
    """The office, that one was claimed."""
    _send(honour, holders("office", committee=honour.committee_id), "honours.claimed", who=honour.entered_by)


def tell_again(taking: Taking) -> None:
    """The office, that a claim was completed."""
    tell_office(taking.record)


def tell_bearer(code: str) -> Any:
    """A notice to whoever got it."""

    def tell(taking: Taking) -> None:
        person = taking.record.person
        account = person.account_id if person is not None else None
        if account is not None and account != taking.actor.account_id:
            _send(taking.record, [account], f"honours.{code}", ground=taking.record.ground)

    return tell


def _send(honour: Honour, accounts: list[int], code: str, **facts: Any) -> None:
    subject = (honour._meta.label_lower, honour.uid, address(honour))
    send(accounts, code, subject=subject, committee=honour.committee_id, title=honour.title, **facts)
