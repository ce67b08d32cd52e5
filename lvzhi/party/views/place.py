"""Whose Party organisations these pages show, and how things are told on them."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.committee.models import Committee
from lvzhi.deadlines import BadDate, clock, parse_date
from lvzhi.party import rules

UNFIT = 422


def place(request: HttpRequest) -> Committee:
    """The committee whose Party organisations are looked at.

    Raises:
        NotAllowed: the actor neither sits nor works there.
    """
    found = committee_of(request)
    if found is None or not rules.may_look(actor_of(request), found.pk):
        raise NotAllowed("access.not_allowed", who=rules.inside.label)
    return found


def day_of(request: HttpRequest) -> dt.date:
    """The day whose quarter is looked at; today where none, or none that can be read, is named."""
    text = request.GET.get("day", "")
    try:
        return parse_date(text) if text else clock.today()
    except BadDate:
        return clock.today()
