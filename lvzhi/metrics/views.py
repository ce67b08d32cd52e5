"""Pages of figures: the book with definitions, and the rows behind each number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from lvzhi.access import Missing, Refusal
from lvzhi.committee.web import actor_of
from lvzhi.deadlines import clock
from lvzhi.jobs.pages import later
from lvzhi.metrics import compute, exporting, keeping, moves, organs, others, registry, shelf, tables
from lvzhi.metrics.compute import Ask, CutValue, Evidence, Result, cuts_of
from lvzhi.metrics.declare import Cut, Distinct, Figure, Share
from lvzhi.metrics.look import Look, address, cuts_said, look, narrowed, saying
from lvzhi.metrics.periods import come
from lvzhi.metrics.shelf import Shelf, Wanted
from lvzhi.metrics.vocabulary import WORDS, Kind
from lvzhi.norms.memo import remembered
from lvzhi.ui import formats
from lvzhi.ui.running import told
from lvzhi.ui.tables import Table

SIZE = 50
WIDEST = 100_000
SLOW = 120.0  # seconds: longer than any norm of what a page may take; a book that has to be counted says so itself


@require_GET
def book(request: HttpRequest) -> HttpResponseBase:
    """The figures of a committee and period, by room, with last year's values: one statement for all of them.

    Where much has to be counted the page says which room is being counted, and comes when all are.
    """
    wanted = Wanted.of(request.GET)
    seen = _book_look(request, wanted)
    planned = shelf.plan(seen, wanted)
    if not planned.slow:
        return render(request, "metrics/book.html", _book(request, seen, wanted, shelf.shelf(seen, wanted, planned)))
    return told(
        request, shelf.steps(seen, wanted, planned),
        lambda found: render_to_string("metrics/_book.html", _book(request, seen, wanted, found), request),
        title=WORDS["book"], lead=WORDS["lead"].format(place=seen.scope.title, period=seen.period.label),
        refused=lambda problem: render_to_string("metrics/_refused.html", {"problem": problem}),
        refusals=(Refusal,), labels={one.room: _counting(one.room) for one in planned.figures}, unit=WORDS["rooms"],
    )  # fmt: skip


def _counting(room: str) -> str:
    return WORDS["counting"].format(name=registry.room_name(room))


def _book(request: HttpRequest, seen: Look, wanted: Wanted, found: Shelf) -> dict[str, Any]:
    keeper = keeping.keeper_for(seen.actor)
    return {
        "look": seen, "wanted": wanted, "tabs": shelf.tabs(seen, wanted), "before": found.before,
        "rooms": _rooms(seen, wanted, found), "count": len(found.rows), "as_of": clock.now(), "keeper": keeper,
        "againsts": shelf.againsts(seen, wanted), "against": wanted.against_words,
        "exports": [(kind, reverse("metrics:book_export", args=[kind]) + seen.query()) for kind in ("xlsx", "csv")],
        "here": request.get_full_path(), "empty": WORDS[EMPTY.get(wanted.only, "no_found")],
    }  # fmt: skip


def _book_look(request: HttpRequest, wanted: Wanted) -> Look:
    return look(
        actor_of(request), request.GET, request.path, room=wanted.room, q=wanted.typed, only=wanted.only,
        against=wanted.against,
    )  # fmt: skip


@require_GET
def book_export(request: HttpRequest, kind: str) -> HttpResponseBase:
    """The book as a file, as the page shows it; journalled before the first byte leaves."""
    wanted = Wanted.of(request.GET)
    seen = _book_look(request, wanted)
    planned = shelf.plan(seen, wanted)
    name = WORDS["file"].format(name=WORDS["book"], place=seen.scope.title, day=seen.actor.at.date())
    if planned.slow and (handed := later(request, title=name, seconds=SLOW)):
        return handed
    found = shelf.shelf(seen, wanted, planned)
    filters = [registry.room_name(wanted.room)] if wanted.room else []
    filters += [WORDS["found_by"].format(typed=wanted.typed)] if wanted.typed else []
    filters += [WORDS["only_jumped" if wanted.only == shelf.JUMPED else "kept"]] if wanted.only else []
    lines = exporting.book_head(seen, filters, found, clock.now())
    exporting.note_book(seen.actor, seen, len(found.rows))
    if kind == "csv":
        return _csv(exporting.book_csv(found, lines), name)
    return FileResponse(exporting.book_xlsx(found, lines), as_attachment=True, filename=f"{name}.xlsx")


def _csv(pieces: Iterator[bytes], name: str) -> StreamingHttpResponse:
    saved = content_disposition_header(as_attachment=True, filename=f"{name}.csv") or ""
    answer = StreamingHttpResponse(pieces, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = saved
    return answer


EMPTY = {shelf.JUMPED: "no_jumps", shelf.KEPT: "no_kept"}


def _rooms(seen: Look, wanted: Wanted, found: Shelf) -> list[dict[str, Any]]:
    """The cards of the book; those the reader keeps stand in one, in the reader's own order."""
    keeps = keeping.keeper_for(seen.actor) is not None

    def table(rows: list[tables.Row]) -> Table:
        return tables.figures(
            rows, lambda key: address(key, seen.scope, seen.period), lambda key: _moves(key, seen),
            trend=found.years, keeping=keeps, against=wanted.against_words,
        )  # fmt: skip

    if wanted.only == shelf.KEPT:
        return [{"key": shelf.KEPT, "name": WORDS["kept"], "table": table(found.rows)}] if found.rows else []
    return [
        {
            "key": room,
            "name": name,
            "table": table(rows),
            "url": "" if wanted.room else seen.query(room=room, q="", only=""),
        }
        for room, name, rows in found.rooms
    ]


