"""Searching and taking data away have a limit by address: what nobody logs in for, a program can ask for all day."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from lvzhi.access import Missing, Refusal
from lvzhi.accounts import limits
from lvzhi.accounts.actors import actor_of, visitor
from lvzhi.accounts.limits import Limit
from lvzhi.committee.models import Committee
from lvzhi.journal.lines import line
from lvzhi.portal import norms
from lvzhi.portal.queries import place_of
from lvzhi.portal.views.page import refused

LIMIT: Final = "portal"
limits.register(LIMIT, Limit(norms.RATE, 60, by_person=False))
View = Callable[..., HttpResponseBase]


class TooOften(Refusal):
    """Asked for more often than the norm allows."""

    status = 429


def counted(view: View) -> View:
    """Count a request for a file, or one with words; kept pages too, for their bytes cost as much as any."""

    @wraps(view)
    def answer(request: HttpRequest, code: str, **kwargs: Any) -> HttpResponseBase:
        if "form" not in kwargs and "q" not in request.GET:
            return view(request, code=code, **kwargs)
        try:
            hold(request, place_of(code).committee, LIMIT)
        except Missing as refusal:
            return refused(request, refusal)
        except TooOften as refusal:
            return too_often(request, refusal)
        return view(request, code=code, **kwargs)

    return answer


def hold(request: HttpRequest, committee: Committee, limit: str) -> None:
    """Count one request from its address; the first beyond the norm is written down.

    Raises:
        TooOften: the norm's number was reached.
    """
    address = actor_of(request).address
    who = f"{committee.pk}|{address}"
    seconds = limits.wait(limit, who, committee.pk)
    if not seconds:
        return
    if limits.is_first_beyond(limit, who):
        with line(visitor(address), "portal.too_often", committee=committee):
            pass
    raise TooOften("portal.too_often", seconds=seconds)


def too_often(request: HttpRequest, refusal: TooOften) -> HttpResponseBase:
    """The sentence, and when to come again."""
    answer = refused(request, refusal)
    answer.headers["Retry-After"] = str(refusal.facts["seconds"])
    return answer
