"""Whose pages these are: the committee an actor works in."""

from __future__ import annotations

from django.http import HttpRequest

from lvzhi.accounts.models import Account
from lvzhi.committee.models import Committee


def committee_of(request: HttpRequest) -> Committee | None:
    """The committee that the account belongs to; read once a request (the navigation asks for it too)."""
    user = request.user
    return user.committee if isinstance(user, Account) else None
