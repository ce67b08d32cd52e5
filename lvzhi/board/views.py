"""Pages of the desk of numbers: the board, choosing what stands there, an organ's numbers on screen and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Missing, Refusal
from lvzhi.board import actions, queries, rules, tables
from lvzhi.board.forms import FigureForm, SplitForm
from lvzhi.board.queries import Chart, Panel
from lvzhi.board.vocabulary import PAPER, WORDS
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.queries import organ_by_uid, organs_of
from lvzhi.committee.scope import Scope
from lvzhi.committee.web import actor_of
from lvzhi.deadlines import clock
from lvzhi.metrics import registry
from lvzhi.metrics.compute import Result, cuts_of
from lvzhi.metrics.declare import Cut, Figure
from lvzhi.metrics.look import Look, address, look, saying
from lvzhi.metrics.moves import Limits, jumped
from lvzhi.metrics.periods import come
from lvzhi.metrics.tables import Row, figures, parts, shown
from lvzhi.party.metrics import BODY_KEY
from lvzhi.party.models import Body
from lvzhi.party.queries import body_of
from lvzhi.party.queries.figures import bodies_in

ON_PAPER = 2  # charts of a sheet
LINES = 58  # figures of a sheet, in two columns
SHARED = "shared"


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """The board of a committee: one's own, the committee's, or the declared one."""
    actor = actor_of(request)
    seen = look(actor, request.GET, request.path)
    charts, whose = queries.charts_shown(actor, seen.scope.committee)
    context = {
        "look": seen, "panels": queries.panels(charts, seen.scope, seen.period), "whose": WORDS[whose],
        "as_of": clock.now(), "running": come(seen.period) != seen.period,
        "choose": _choose(seen.scope.committee), "organs": reverse("board:organs") + seen.query(below=""),
        "book": reverse("metrics:book") + seen.query(),
    }  # fmt: skip
    return render(request, "board/home.html", context)


def _choose(committee: Committee, **more: str) -> str:
    said = "".join(f"&{key}={value}" for key, value in more.items() if value)
    return f"{reverse('board:choose')}?committee={committee.uid}{said}"


@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """What stands on one's own board, or on the committee's: order, adding, taking off."""
    actor = actor_of(request)
    seen = look(actor, request.GET, request.path)
    committee = seen.scope.committee
    shared = request.GET.get("of") == SHARED
    if shared:
        rules.SETS.check(actor, committee)
    here = _choose(committee, of=SHARED if shared else "")
    problem = ""
    if request.method == "POST":
        try:
            _chosen(request, committee, shared)
        except Refusal as refusal:
            problem = refusal.sentence
        else:
            return redirect(here)
    board = queries.shared_of(committee)
    if shared:
        charts, whose = (queries.readable_charts(board.charts), "shared") if board else _declared()
    else:
        charts, whose = queries.charts_shown(actor, committee)
    asked = request.GET.get("figure", "")
    figure = next((one for one in registry.figures() if one.key == asked), None)
    context = {
        "look": seen, "charts": charts, "whose": WORDS[whose], "shared": shared, "own": whose == "own",
        "version": board.version if board else 0, "problem": problem, "here": here, "figure": figure,
        "figure_form": FigureForm(initial={"figure": asked}), "sets": rules.sets(actor, committee.pk),
        "split_form": SplitForm(figure=figure) if figure else None, "of": SHARED if shared else "",
        "own_url": _choose(committee), "shared_url": _choose(committee, of=SHARED), "crumbs": _crumbs(seen, "choose"),
    }  # fmt: skip
    return render(request, "board/choose.html", context)


def _declared() -> tuple[list[Chart], str]:
    return queries.declared(), "declared"


def _chosen(request: HttpRequest, committee: Committee, shared: bool) -> None:
    actor, given = actor_of(request), request.POST
    typed = given.get("version", "")
    version = int(typed) if shared and typed.isdecimal() else None
    if given.get("do") == "reset":
        actions.reset(actor)
        return
    key, by = given.get("figure", ""), given.get("by", "")
    if given.get("do") == "add":
        actions.add_chart(actor, committee, key, by, shared=shared, version=version)
        messages.success(request, WORDS["added"])
        return
    way = given.get("do", "")
    if way not in (actions.UP, actions.DOWN, actions.OUT):
        raise Refusal("board.gone")
    actions.move_chart(actor, committee, Chart(key, by), way, shared=shared, version=version)


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep a figure at hand, or let it go; back to the page it was pressed on."""
    actor = actor_of(request)
    seen = look(actor, {}, request.path)
    key = request.POST.get("figure", "")
    try:
        kept = actions.keep(actor, seen.scope.committee, key)
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, WORDS["kept_now" if kept else "let_go"].format(name=registry.figure(key).name))
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return redirect(back if safe else reverse("board:kept"))


