"""Whose pages these are, the way to them, and how a refusal comes to stand on its field."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from lvzhi.access import Actor, NotAllowed
from lvzhi.accounts.models import Account
from lvzhi.activities import queries, rules
from lvzhi.activities.models import Activity
from lvzhi.activities.tables import address
from lvzhi.activities.vocabulary import WORDS
from lvzhi.committee.models import Committee


def committee_of(request: HttpRequest) -> Committee:
    """The committee that the account belongs to.

    Raises:
        NotAllowed: the account belongs to none.
    """
    user = request.user
    found = user.committee if isinstance(user, Account) else None
    if found is None:
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    return found


def kept(actor: Actor, uid: UUID) -> Activity:
    """An activity the actor keeps.

    Raises:
        Missing: none the actor may see.
        NotAllowed: not its keeper.
    """
    activity = queries.one(actor, uid)
    rules.keeper.check(actor, activity)
    return activity


def crumbs(activity: Activity | None = None, last: str = "") -> list[dict[str, str]]:
    """The way to a page."""
    found = [{"label": WORDS["activities"], "url": reverse("activities:list")}]
    if activity is not None:
        found.append({"label": activity.title, "url": address(activity)})
    return [*found, {"label": last, "url": ""}] if last else found
