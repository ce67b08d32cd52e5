"""What several pages ask: whose ledger, which record, what stands beside a form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from lvzhi.access import Actor, Missing, NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.accounts.models import Account
from lvzhi.committee.models import Committee
from lvzhi.ledger import queries, rules

ONE: dict[str, Callable[[Actor, UUID], Any]] = {"problem": queries.one_problem, "advice": queries.one_advice}


def committee_of(request: HttpRequest) -> Committee | None:
    """The committee that the account belongs to."""
    user = request.user
    return user.committee if isinstance(user, Account) else None


def kept_committee(request: HttpRequest) -> Committee:
    """The committee to whose ledger the actor may add, in whatever organ's name.

    Raises:
        NotAllowed: to none.
    """
    committee, actor = committee_of(request), actor_of(request)
    clerk = committee is not None and any(actor.has(role, committee=committee.pk) for role in rules.CLERKS)
    if committee is None or not (clerk or rules.enters_somewhere(actor, committee.pk)):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    return committee


def record_of(request: HttpRequest, kind: str, uid: UUID) -> Any:
    """The problem or the piece of advice of an address.

    Raises:
        Missing: no such kind, no such record, or none that the actor may know of.
    """
    if kind not in ONE:
        raise Missing("ledger.unknown")
    return ONE[kind](actor_of(request), uid)
