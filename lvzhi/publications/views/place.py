"""Whose publications these pages show, and the tabs over them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.committee.models import Committee
from lvzhi.publications import rules
from lvzhi.publications.vocabulary.words import TABS

UNFIT = 422
FOR_STAFF = frozenset({"clues", "manuscripts"})


def place(request: HttpRequest, *, staff: bool = False, keeps: bool = False) -> Committee:
    """The committee whose publications are looked at.

    Args:
        staff: whether only its staff may. keeps: whether only those who edit there may.

    Raises:
        NotAllowed: the actor may not.
    """
    found, actor = committee_of(request), actor_of(request)
    rule = rules.keeper if keeps else rules.staff if staff else rules.inside
    test = rules.keeps if keeps else rules.sees_all if staff else rules.belongs
    if found is None or not test(actor, found.pk):
        raise NotAllowed("access.not_allowed", who=rule.label)
    return found


def tabs(request: HttpRequest, committee: Committee, here: str) -> list[dict[str, Any]]:
    """The parts of the room that the actor may open."""
    actor = actor_of(request)
    offered = [key for key in TABS if key not in FOR_STAFF or rules.sees_all(actor, committee.pk)]
    if not actor.has("member", committee=committee.pk):
        offered.remove("mine")
    urls = {key: reverse("publications:list", args=[key]) for key in TABS} | {"mine": reverse("publications:mine")}
    return [{"label": TABS[key], "url": urls[key], "active": key == here} for key in offered]
