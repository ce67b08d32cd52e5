"""Whose honours these pages show."""

from __future__ import annotations

from django.http import HttpRequest

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.committee.models import Committee
from lvzhi.honours import rules

UNFIT = 422


def place(request: HttpRequest) -> Committee:
    """The committee whose honours are looked at.

    Raises:
        NotAllowed: the actor neither sits nor works there.
    """
    found = committee_of(request)
    if found is None or not rules.belongs(actor_of(request), found.pk):
        raise NotAllowed("access.not_allowed", who=rules.inside.label)
    return found
