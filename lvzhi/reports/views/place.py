"""Whose reports these pages show, and what a page was opened with."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest

from lvzhi.access import Actor, NotAllowed
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.committee.models import Committee
from lvzhi.reports import rules

UNFIT = 422


def place(request: HttpRequest, may: Callable[[Actor, int], bool], code: str = "access.not_allowed") -> Committee:
    """The committee that is looked at.

    Raises:
        NotAllowed: the actor has nothing to do there.
    """
    found = committee_of(request)
    if found is None or not may(actor_of(request), found.pk):
        raise NotAllowed(code, committee=found.name if found else "", who=rules.visible.label)
    return found
