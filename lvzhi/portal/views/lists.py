"""First page, lists, search."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from lvzhi.deadlines import clock
from lvzhi.portal.figures import by_category, figures
from lvzhi.portal.kinds import Kind, Place, kinds
from lvzhi.portal.queries import opened, part_of, place_of
from lvzhi.portal.showing import Link
from lvzhi.portal.views.counting import counted
from lvzhi.portal.views.keeping import public
from lvzhi.portal.views.page import page
from lvzhi.portal.vocabulary import COUNT, EMPTY, PART_LEADS, PARTS, Part
from lvzhi.ui.paging import keyset

PAGE, MEMBERS_PAGE, LATEST, FOUND = 20, 60, 5, 5
WORDS_MOST = 60


@public
def index(request: HttpRequest) -> HttpResponse:
    """The committees that have opened a site."""
    found = opened(clock.today())
    told = [{"name": one.name, "url": Link(reverse("portal:home", args=[one.code]))} for one in found]
    return page(request, "portal/index.html", None, committees=told)


@public
def home(request: HttpRequest, code: str) -> HttpResponse:
    """What there is, in numbers; what was published last."""
    place = place_of(code)
    latest = [
        {
            "part": part, "label": PARTS[part], "url": Link(reverse(f"portal:{part}", args=[code])),
            "rows": [kind.shown(place, row) for row in kind.rows(place).order_by(*kind.order)[:LATEST]],
        }
        for part, kind in kinds().items()
        if part in place.parts and part != Part.MEMBERS
    ]  # fmt: skip
    return page(
        request, "portal/home.html", place, "home", figures=figures(place), categories=by_category(place), latest=latest
    )


@counted
@public
def listing(request: HttpRequest, code: str, part: str) -> HttpResponse:
    """A list, narrowed by what its kind can be narrowed by, and by words."""
    place, which = part_of(code, part)
    kind = kinds()[which]
    rows = kind.rows(place)
    filters, chosen = _filters(request, kind.choices(place, rows))
    for name, value in chosen.items():
        rows = kind.narrow[name](place, rows, value)
    words = words_of(request)
    rows = kind.find(rows, words) if words else rows
    size = MEMBERS_PAGE if which == Part.MEMBERS else PAGE
    found = keyset(rows, kind.order, request.GET.get("cursor"), size, count=True)
    here = reverse(f"portal:{part}", args=[code])
    kept = chosen | ({"q": words} if words else {})
    return page(
        request, "portal/list.html", place, which.value, part=which.value, label=PARTS[which], lead=PART_LEADS[which],
        rows=[kind.shown(place, row) for row in found], total=COUNT[which].format(count=found.total),
        filters=filters, words=words, narrowed=bool(kept), all=Link(here), empty=EMPTY[which],
        next=_turn(here, kept, found.next_cursor), previous=_turn(here, kept, found.prev_cursor),
        feed=Link(reverse("portal:feed_part", args=[code, part])) if which != Part.MEMBERS else "",
        **_files(code, which),
    )  # fmt: skip


def _files(code: str, part: Part) -> dict[str, Any]:
    return {form: Link(reverse("portal:data_file", args=[code, part.value, form])) for form in ("csv", "json")}


def words_of(request: HttpRequest) -> str:
    """What somebody looks for."""
    return request.GET.get("q", "").replace("\x00", "").strip()[:WORDS_MOST]


def _filters(
    request: HttpRequest, choices: dict[str, list[tuple[str, str]]]
) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """The filters with what was chosen; a value that there is not counts as none."""
    told, chosen = [], {}
    for name, known in choices.items():
        value = request.GET.get(name, "")
        if value in {one for one, _ in known}:
            chosen[name] = value
        options = [{"value": one, "label": label, "on": one == value} for one, label in known]
        if len(options) > 1 or name in chosen:
            told.append({"name": name, "options": options})
    return told, chosen


def _turn(here: str, kept: dict[str, str], cursor: str | None) -> Link:
    return Link(f"{here}?{urlencode(kept | {'cursor': cursor})}" if cursor else "")


@counted
@public
def search(request: HttpRequest, code: str) -> HttpResponse:
    """Words in everything that is public here, and in nothing else."""
    place, words = place_of(code), words_of(request)
    found = [_hits(place, kind, words) for part, kind in kinds().items() if part in place.parts] if words else []
    return page(
        request, "portal/search.html", place, "search", words=words, found=found,
        total=sum(one["count"] for one in found),
    )  # fmt: skip


def _hits(place: Place, kind: Kind, words: str) -> dict[str, Any]:
    rows = kind.find(kind.rows(place), words)
    here = reverse(f"portal:{kind.part}", args=[place.committee.code])
    return {
        "part": kind.part.value, "label": PARTS[kind.part], "count": rows.count(),
        "rows": [kind.shown(place, row) for row in rows.order_by(*kind.order)[:FOUND]],
        "url": Link(f"{here}?{urlencode({'q': words})}"),
    }  # fmt: skip
