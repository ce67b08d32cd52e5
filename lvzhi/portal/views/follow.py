"""Asking to follow a proposal, and the pages behind the links of letters.

A link is opened by programs that look for harm in mail, so opening changes nothing: a button does.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, Final
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lvzhi.access import Missing, Refusal
from lvzhi.accounts import limits
from lvzhi.accounts.limits import Limit
from lvzhi.portal import following, norms
from lvzhi.portal.kinds import Place
from lvzhi.portal.queries import committee_of, part_of, place_of
from lvzhi.portal.reading import proposals
from lvzhi.portal.showing import Link
from lvzhi.portal.views.counting import TooOften, hold, too_often
from lvzhi.portal.views.page import missing, page, refused
from lvzhi.portal.vocabulary import Part

LIMIT: Final = "portal.follow"
limits.register(LIMIT, Limit(norms.FOLLOW_RATE, 600, by_person=False))
View = Callable[..., HttpResponse]


def _open(view: View) -> Callable[..., HttpResponseBase]:
    """A page for anybody that nobody keeps."""

    @login_not_required
    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except TooOften as refusal:
            return too_often(request, refusal)
        except Refusal as refusal:
            return refused(request, refusal)

    return answer


def _told(request: HttpRequest, place: Place | None, step: str, status: int = 200, **context: Any) -> HttpResponse:
    here = {"step": step, "csrf": Link(get_token(request)), "action": Link(request.path)}
    return page(request, "portal/follow.html", place, Part.PROPOSALS.value, status=status, **here, **context)


def _refuse_unless_offered(place: Place) -> None:
    if not following.is_offered(place):
        raise Missing("portal.no_following", committee=place.committee.name)


@_open
def follow(request: HttpRequest, code: str, uid: UUID) -> HttpResponse:
    """Leave an address; the answer is the same whether it follows already."""
    place, _ = part_of(code, Part.PROPOSALS)
    _refuse_unless_offered(place)
    now = following.now_of(place, uid)
    if now is None:
        raise missing(place, was_public=proposals.was_public(place, uid))
    hours, thing = norms.number(norms.HOURS, place), {"title": now.values["title"], "url": now.values["url"]}
    if request.method != "POST":
        return _told(request, place, "ask", thing=thing, hours=hours)
    hold(request, place.committee, LIMIT)
    written = request.POST.get("address", "").replace("\x00", "")
    try:
        following.ask(place, uid, written, f"{request.scheme}://{request.get_host()}")
    except Refusal as refusal:
        kept = {"address": Link(written[:254]), "wrong": Link(refusal.sentence)}  # the visitor's own words, not masked
        return _told(request, place, "ask", HTTPStatus.UNPROCESSABLE_ENTITY, thing=thing, hours=hours, **kept)
    return _told(request, place, "asked", thing=thing, hours=hours)


@_open
def confirm(request: HttpRequest, code: str, token: str) -> HttpResponse:
    """The link of the letter that asks."""
    place = place_of(code)
    if request.method != "POST":
        _, now = following.asked(place, token)
        return _told(request, place, "confirm", thing={"title": now.values["title"], "url": now.values["url"]})
    now = following.confirm(place, token)
    return _told(request, place, "confirmed", thing={"title": now.values["title"], "url": now.values["url"]})


@_open
def end(request: HttpRequest, code: str, token: str) -> HttpResponse:
    """The link of every letter; it holds where the site or following was closed since."""
    committee, place = committee_of(code)
    if request.method != "POST":
        found = following.ending(committee, token)
        return _told(request, place, "leave" if found else "left", home=Link(reverse("portal:index")))
    following.end(committee, token)
    return _told(request, place, "left", home=Link(reverse("portal:index")))