@require_http_methods(["GET", "POST"])
def kept(request: HttpRequest) -> HttpResponse:
    """The figures one keeps at hand, in one's own order."""
    actor = actor_of(request)
    seen = look(actor, request.GET, request.path)
    problem = ""
    if request.method == "POST":
        try:
            actions.arrange(actor, request.POST.get("figure", ""), request.POST.get("do", ""))
        except Refusal as refusal:
            problem = refusal.sentence
        else:
            return redirect("board:kept")
    known = {one.key: one for one in registry.figures()}
    rows = [known[key] for key in queries.kept(actor) if key in known]
    context = {
        "look": seen, "figures": rows, "problem": problem, "crumbs": _crumbs(seen, "kept"),
        "book": reverse("metrics:book") + seen.query(only="kept"),
    }  # fmt: skip
    return render(request, "board/kept.html", context)


@require_GET
def organs(request: HttpRequest) -> HttpResponse:
    """The organs of a committee, each with its page of numbers."""
    seen = look(actor_of(request), request.GET.dict() | {"below": ""}, request.path)
    rows = list(organs_of(Scope(seen.scope.committee)).order_by("kind", "code", "id"))
    query = seen.query(committee="", below="")
    table = tables.organs(rows, _to("board:organ", query), _to("board:paper", query))
    parties = list(bodies_in(Scope(seen.scope.committee), seen.period))
    context = {
        "look": seen, "table": table, "crumbs": _crumbs(seen, "organs"),
        "bodies": tables.bodies(parties, _to("board:body", query), _to("board:body_paper", query)) if parties else None,
    }  # fmt: skip
    return render(request, "board/organs.html", context)


def _to(name: str, query: str) -> Callable[[Any], str]:
    return lambda row: reverse(name, args=[row.uid]) + query


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Whose year is shown: an organ's or a Party organisation's.

    Args:
        rows, moves: where a figure's rows stand, and those that came and went.
        page, paper: names of its addresses. only: which figures these are, in words.
    """

    seen: Look
    of: Organ | Body
    year: Sequence[tuple[Figure, Result, Result | None]]
    panels: Sequence[Panel]
    rows: Callable[[Figure], str]
    moves: Callable[[Figure], str]
    page: str
    paper: str
    only: str

    def at(self, name: str) -> str:
        """One of its addresses."""
        return reverse(name, args=[self.of.uid]) + self.seen.query(committee="")

    def rooms(self) -> Iterator[tuple[str, list[tuple[Figure, Result, Result | None]]]]:
        """The figures by room."""
        for room, rows in groupby(self.year, key=lambda row: row[0].room):
            yield room, list(rows)


@require_GET
def organ(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What an organ's year comes to, by room, with last year and charts."""
    return _page(request, _of_organ(request, uid))


@require_GET
def paper(request: HttpRequest, uid: UUID) -> HttpResponse:
    """An organ's year on one page of A4: figures with last year's, and charts."""
    return _on_paper(request, _of_organ(request, uid))


