"""Pages of figures: the book with definitions, and the rows behind each number."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.apps import apps
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header

from lvzhi.access import Missing, Refusal
from lvzhi.committee.queries import term_on
from lvzhi.committee.web import actor_of
from lvzhi.metrics import compute, exporting, registry, tables
from lvzhi.metrics.compute import Ask, CutValue, Evidence, Result, cuts_of
from lvzhi.metrics.declare import Cut, Distinct, Figure, Share
from lvzhi.metrics.look import Look, address, cuts_said, look, saying
from lvzhi.metrics.vocabulary import WORDS, Kind
from lvzhi.norms.memo import remembered
from lvzhi.ui import formats

SIZE = 50
WIDEST = 100_000


def book(request: HttpRequest) -> HttpResponse:
    """Every figure of a committee and period, by room, with last year's value: one statement for all of them."""
    seen = look(actor_of(request), request.GET, request.path)
    figures, before = registry.figures(), seen.period.before()
    asks = [Ask(figure, seen.scope, period) for period in (seen.period, before) for figure in figures]
    results = compute.answers(asks)
    now = results[: len(figures)]
    early = term_on(seen.scope.committee, before.end) is None  # no term had begun: a zero there is no number
    then = {one.figure.key: one for one in results[len(figures) :] if one.value or not early}
    rooms = [
        {
            "key": room,
            "name": apps.get_app_config(room).verbose_name if apps.is_installed(f"lvzhi.{room}") else room,
            "table": tables.figures(list(group), then, lambda key: address(key, seen.scope, seen.period)),
        }
        for room, group in groupby(now, key=lambda one: one.figure.room)
    ]
    as_of = now[0].as_of if now else None
    return render(request, "metrics/book.html", {"look": seen, "rooms": rooms, "before": before, "as_of": as_of})


def figure(request: HttpRequest, key: str) -> HttpResponse:
    """One figure: its number, its definition, what it is split by, and the rows that it is."""
    one = _figure(key)
    seen, cuts, result, lists, side = _read(request, one)
    evidence = lists[side]
    total = _total(result, evidence)
    page = min(_whole(request.GET.get("page", "1")), max(-(-total // SIZE), 1))
    params = request.GET.copy()
    context = {
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
        pieces = remembered(exporting.as_csv(evidence, seen.actor, lines))
        saved = content_disposition_header(as_attachment=True, filename=f"{name}.csv") or ""
        answer = StreamingHttpResponse(pieces, content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = saved
        return answer
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
    cut_asked, by = request.GET.get("cut", ""), request.GET.get("by", "")
    seen = look(actor_of(request), request.GET, request.path, cut=cut_asked, by=by)
    cuts = _cuts(one, seen)
    result = compute.compute(one, seen.scope, seen.period, *cuts)
    lists = compute.evidence(one, seen.scope, seen.period, *cuts)
    side = next((place for place, each in enumerate(lists) if each.side == request.GET.get("side", "")), 0)
    return seen, cuts, result, lists, side


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
        named = (label for one, label, _ in cut.choices(seen.scope, seen.period) if str(one) == value)
        label = next(named, value or WORDS["blank"])
        labels.setdefault(cut.name, []).append(label)
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
    return reverse("metrics:book") + seen.query(cut="", by="")


def _export(key: str, kind: str, seen: Look, evidence: Evidence) -> str:
    return reverse("metrics:export", args=[key, kind]) + seen.query(by="", side=evidence.side)
