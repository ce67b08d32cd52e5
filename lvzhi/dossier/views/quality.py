"""Data quality 数据质量: what is missing, late, alike or out of line, each with its list and the way to mend it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from lvzhi.access import Missing
from lvzhi.committee.scope import Scope
from lvzhi.committee.web import actor_of, as_file, check_file_form
from lvzhi.deadlines import clock
from lvzhi.dossier import rules, tables
from lvzhi.dossier.kinds import RECORDS
from lvzhi.dossier.queries import quality as queries
from lvzhi.dossier.views import place
from lvzhi.dossier.vocabulary.words import CHECKS, QUALITY
from lvzhi.journal.lines import line
from lvzhi.metrics import moves
from lvzhi.metrics.look import Look, address, look
from lvzhi.metrics.periods import come
from lvzhi.people.queries import called, listed
from lvzhi.people.rules import keeps
from lvzhi.ui.tables import Table

Shown = tuple[Table, str]  # the list, and a sentence under it


@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """Every check with how many it finds."""
    seen = look(actor_of(request), request.GET, request.path, rules.RECONCILE)
    committee, period, today = seen.scope.committee, seen.period, clock.today()
    bare, late, december, every = queries.counts(
        committee, period, [queries.BARE, queries.late(committee), queries.december(period), Q()]
    )
    numbers: dict[str, Any] = {
        "no_sector": queries.without_sector(Scope(committee), today).count(),
        "same_named": len(queries.twins(Scope(committee), today)),
        "no_proof": sum(bare.values()),
        "late": sum(late.values()),
        "december": tables.share_words(sum(december.values()), sum(every.values())),
        "jumped": len(moves.jumps(committee, period)),
    }
    rows = [(key, *CHECKS[key], numbers[key]) for key in CHECKS]
    query = place.query_of(seen)
    context = {
        "look": seen,
        "title": QUALITY["title"],
        "table": tables.checks(rows, lambda key: reverse("dossier:check", args=[key]) + query),
        "crumbs": place.crumbs(seen, QUALITY["title"]),
    }
    return render(request, "dossier/quality.html", context)


@require_GET
def check(request: HttpRequest, key: str) -> HttpResponse:
    """One check: its list, and beside each line where it is mended."""
    if key not in CHECKS:
        raise Missing("dossier.unknown_check")
    seen = look(actor_of(request), request.GET, request.path, rules.RECONCILE)
    table, foot = LISTS[key](request, seen)
    name, why = CHECKS[key]
    home = reverse("dossier:quality") + place.query_of(seen)
    context = {
        "look": seen,
        "title": name,
        "why": why,
        "table": table,
        "foot": foot,
        "files": [
            (icon, word, reverse("dossier:check_export", args=[key, form]) + place.query_of(seen))
            for icon, word, form in (("sheet", "Excel", "xlsx"), ("table", "CSV", "csv"))
        ],
        "parts": _parts(seen) if key == "december" else None,
        "crumbs": [{"label": QUALITY["title"], "url": home}, {"label": name, "url": ""}],
    }
    return render(request, "dossier/quality_one.html", context)


def _no_sector(request: HttpRequest, seen: Look) -> Shown:
    today = clock.today()
    rows = list(listed(queries.without_sector(Scope(seen.scope.committee), today), today))
    if keeps(seen.actor, seen.scope.committee.pk):
        return tables.mended(rows, lambda row: reverse("people:join", args=[row.uid]), QUALITY["join"]), ""
    return tables.mended(rows, lambda row: reverse("people:member", args=[row.uid]), QUALITY["see"]), ""


def _same_named(request: HttpRequest, seen: Look) -> Shown:
    today = clock.today()
    rows = queries.twins_listed(Scope(seen.scope.committee), today)
    if keeps(seen.actor, seen.scope.committee.pk):
        return tables.mended(rows, lambda row: reverse("people:edit_person", args=[row.uid]), QUALITY["edit"]), ""
    return tables.mended(rows, lambda row: reverse("people:member", args=[row.uid]), QUALITY["see"]), ""


def _records(where: Callable[[Look], Q]) -> Callable[[HttpRequest, Look], Shown]:
    def shown(request: HttpRequest, seen: Look) -> Shown:
        committee, period, wanted = seen.scope.committee, seen.period, where(seen)
        (numbers,) = queries.counts(committee, period, [wanted])
        total = sum(numbers.values())
        number = place.number_of(request, total)
        found = queries.records(seen.actor, committee, period, wanted, place.SIZE, (number - 1) * place.SIZE)
        page = tables.page_of(found, number, place.SIZE, total)
        return tables.lines(page, place.late_days(committee), request.GET, remedy=QUALITY["to_record"]), ""

    return shown


def _jumped(request: HttpRequest, seen: Look) -> Shown:
    period = come(seen.period)
    rows = moves.jumps(seen.scope.committee, seen.period)
    return tables.jumps(rows, lambda key: address(key, Scope(seen.scope.committee), period)), period.label


def _parts(seen: Look) -> Table:
    """December's share kind by kind."""
    part, whole = queries.counts(seen.scope.committee, seen.period, [queries.december(seen.period), Q()])
    return tables.shares([(one.name, part[one.key], whole[one.key]) for one in RECORDS if whole[one.key]])


WHERE: dict[str, Callable[[Look], Q]] = {
    "no_proof": lambda seen: queries.BARE,
    "late": lambda seen: queries.late(seen.scope.committee),
    "december": lambda seen: queries.december(seen.period),
}


@require_GET
def export(request: HttpRequest, key: str, form: str) -> HttpResponseBase:
    """All that one check finds as Excel or CSV; the journal keeps who took it."""
    if key not in CHECKS:
        raise Missing("dossier.unknown_check")
    check_file_form(form)
    seen = look(actor_of(request), request.GET, request.path, rules.RECONCILE)
    committee, period, name = seen.scope.committee, seen.period, CHECKS[key][0]
    if key in WHERE:
        found = queries.records(seen.actor, committee, period, WHERE[key](seen))
        _note(seen, name, len(found))
        return place.sheet(form, seen, name, found, {})
    rows = _plain(seen, key)
    _note(seen, name, len(rows))
    title = QUALITY["file_name"].format(title=name, period=period.label)
    columns = tables.MOVED if key == "jumped" else tables.PERSONS
    return as_file(
        form, name=title, title=name, columns=columns, rows=rows, head=place.head_lines(seen, name, len(rows))
    )


def _plain(seen: Look, key: str) -> list[tuple[object, ...]]:
    committee, today = seen.scope.committee, clock.today()
    if key == "jumped":
        return [
            (one.now.figure.name, one.now.value, one.before.value, one.percent)
            for one in moves.jumps(committee, seen.period)
        ]
    rows = queries.twins_listed(Scope(committee), today)
    if key == "no_sector":
        rows = list(listed(queries.without_sector(Scope(committee), today), today))
    return [(called(row), row.number, row.person.work) for row in rows]


def _note(seen: Look, name: str, count: int) -> None:
    facts: dict[str, Any] = {"check": name, "count": count, "period": seen.period.label}
    with line(seen.actor, "dossier.quality_exported", committee=seen.scope.committee, **facts):
        pass


LISTS: dict[str, Callable[[HttpRequest, Look], Shown]] = {
    "no_sector": _no_sector,
    "same_named": _same_named,
    **{key: _records(where) for key, where in WHERE.items()},
    "jumped": _jumped,
}