def _moves(key: str, seen: Look, cut: str = "") -> str:
    return reverse("metrics:moves", args=[key]) + seen.query(room="", q="", only="", by="", side="", cut=cut)


def figure(request: HttpRequest, key: str) -> HttpResponse:
    """One figure: its number, its definition, what it is split by, and the rows that it is."""
    one = _figure(key)
    seen, cuts, result, lists, side = _read(request, one)
    problem = _no_organ(one, request, seen)
    evidence = lists[side]
    total = _total(result, evidence)
    page = min(_whole(request.GET.get("page", "1")), max(-(-total // SIZE), 1))
    params = request.GET.copy()
    trend = shelf.trend(one, seen, cuts)
    before = trend[-2][2]
    keeper = keeping.keeper_for(seen.actor)
    context = {
        "before": before and tables.shown(before), "before_days": trend[-2][1], "moved": tables.moved(result, before),
        "years": tables.years(trend, lambda when: seen.query(period=when.text)), "problem": problem,
        "moves_url": _moves(key, seen, seen.extra.get("cut", "")), "keeper": keeper,
        "kept": keeper is not None and key in keeper.kept(seen.actor), "here": request.get_full_path(),
        "look": seen, "figure": one, "result": result, "value": tables.shown(result), "parts": tables.parts(result),
        "kind": " · ".join(dict.fromkeys(str(Kind(metric.kind).label) for metric in one.sources)),
        "cut_words": _cut_words(cuts, seen), "whole_url": seen.query(cut="") if cuts else "",
        "splits": _splits(one, seen, request), "split": _split(one, seen, request, None if cuts else result),
        "sides": _sides(one, seen, result, side), "side": evidence.side,
        "table": tables.rows(evidence, seen.actor, page, SIZE, total, params), "total": total,
        "exports": [(kind, _export(key, kind, seen, evidence)) for kind in ("xlsx", "csv")],
        "crumbs": [{"label": WORDS["book"], "url": _home(seen)}, {"label": one.name, "url": ""}],
        "agrees": _agrees(result, total, evidence),
    }  # fmt: skip
    return render(request, "metrics/figure.html", context)


@require_GET
def moved(request: HttpRequest, key: str) -> HttpResponse:
    """Which rows of a figure are there that were not a year before, and which are not there any more."""
    one = _figure(key)
    seen = _seen(request, one)
    cuts, now = _cuts(one, seen), come(seen.period)
    found = moves.moves(one, seen.scope, now, now.before(), *cuts)
    side = next((each for each in found if each.side == request.GET.get("side", "")), found[0])
    shown = side.gone if request.GET.get("what") == "gone" else side.added
    counts = {each.side: each.rows.order_by().count() for each in (side.added, side.gone)}
    results = compute.answers([Ask(one, seen.scope, when, cuts) for when in (now.before(), now)])
    total = counts[shown.side]
    page = min(_whole(request.GET.get("page", "1")), max(-(-total // SIZE), 1))
    keep = {"side": side.side}
    context = {
        "look": seen, "figure": one, "cut_words": _cut_words(cuts, seen), "before_days": now.before(), "now_days": now,
        "before": tables.shown(results[0]), "now": tables.shown(results[1]),
        "moved": tables.moved(results[1], results[0]),
        "whats": [
            {"label": WORDS[what], "url": seen.query(what=what, **keep), "active": what == shown.side, "count": count}
            for what, count in counts.items()
        ],
        "sides": [
            {"label": each.metric.name, "url": seen.query(side=each.side), "active": each is side} for each in found
        ],
        "table": tables.rows(shown, seen.actor, page, SIZE, total, request.GET.copy()),
        "crumbs": [
            {"label": WORDS["book"], "url": _home(seen)},
            {"label": one.name, "url": reverse("metrics:figure", args=[key]) + seen.query()},
            {"label": WORDS["moves"], "url": ""},
        ],
    }  # fmt: skip
    return render(request, "metrics/moves.html", context)


def export(request: HttpRequest, key: str, kind: str) -> HttpResponseBase:
    """The rows as a file; journalled before the first byte leaves."""
    one = _figure(key)
    seen, cuts, result, lists, side = _read(request, one)
    evidence = lists[side]
    total = _total(result, evidence)
    lines = exporting.head(seen, result, evidence, total, _cut_words(cuts, seen))
    exporting.note(seen.actor, seen, result, total)
    name = WORDS["file"].format(name=evidence.metric.name, place=seen.scope.title, day=seen.actor.at.date())
    if kind == "csv":
        return _csv(remembered(exporting.as_csv(evidence, seen.actor, lines)), name)
    sheet = exporting.as_xlsx(evidence, seen.actor, lines, evidence.metric.name)
    return FileResponse(sheet, as_attachment=True, filename=f"{name}.xlsx")


Cuts = tuple[CutValue, ...]
Read = tuple[Look, Cuts, Result, tuple[Evidence, ...], int]


def _figure(key: str) -> Figure:
    try:
        return registry.figure(key)
    except Refusal:
        raise Missing("metrics.unknown", key=key) from None


def _read(request: HttpRequest, one: Figure) -> Read:
    seen = _seen(request, one)
    cuts = _cuts(one, seen)
    result = compute.compute(one, seen.scope, seen.period, *cuts)
    lists = compute.evidence(one, seen.scope, seen.period, *cuts)
    side = next((place for place, each in enumerate(lists) if each.side == request.GET.get("side", "")), 0)
    return seen, cuts, result, lists, side


def _seen(request: HttpRequest, one: Figure) -> Look:
    """The look, at an organ or a committee below where the address names one; a figure not told of organs keeps all."""
    cut_asked, by = request.GET.get("cut", ""), request.GET.get("by", "")
    seen = look(actor_of(request), request.GET, request.path, cut=cut_asked, by=by)
    whole = seen.scope
    narrowed(seen, request.GET)
    if seen.scope.organ is not None and not organs.has(one, seen.scope.organ, seen.period):
        seen.scope = whole
        del seen.extra["organ"]
    return seen


def _no_organ(one: Figure, request: HttpRequest, seen: Look) -> str:
    """The sentence that says that the organ asked for was left out."""
    if not request.GET.get("organ") or seen.scope.organ is not None:
        return ""
    return WORDS["no_organ"].format(name=one.name, place=seen.scope.title)


def _cuts(one: Figure, seen: Look) -> Cuts:
    known = {cut.key: cut for cut in cuts_of(one)}
    found = cuts_said(seen.extra.get("cut", ""))
    for name, _ in found:
        if name not in known:
            raise Refusal("metrics.unknown_cut", figure=one.name, cut=name)
    return tuple((known[name], value) for name, value in found)


def _cut_words(cuts: Cuts, seen: Look) -> str:
    """What the figure is narrowed to: values of one dimension in a list, dimensions one after another."""
    labels: dict[str, list[str]] = {}
    for cut, value in cuts:
        label = others.label(cut, value, seen.scope, seen.period)
        labels.setdefault(cut.name, []).append(label or value or WORDS["blank"])
    return WORDS["and"].join(
        WORDS["cut"].format(name=name, label=WORDS["or"].join(found)) for name, found in labels.items()
    )


def _splits(one: Figure, seen: Look, request: HttpRequest) -> list[dict[str, Any]]:
    chosen = request.GET.get("by", "")
    tabs = [{"label": WORDS["no_split"], "url": seen.query(by="", cut=""), "active": not chosen}]
    return tabs + [
        {"label": WORDS["by"].format(name=cut.name), "url": seen.query(by=cut.key, cut=""), "active": cut.key == chosen}
        for cut in cuts_of(one)
    ]


def _split(one: Figure, seen: Look, request: HttpRequest, whole: Result | None) -> dict[str, Any] | None:
    """The table of a dimension, and whether its parts come to the whole (R1.121)."""
    dimension = next((cut for cut in cuts_of(one) if cut.key == request.GET.get("by", "")), None)
    if dimension is None:
        return None
    whole = whole or compute.compute(one, seen.scope, seen.period)
    rows = [row for row in compute.split(one, seen.scope, seen.period, dimension) if row[2].value]
    table = tables.split(rows, whole, lambda value: seen.query(by="", cut=saying([(dimension, value)])))
    return {"name": dimension.name, "table": table, "note": _note(one, rows, whole, dimension)}


def _note(one: Figure, rows: list[tuple[str, str, Result]], whole: Result, dimension: Cut) -> str:
    if isinstance(one, Share):
        return WORDS["shares_apart"]
    total = sum(int(result.value or 0) for _, _, result in rows)
    base = int(whole.value or 0)
    facts = {"total": formats.number(total), "base": formats.number(base), "gap": formats.number(abs(base - total)),
             "name": dimension.name, "unit": one.unit}  # fmt: skip
    return WORDS["sums" if total == base else "misses" if total < base else "exceeds"].format(**facts)


def _sides(one: Figure, seen: Look, result: Result, side: int) -> list[dict[str, Any]]:
    if not isinstance(one, Share):
        return []
    counts = (result.numerator, result.denominator)
    names = ((one.part.name, "part", WORDS["part"]), (one.whole.name, "whole", WORDS["base"]))
    return [
        {
            "label": WORDS["side"].format(word=word, name=name), "url": seen.query(side=key), "active": place == side,
            "count": count,
        }
        for place, ((name, key, word), count) in enumerate(zip(names, counts, strict=True))
    ]  # fmt: skip


def _total(result: Result, evidence: Evidence) -> int:
    if evidence.side == "part":
        return result.numerator or 0
    if evidence.side == "whole":
        return result.denominator or 0
    return evidence.rows.order_by().count()


def _agrees(result: Result, total: int, evidence: Evidence) -> str:
    """The sentence that says how the list and the number belong together."""
    if evidence.side or isinstance(result.figure, Distinct):
        return WORDS["rows_of"].format(count=formats.number(total), name=evidence.metric.name)
    return WORDS["rows_are"].format(count=formats.number(total))


def _whole(text: str) -> int:
    return min(max(int(text), 1), WIDEST) if text.isdecimal() and len(text) < len(str(WIDEST)) else 1


def _home(seen: Look) -> str:
    return reverse("metrics:book") + seen.query(cut="", by="", organ="", part="")


def _export(key: str, kind: str, seen: Look, evidence: Evidence) -> str:
    return reverse("metrics:export", args=[key, kind]) + seen.query(by="", side=evidence.side)
