"""The reconciliation 履职对账: all members' files together against the figures."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from lvzhi.committee.web import actor_of, as_file, check_file_form
from lvzhi.deadlines import clock
from lvzhi.dossier import rules, tables
from lvzhi.dossier.kinds import KINDS, LineKind, kind
from lvzhi.dossier.queries import finding, sums
from lvzhi.dossier.queries.lines import others
from lvzhi.dossier.views import place
from lvzhi.dossier.vocabulary.words import FIELDS, WORDS
from lvzhi.exchange import Column as Field
from lvzhi.journal.lines import line
from lvzhi.metrics.look import Look, look


@require_GET
def reconcile(request: HttpRequest) -> HttpResponse:
    """Every kind of line: sum of all files, the rest, the figure."""
    seen = look(actor_of(request), request.GET, request.path, rules.RECONCILE)
    rows = sums.balances(seen.scope.committee, seen.period, KINDS)
    told = [row for row in rows if row.sum.figure or row.sum.lines or (row.whole is not None and row.whole.figure)]
    query = place.query_of(seen)
    context = {
        "look": seen,
        "table": tables.balances(
            told, lambda key: reverse("dossier:balance", args=[key]) + query, lambda one: place.figure_of(seen, one)
        ),
        "agrees": all(row.agrees for row in rows),
        "wrong": [row for row in rows if not row.agrees],
        "crumbs": place.crumbs(seen, WORDS["reconcile"]),
    }
    return render(request, "dossier/reconcile.html", context)


@require_GET
def balance(request: HttpRequest, key: str) -> HttpResponse:
    """One kind: each member's lines, and by name what belongs to no member."""
    one = kind(key)
    seen = look(actor_of(request), request.GET, request.path, rules.RECONCILE)
    committee, period = seen.scope.committee, seen.period
    (row,) = sums.balances(committee, period, [one])
    members = _members(seen, one)
    number = place.number_of(request, row.sum.rest)
    persons = sums.persons_of(sums.holders(committee, period))
    rest = others(seen.actor, seen.scope, period, one, persons, place.SIZE, (number - 1) * place.SIZE)
    page = tables.page_of(rest, number, place.SIZE, row.sum.rest)
    query = place.query_of(seen)
    context = {
        "look": seen,
        "kind": one,
        "row": row,
        "tag": tables.verdict(row),
        "whole": one.whole_metric,
        "figure_url": place.figure_of(seen, one),
        "members": tables.persons(
            members, lambda member: reverse("dossier:file", args=[member.uid]) + seen.query(kind=key), one
        ),
        "rest": tables.lines(page, place.late_days(committee), request.GET, {}),
        "crumbs": [
            {"label": WORDS["reconcile"], "url": reverse("dossier:reconcile") + query}, {"label": one.name, "url": ""},
        ],
        "query": query,
    }  # fmt: skip
    return render(request, "dossier/balance.html", context)


@require_GET
def export(request: HttpRequest, key: str, form: str) -> HttpResponseBase:
    """Members with their lines of one kind as Excel or CSV; the journal keeps who took them."""
    check_file_form(form)
    one = kind(key)
    seen = look(actor_of(request), request.GET, request.path, rules.RECONCILE)
    rows = _members(seen, one)
    facts: dict[str, Any] = {"kind": one.name, "count": len(rows), "period": seen.period.label}
    with line(seen.actor, "dossier.reconciled_exported", committee=seen.scope.committee, **facts):
        pass
    columns = [Field("name", FIELDS["name"]), Field("count", one.name, kind="int")]
    columns += [Field("whole", FIELDS["whole"], kind="int")] if one.whole else []
    return as_file(
        form, name=WORDS["file_name"].format(title=one.name, period=seen.period.label), title=one.name,
        columns=columns, rows=[[name, *numbers][: len(columns)] for _, name, numbers in rows],
        head=place.head_lines(seen, one.name, len(rows)),
    )  # fmt: skip


def _members(seen: Look, one: LineKind) -> list[tuple[Any, str, tuple[int, int | None]]]:
    """Members who have lines of the kind or were expected, by name."""
    holders = sums.holders(seen.scope.committee, seen.period)
    numbers = sums.counted(seen.scope, seen.period, [one], sums.persons_of(holders))
    called = finding.called(numbers, seen.scope.committee, clock.today())
    found = [(*called[person], counts[one.key]) for person, counts in numbers.items()]
    return sorted(found, key=lambda row: (row[0].person.pinyin, row[0].person_id))
