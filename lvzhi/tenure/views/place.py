"""Whose changes these pages show, and how a form's page goes."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.committee.models import Committee
from lvzhi.tenure import rules
from lvzhi.tenure.vocabulary.words import TABS

UNFIT = 422
PAGES = {"changes": "tenure:list", "cases": "tenure:cases", "selections": "tenure:selections"}


def place(request: HttpRequest) -> Committee:
    """The committee whose changes are looked at.

    Raises:
        NotAllowed: the actor neither sits nor works there.
    """
    found = committee_of(request)
    if found is None or not rules.may_look(actor_of(request), found.pk):
        raise NotAllowed("access.not_allowed", who=rules.insider.label)
    return found


def kept(request: HttpRequest) -> Committee:
    """As `place`, for those who keep its changes. Raises `NotAllowed`."""
    found = place(request)
    if not rules.keeps(actor_of(request), found.pk):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    return found


def tabs(request: HttpRequest, here: str) -> list[dict[str, Any]]:
    """The three lists; cases for those alone who read them."""
    committee = place(request)
    reads = rules.reads_all(actor_of(request), committee.pk)
    return [
        {"label": TABS[key], "url": reverse(name), "active": key == here}
        for key, name in PAGES.items()
        if key != "cases" or reads
    ]


def form_page(request: HttpRequest, form: Any, title: str, back: str, **more: Any) -> HttpResponse:
    """The page of a form."""
    context = {"form": form, "title": title, "back": back, **more}
    return render(request, "tenure/form.html", context, status=UNFIT if form.errors else 200)
