"""Whose plans these pages show."""

from __future__ import annotations

from django.http import HttpRequest

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.plans import rules


def place(request: HttpRequest) -> Committee:
    """The committee whose plans are looked at.

    Raises:
        NotAllowed: the actor neither sits nor works there.
    """
    found = committee_of(request)
    if found is None or not rules.may_look(actor_of(request), found.pk):
        raise NotAllowed("access.not_allowed", who=rules.inside.label)
    return found


def drafting(request: HttpRequest) -> Committee:
    """The committee in whose name a plan is drafted. Raises `NotAllowed`."""
    found = committee_of(request)
    if found is None or not rules.may_draft(actor_of(request), found.pk):
        raise NotAllowed("plans.not_drafter", committee=found.name if found else "")
    return found


def year_of(request: HttpRequest, years: list[int]) -> int | None:
    """The year chosen, else the newest that has a plan by now, else none; 0 stands for all."""
    text = request.GET.get("year", "")
    if text.isdecimal() and (int(text) in years or int(text) == 0):
        return int(text) or None
    now = clock.today().year
    return next((year for year in years if year <= now), years[-1] if years else None)
