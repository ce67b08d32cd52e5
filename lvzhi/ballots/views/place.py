"""Whose ballots these pages prepare."""

from __future__ import annotations

from django.http import HttpRequest

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.accounts.models import Account
from lvzhi.ballots import rules
from lvzhi.committee.models import Committee


def home(request: HttpRequest) -> Committee:
    """The committee that the account belongs to. Raises `NotAllowed` where it prepares no ballots there."""
    user = request.user
    place = user.committee if isinstance(user, Account) else None
    if place is None or not rules.may_begin(actor_of(request), place.pk):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    return place
