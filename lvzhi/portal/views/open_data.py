"""Feeds, open data with its dictionary, the map of the site, robots, the size of type."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lvzhi.access import Missing
from lvzhi.deadlines import clock
from lvzhi.portal import norms
from lvzhi.portal.kinds import Kind, Place, kinds
from lvzhi.portal.queries import opened, part_of, place_of
from lvzhi.portal.showing import Link, plain
from lvzhi.portal.views.counting import counted
from lvzhi.portal.views.keeping import public
from lvzhi.portal.views.page import COOKIE, LARGE, page
from lvzhi.portal.vocabulary import (
    ADDRESS,
    ALL,
    COUNT,
    FEED_LINE,
    FEED_TITLE,
    FEED_TITLES,
    FIELDS,
    NO,
    PARTS,
    YES,
    Part,
)

FEED_MOST = 40
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a cell that a spreadsheet would reckon
YEAR = 365 * 24 * 3600


@public
def feed(request: HttpRequest, code: str) -> HttpResponse:
    """The latest of every part."""
    place = place_of(code)
    return _feed(request, place, [one for one in place.parts if one in FEED_TITLES], ALL)


@public
def feed_part(request: HttpRequest, code: str, part: str) -> HttpResponse:
    """The latest of one part."""
    place, which = part_of(code, part)
    if which not in FEED_TITLES:
        raise Missing("portal.unknown")
    return _feed(request, place, [which], PARTS[which])


def _feed(request: HttpRequest, place: Place, parts: list[Part], name: str) -> HttpResponse:
    home = request.build_absolute_uri(reverse("portal:home", args=[place.committee.code]))
    made = Atom1Feed(
        title=FEED_TITLE.format(committee=place.committee.name, part=name), link=home, description="", language="zh-CN",
        feed_url=request.build_absolute_uri(request.path), author_name=place.committee.name,
    )  # fmt: skip
    told = []
    for part in parts:
        kind = kinds()[part]
        told += [(part, kind.shown(place, row)) for row in kind.rows(place).order_by(*kind.order)[:FEED_MOST]]
    told.sort(key=lambda one: one[1]["published_on"], reverse=True)
    for part, one in told[:FEED_MOST]:
        days = {key: value.isoformat() if isinstance(value, dt.date) else value for key, value in one.items()}
        at = dt.datetime.combine(one["published_on"], dt.time(), clock.ZONE)
        made.add_item(
            title=FEED_TITLES[part].format(**days), link=request.build_absolute_uri(one["url"]),
            description=FEED_LINE[part].format(**days), pubdate=at, updateddate=at,
        )  # fmt: skip
    return HttpResponse(made.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


# Open data.


def _lines(request: HttpRequest, place: Place, kind: Kind) -> list[dict[str, Any]]:
    found = [kind.shown(place, row) for row in kind.rows(place).order_by(*kind.order)]
    return [one | {"url": request.build_absolute_uri(one["url"])} for one in found]


@public
def data(request: HttpRequest, code: str) -> HttpResponse:
    """What can be taken away, under which licence, and what each field means."""
    place = place_of(code)
    sets = [
        {
            "part": part.value, "label": PARTS[part], "count": COUNT[part].format(count=kind.rows(place).count()),
            "fields": [
                {"key": key, "name": name, "meaning": meaning}
                for key, (name, meaning) in (*FIELDS[part].items(), ("url", ADDRESS))
            ],
            "csv": Link(reverse("portal:data_file", args=[code, part.value, "csv"])),
            "json": Link(reverse("portal:data_file", args=[code, part.value, "json"])),
        }
        for part, kind in kinds().items()
        if part in place.parts
    ]  # fmt: skip
    return page(request, "portal/data.html", place, "data", sets=sets)


@counted
@public
def data_file(request: HttpRequest, code: str, part: str, form: str) -> HttpResponse:
    """All of a part, as JSON or CSV."""
    place, which = part_of(code, part)
    lines = _lines(request, place, kinds()[which])
    if form == "json":
        return _json(place, which, lines)
    if form != "csv":
        raise Missing("portal.unknown")
    out = io.StringIO()
    writer = csv.writer(out)
    keys = [*FIELDS[which], "url"]
    writer.writerow([*(name for name, _ in FIELDS[which].values()), ADDRESS[0]])
    writer.writerows([_cell(one[key]) for key in keys] for one in lines)
    answer = HttpResponse(out.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'inline; filename="{place.committee.code}-{which}.csv"'
    return answer


def _json(place: Place, part: Part, lines: list[dict[str, Any]]) -> HttpResponse:
    name, address = norms.licence(place.committee, place.day)
    fields = [{"key": key, "name": said, "meaning": means} for key, (said, means) in FIELDS[part].items()]
    told = {
        "publisher": place.committee.name, "title": PARTS[part], "as_of": place.day, "licence": name,
        "licence_url": Link(address), "fields": [*fields, {"key": "url", "name": ADDRESS[0], "meaning": ADDRESS[1]}],
        "rows": [{key: Link(value) if key == "url" else value for key, value in one.items()} for one in lines],
    }  # fmt: skip
    text = json.dumps(plain(told), ensure_ascii=False, indent=1, default=str)
    return HttpResponse(text, content_type="application/json; charset=utf-8")


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


# For machines, and for eyes.


@public
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every page of every site."""
    found: list[tuple[str, Any]] = [(reverse("portal:index"), None)]
    for committee in opened(clock.today()):
        place = place_of(committee.code)
        found += [(reverse(f"portal:{name}", args=[committee.code]), None) for name in ("home", "data", *place.parts)]
        for part, kind in kinds().items():
            if part in place.parts:
                shown = [kind.shown(place, row) for row in kind.rows(place).order_by(*kind.order)]
                found += [(one["url"], one.get("published_on")) for one in shown]
    told = [{"url": Link(request.build_absolute_uri(url)), "day": day} for url, day in found]
    return page(request, "portal/sitemap.xml", None, content_type="application/xml; charset=utf-8", pages=told)


@public
def robots(request: HttpRequest) -> HttpResponse:
    """What a search engine may read: the public site, and nothing else."""
    lines = ("User-agent: *", "Disallow: /", "Allow: /open/", "Disallow: /open/type/")
    where = request.build_absolute_uri(reverse("portal:sitemap"))
    return HttpResponse("\n".join([*lines, f"Sitemap: {where}", ""]), content_type="text/plain; charset=utf-8")


@login_not_required
@never_cache
@require_safe
def type_size(request: HttpRequest, size: str) -> HttpResponse:
    """Read in large type from here on, or in the usual; kept in a cookie, so that it works without scripting."""
    to = request.GET.get("to", "")
    safe = to.startswith("/open/") and url_has_allowed_host_and_scheme(to, {request.get_host()})
    answer = HttpResponseRedirect(to if safe else reverse("portal:index"))
    if size == LARGE:
        answer.set_cookie(COOKIE, LARGE, max_age=YEAR, samesite="Lax", secure=request.is_secure())
    else:
        answer.delete_cookie(COOKIE, samesite="Lax")
    return answer
