"""Whose changes of term these pages show, and what stands around each page of one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from lvzhi.access import Actor, NotAllowed
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.committee.models import Committee
from lvzhi.turnover import queries, rules
from lvzhi.turnover.models import Change
from lvzhi.turnover.vocabulary import WORDS, ChangeState

UNFIT = 422
PAGES = ("term", "organs", "entrants", "items", "report", "archive")


def place(request: HttpRequest) -> Committee:
    """The committee whose changes of term are looked at. Raises `NotAllowed`."""
    found = committee_of(request)
    if found is None or not rules.may_look(actor_of(request), found.pk):
        raise NotAllowed("access.not_allowed", who=rules.visible.label)
    return found


def seen(request: HttpRequest, uid: UUID) -> tuple[Actor, Change]:
    """A change the actor reads. Raises `Missing`."""
    actor = actor_of(request)
    return actor, queries.change_of(actor, uid)


def prepared(request: HttpRequest, uid: UUID) -> tuple[Actor, Change]:
    """A change whose plan the actor may alter now, or look at the page of. Raises `Missing`, `NotAllowed`."""
    actor, change = seen(request, uid)
    rules.office.check(actor, change)
    return actor, change


def frame(change: Change, here: str, actor: Actor, **more: Any) -> dict[str, Any]:
    """What every page of a change shows: crumbs, the parts of the wizard, whether the plan may be altered."""
    tabs = [
        {
            "label": WORDS[WORD_OF.get(name, name)],
            "url": reverse(f"turnover:{name}", args=[change.uid]),
            "active": name == here,
            "count": "",
        }
        for name in PAGES
        if name != "archive" or change.state in (ChangeState.CARRIED_OUT, ChangeState.SEALED)
    ]
    crumbs = [
        {"label": WORDS["title"], "url": reverse("turnover:list")},
        {"label": str(change), "url": queries.change_address(change)},
    ]
    may = change.state == ChangeState.PREPARING and rules.office(actor, change)
    return {
        "change": change,
        "tabs": tabs,
        "crumbs": crumbs,
        "may": may,
        "back": queries.change_address(change),
        **more,
    }


WORD_OF = {"entrants": "roster"}
