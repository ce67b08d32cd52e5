"""Whose network these pages show, and in which year."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest

from lvzhi.access import Missing, NotAllowed
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.committee.models import Committee
from lvzhi.contacts import queries, rules
from lvzhi.contacts.vocabulary.words import YEAR_NAME
from lvzhi.deadlines import clock

UNFIT = 422
BACK_YEARS = 3


def place(request: HttpRequest) -> Committee:
    """The committee whose network is looked at.

    Raises:
        NotAllowed: the actor does not read it.
    """
    found = committee_of(request)
    if found is None or not rules.reads_all(actor_of(request), found.pk):
        raise NotAllowed("access.not_allowed", who=rules.reader.label)
    return found


def kept(request: HttpRequest) -> Committee:
    """The committee in which the actor makes pairs.

    Raises:
        NotAllowed: not the office.
    """
    found = committee_of(request)
    if found is None or not rules.keeps(actor_of(request), found.pk):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    return found


def kind_of(committee: Committee, code: str, day: dt.date) -> queries.Scheme:
    """The kind of contact that an address names.

    Raises:
        Missing: no such kind.
    """
    found = queries.find(committee, code, day)
    if found is None:
        raise Missing("contacts.scheme_unknown")
    return found


def year(request: HttpRequest) -> tuple[dt.date, dt.date]:
    """The year looked at, up to today: this one unless the address names another of the last few."""
    now = clock.today()
    text = request.GET.get("year", "")
    wanted = int(text) if text.isdecimal() and now.year - BACK_YEARS <= int(text) <= now.year else now.year
    start, end = queries.year_of(dt.date(wanted, 1, 1))
    return start, min(end, now)


def years(chosen: int) -> list[dict[str, Any]]:
    """Tabs of the years that can be looked at."""
    now = clock.today().year
    return [
        {"label": YEAR_NAME.format(year=one), "url": f"?year={one}", "active": one == chosen}
        for one in range(now, now - BACK_YEARS - 1, -1)
    ]
