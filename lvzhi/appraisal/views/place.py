"""Whose staff these pages show."""

from __future__ import annotations

from django.http import HttpRequest

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.appraisal import rules
from lvzhi.committee.models import Committee

UNFIT = 422


def place(request: HttpRequest) -> Committee:
    """The committee whose appraisals the actor reads as a whole.

    Raises:
        NotAllowed: the actor does not.
    """
    found = committee_of(request)
    if found is None or not rules.reads_all(actor_of(request), found.pk):
        raise NotAllowed("access.not_allowed", who=rules.reader.label)
    return found
