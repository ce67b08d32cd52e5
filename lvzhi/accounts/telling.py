"""Door for the room of messages: how a person is told what happened to the own account."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lvzhi.accounts.models import Account

Teller = Callable[..., None]
_tellers: list[Teller] = []


def register(teller: Teller) -> None:
    """Let `teller(account, code, **facts)` be called, inside the transaction of what is told."""
    if teller not in _tellers:
        _tellers.append(teller)


def tell(account: Account, code: str, /, **facts: Any) -> None:
    """Tell the person of the account; the sentence of the code stands in `vocabulary.factors.TOLD`."""
    for teller in _tellers:
        teller(account, code, **facts)
