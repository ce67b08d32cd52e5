"""Whose exchange these pages show."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from lvzhi.access import Actor, NotAllowed
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.committee.models import Committee
from lvzhi.relay import rules
from lvzhi.relay.vocabulary import WORDS

UNFIT = 422


def seen(request: HttpRequest) -> tuple[Actor, Committee]:
    """The committee whose exchange the actor may look at. Raises `NotAllowed`."""
    actor, found = actor_of(request), committee_of(request)
    if found is None or not rules.may_look(actor, found.pk):
        raise NotAllowed("access.not_allowed", who=rules.visible.label)
    return actor, found


def kept(request: HttpRequest) -> tuple[Actor, Committee]:
    """The committee for which the actor exchanges packages. Raises `NotAllowed`."""
    actor, found = actor_of(request), committee_of(request)
    if found is None or not rules.keeps(actor, found.pk):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    return actor, found


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, were it nothing; None where the page is only looked at."""
    return request.POST if request.method == "POST" else None


def sent_by(request: HttpRequest) -> tuple[QueryDict | None, Any]:
    """The same with its files."""
    return posted(request), request.FILES if request.method == "POST" else None


def crumbs(*more: tuple[str, str]) -> list[dict[str, str]]:
    """Where a page stands."""
    return [
        {"label": WORDS["title"], "url": reverse("relay:home")},
        *({"label": label, "url": url} for label, url in more),
    ]


def frame(title: str, back: str, **more: Any) -> dict[str, Any]:
    """What a page with a form shows."""
    return {"title": title, "back": back, "crumbs": crumbs((title, "")), **more}
