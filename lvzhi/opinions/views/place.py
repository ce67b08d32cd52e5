"""Whose items these pages show, and the tabs over them."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.committee.models import Committee
from lvzhi.opinions import queries, rules
from lvzhi.opinions.actions import suggesting
from lvzhi.opinions.vocabulary.words import TABS

UNFIT: Final = 422
FOR_READERS: Final = frozenset({"arrivals", "issues", "sent", "screening", "all", "suggestions"})


def place(request: HttpRequest, *, reads: bool = False, edits: bool = False) -> Committee:
    """The committee whose items are looked at.

    Args:
        reads: whether only those who read all may. edits: whether only its editors may.

    Raises:
        NotAllowed: the actor may not.
    """
    found, actor = committee_of(request), actor_of(request)
    test = rules.edits if edits else rules.sees_all if reads else rules.belongs
    if found is None or not test(actor, found.pk):
        rule = rules.editor if edits else rules.reader
        raise NotAllowed("access.not_allowed", who=rule.label)
    return found


def tabs(request: HttpRequest, committee: Committee, here: str) -> list[dict[str, Any]]:
    """The parts of the room that the actor may open."""
    reads = rules.sees_all(actor_of(request), committee.pk)
    offered = [key for key in TABS if reads or key not in FOR_READERS]
    if reads and not suggesting.is_open(committee) and not queries.any_offered(committee):
        offered.remove("suggestions")
    return [{"label": TABS[key], "url": reverse(f"opinions:{key}"), "active": key == here} for key in offered]
