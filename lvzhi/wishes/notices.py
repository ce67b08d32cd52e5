"""Who is told what."""

from __future__ import annotations

from collections.abc import Iterable

from lvzhi.accounts.queries import holders
from lvzhi.messages.actions import send
from lvzhi.wishes.models import Wish
from lvzhi.wishes.queries import address
from lvzhi.wishes.rules import KEEPERS
from lvzhi.workflow.declare import Taking


def tell_office(wish: Wish) -> None:
    """The office, that one came in."""
    held = {account for role in KEEPERS for account in holders(role, committee=wish.committee_id)}
    _send(wish, held - {wish.account_id}, "wishes.filed")


def tell_again(taking: Taking) -> None:
    """The office, that it is not solved."""
    tell_office(taking.record)


def tell_answered(taking: Taking) -> None:
    """Whoever said it."""
    _send(taking.record, [taking.record.account_id], "wishes.answered")


def tell_closed(taking: Taking) -> None:
    """Whoever said it, where the office closed it."""
    if taking.actor.account_id != taking.record.account_id:
        _send(taking.record, [taking.record.account_id], "wishes.closed")


def _send(wish: Wish, accounts: Iterable[int], code: str) -> None:
    subject = (wish._meta.label_lower, wish.uid, address(wish))
    send(accounts, code, subject=subject, committee=wish.committee_id, kind=wish.get_kind_display())