@require_GET
def body(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What a Party organisation's year comes to, with last year."""
    return _page(request, _of_body(request, uid))


@require_GET
def body_paper(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A Party organisation's year on one page of A4."""
    return _on_paper(request, _of_body(request, uid))


def _page(request: HttpRequest, sheet: _Sheet) -> HttpResponse:
    seen, limits = sheet.seen, Limits.of(sheet.of.committee)
    known = {figure.key: figure for figure, _, _ in sheet.year}
    rooms = [
        {
            "key": room,
            "name": registry.room_name(room),
            "table": figures(
                [Row(now, before, jumped=jumped(now, before, limits)) for _, now, before in rows],
                lambda key: sheet.rows(known[key]), lambda key: sheet.moves(known[key]),
            ),
        }
        for room, rows in sheet.rooms()
    ]  # fmt: skip
    context = {
        "look": seen, "organ": sheet.of, "rooms": rooms, "panels": sheet.panels, "as_of": clock.now(),
        "only": sheet.only, "before": come(seen.period).before(), "paper": sheet.at(sheet.paper),
        "crumbs": [*_crumbs(seen, "organs", last=False), {"label": sheet.of.name, "url": ""}],
    }  # fmt: skip
    return render(request, "board/organ.html", context)


def _on_paper(request: HttpRequest, sheet: _Sheet) -> HttpResponse:
    left = len(sheet.year) - LINES
    shown_ = replace(sheet, year=sheet.year[:LINES])
    context = {
        "look": sheet.seen, "organ": sheet.of, "title": WORDS["print_title"].format(organ=sheet.of.name),
        "rooms": _lines(shown_), "left": WORDS["left_out"].format(count=left) if left > 0 else "",
        "panels": sheet.panels[:ON_PAPER], "as_of": clock.now(), "before": come(sheet.seen.period).before(),
        "back": sheet.at(sheet.page),
    }  # fmt: skip
    return render(request, "board/paper.html", context)


def _lines(sheet: _Sheet) -> list[dict[str, Any]]:
    return [
        {
            "name": registry.room_name(room),
            "rows": [
                {
                    "name": figure.name, "url": sheet.rows(figure), "now": shown(now) or WORDS["nothing"],
                    "parts": parts(now), "before": (before and shown(before)) or "",
                }
                for figure, now, before in rows
            ],
        }
        for room, rows in sheet.rooms()
    ]  # fmt: skip


def _of_organ(request: HttpRequest, uid: UUID) -> _Sheet:
    seen, found = _organ(request, uid)
    said = seen.query(organ=str(found.uid))
    return _Sheet(
        seen, found, queries.year_of(seen.scope, seen.period), _charts(seen),
        lambda figure: address(figure.key, seen.scope, seen.period),
        lambda figure: reverse("metrics:moves", args=[figure.key]) + said,
        "board:organ", "board:paper", WORDS["only_organs"],
    )  # fmt: skip


def _of_body(request: HttpRequest, uid: UUID) -> _Sheet:
    actor = actor_of(request)
    found = body_of(actor, uid)
    seen = _looked(request, found.committee)

    def cuts(figure: Figure) -> list[tuple[Cut, str]]:
        return [(cut, str(found.pk)) for cut in cuts_of(figure) if cut.key == BODY_KEY]

    return _Sheet(
        seen, found, queries.year_of_body(found, seen.period), (),
        lambda figure: address(figure.key, seen.scope, seen.period, cuts(figure)),
        lambda figure: reverse("metrics:moves", args=[figure.key]) + seen.query(cut=saying(cuts(figure))),
        "board:body", "board:body_paper", WORDS["only_bodies"],
    )  # fmt: skip


def _looked(request: HttpRequest, committee: Committee) -> Look:
    """The look at a committee. Raises `Missing` where the reader may not look there."""
    seen = look(actor_of(request), request.GET.dict() | {"committee": str(committee.uid), "below": ""}, request.path)
    if seen.scope.committee.pk != committee.pk:
        raise Missing("access.missing")
    return seen


def _organ(request: HttpRequest, uid: UUID) -> tuple[Look, Organ]:
    """The look at an organ's committee, narrowed to the organ."""
    found = organ_by_uid(uid)
    seen = _looked(request, found.committee)
    seen.scope = Scope(found.committee, organ=found)
    return seen, found


def _charts(seen: Look) -> list[Panel]:
    charts = queries.readable_charts({"key": key, "by": by} for key, by in PAPER)
    return queries.panels(charts, seen.scope, seen.period)


def _crumbs(seen: Look, here: str, *, last: bool = True) -> list[dict[str, str]]:
    home_ = {"label": WORDS["board"], "url": reverse("board:home") + seen.query()}
    names = {"choose": WORDS["own"], "kept": WORDS["kept"], "organs": WORDS["organs"]}
    url = "" if last else reverse("board:organs") + seen.query(below="")
    return [home_, {"label": names[here], "url": url}]
