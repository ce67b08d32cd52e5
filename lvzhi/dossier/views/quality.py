"""Data quality 数据质量: what is missing, late, alike or out of line, each with its list and the way to mend it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from lvzhi.access import Missing
from lvzhi.committee.scope import Scope
from lvzhi.committee.web import actor_of
from lvzhi.deadlines import clock
from lvzhi.dossier import rules, tables
from lvzhi.dossier.kinds import RECORDS
from lvzhi.dossier.queries import quality as queries
from lvzhi.dossier.views import place
from lvzhi.dossier.vocabulary.words import CHECKS, QUALITY
from lvzhi.metrics.look import Look, address, look
from lvzhi.people.queries import listed
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
        "jumped": len(queries.jumps(committee, period)),
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
    period = queries.compared(seen.period)
    rows = queries.jumps(seen.scope.committee, seen.period)
    return tables.jumps(rows, lambda key: address(key, Scope(seen.scope.committee), period)), period.label


def _parts(seen: Look) -> Table:
    """December's share kind by kind."""
    part, whole = queries.counts(seen.scope.committee, seen.period, [queries.december(seen.period), Q()])
    return tables.shares([(one.name, part[one.key], whole[one.key]) for one in RECORDS if whole[one.key]])


LISTS: dict[str, Callable[[HttpRequest, Look], Shown]] = {
    "no_sector": _no_sector,
    "same_named": _same_named,
    "no_proof": _records(lambda seen: queries.BARE),
    "late": _records(lambda seen: queries.late(seen.scope.committee)),
    "december": _records(lambda seen: queries.december(seen.period)),
    "jumped": _jumped,
}
