"""A public page: the site's frame, plain values alone, without the frame of those who are logged in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.urls import reverse

from lvzhi.access import Missing, Refusal
from lvzhi.committee.models import Committee
from lvzhi.desk.context import is_demo
from lvzhi.opinions.actions.suggesting import is_open as takes_suggestions
from lvzhi.portal import norms
from lvzhi.portal.kinds import Place
from lvzhi.portal.queries import place_of
from lvzhi.portal.showing import Link, plain
from lvzhi.portal.vocabulary import ALL, FEED_TITLE, PARTS

COOKIE: Final = "lz_size"
LARGE: Final = "large"
LATER: Final = 429


class Gone(Refusal):
    """It was public once and was taken back."""

    status = 410


def is_large(request: HttpRequest) -> bool:
    """Whether the visitor reads in large type; the same choice as inside."""
    return request.COOKIES.get(COOKIE) == LARGE


def missing(place: Place, *, was_public: bool) -> Refusal:
    """What is told of an address without a page: taken back, or never there."""
    return Gone("portal.gone") if was_public else Missing("portal.unknown")


def page(
    request: HttpRequest, template: str, place: Place | None, here: str = "", content_type: str = "", status: int = 200,
    **context: Any,
) -> HttpResponse:  # fmt: skip
    """A page out of plain values. Raises `NotPlain` where something else would leave."""
    told = plain(context) | plain(_frame(request, place, here))
    text = get_template(template).render(told)
    return HttpResponse(text, content_type=content_type or None, status=status)


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """One sentence, and a way on; kept by nobody."""
    place = _standing(request)
    answer = page(
        request, "portal/refused.html", place, status=refusal.status, sentence=refusal.sentence,
        gone=refusal.status == Gone.status,
        later=refusal.status == LATER,
    )  # fmt: skip
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _standing(request: HttpRequest) -> Place | None:
    """The site the address is on, where it is one."""
    match = request.resolver_match
    code = match.kwargs.get("code") if match else None
    try:
        return place_of(str(code)) if code else None
    except Missing:
        return None


def _frame(request: HttpRequest, place: Place | None, here: str) -> Mapping[str, Any]:
    path = request.get_full_path()
    size = {"large": is_large(request), "resize": _resize(path, large=not is_large(request))}
    common = size | {"demo": is_demo(), "index": Link(reverse("portal:index")), "here": here}
    if place is None:
        return common | {"site": None}
    code, committee = place.committee.code, place.committee
    nav = [
        {"label": PARTS[one], "url": Link(reverse(f"portal:{one}", args=[code])), "part": one} for one in place.parts
    ]
    name, address = norms.licence(committee, place.day)
    return common | {
        "site": {
            "name": committee.name, "short": committee.display, "home": Link(reverse("portal:home", args=[code])),
            "nav": nav, "search": Link(reverse("portal:search", args=[code])),
            "data": Link(reverse("portal:data", args=[code])), "feed": Link(reverse("portal:feed", args=[code])),
            "feed_title": FEED_TITLE.format(committee=committee.name, part=ALL),
            "licence": name, "licence_url": Link(address), "day": place.day,
            "suggest": Link(_suggest(committee)),
        }
    }  # fmt: skip


def _resize(path: str, *, large: bool) -> Link:
    size = LARGE if large else "usual"
    return Link(reverse("portal:type", args=[size]) + "?" + urlencode({"to": path}))


def _suggest(committee: Committee) -> str:
    return reverse("opinions:suggest", args=[committee.code]) if takes_suggestions(committee) else ""
