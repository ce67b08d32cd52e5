"""The scheme with its coverage, one kind of contact with who is left out, its picture."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from lvzhi.accounts.actors import actor_of
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.contacts import metrics, queries, rules, tables
from lvzhi.contacts.queries.addresses import pair_address
from lvzhi.contacts.queries.figures import due
from lvzhi.contacts.queries.network import below, layers
from lvzhi.contacts.tables.picture import Edge, sheets, svg, tally, tree
from lvzhi.contacts.views.place import kind_of, place, year, years
from lvzhi.contacts.vocabulary.states import Target
from lvzhi.contacts.vocabulary.words import PICTURE
from lvzhi.deadlines import clock
from lvzhi.metrics import compute, periods

BOOK = (metrics.COVERAGE, metrics.PAIRS, metrics.CONTACTS, metrics.PEOPLE_REACHED)
EXCEPTIONS = (metrics.WITHOUT_PARTNER, metrics.WITHOUT_PAIR, metrics.BEHIND, metrics.QUIET)


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """联系网络: each kind with its coverage, and what is lacking."""
    actor, committee = actor_of(request), place(request)
    period = periods.year(clock.today().year)
    known = queries.schemes(committee, clock.today())
    counts = queries.counted(committee, clock.today())
    shares = [metrics.SHARES[one.code] for one in known if one.open and one.code in metrics.SHARES]
    results = compute.book([*BOOK, *EXCEPTIONS, *shares], Scope(committee), period)
    asked = f"?committee={committee.uid}&period={period.text}"
    shown = {key: (one, reverse("metrics:figure", args=[key]) + asked) for key, one in results.items()}
    kinds = [
        {
            "scheme": one, "pairs": counts.get(one.code, 0), "url": reverse("contacts:kind", args=[one.code]),
            "share": shown.get(f"contacts.share_{one.code}"),
        }
        for one in known
        if one.open or counts.get(one.code)
    ]  # fmt: skip
    context = {
        "committee": committee, "period": period, "kinds": kinds, "keeps": rules.keeps(actor, committee.pk),
        "figures": [shown[one.key] for one in BOOK],
        "exceptions": [shown[one.key] for one in EXCEPTIONS if shown[one.key][0].value],
        "norms": reverse("norms:home"),
    }  # fmt: skip
    return render(request, "contacts/list.html", context)


@require_GET
def kind(request: HttpRequest, code: str) -> HttpResponse:
    """One kind: its pairs with their contacts of the year, who has nobody, who is behind."""
    actor, committee = actor_of(request), place(request)
    today = clock.today()
    scheme = kind_of(committee, code, today)
    start, end = year(request)
    rows = list(queries.standing(committee, code, start, end))
    found = queries.ground(scheme, committee, today)
    wanted = {row.pk: due(scheme.times, row.starts, row.ends, start, end) for row in rows}
    context = {
        "scheme": scheme, "tabs": years(start.year), "table": tables.pairs_table(rows, wanted),
        "met": sum(1 for row in rows if row.count), "count": len(rows),
        "behind": sum(1 for row in rows if row.count < wanted[row.pk]),
        "whole": len(found.far) if scheme.counted else 0, "lacking": found.lacking if scheme.counted else [],
        "covered": len(found.far) - len(found.lacking), "idle": found.idle, "year": start.year,
        "keeps": rules.keeps(actor, committee.pk) and scheme.open and scheme.clear,
        "record": scheme.far.target == Target.RECORD, "community": "community" in scheme.far.kinds,
    }  # fmt: skip
    return render(request, "contacts/kind.html", context)


def edges(rows: Any) -> list[Edge]:
    """Pairs as the lines of a picture; two of one name are told apart."""
    names = _names(rows)
    return [
        Edge(
            f"person:{row.member.person_id}", row.far, names[row.member.person_id],
            names.get(row.other.person_id, row.far_name) if row.other else row.far_name, row.count, pair_address(row),
        )
        for row in rows
    ]  # fmt: skip


def _names(rows: Any) -> dict[int, str]:
    """What each person is called: with the employer where another of the picture bears the name."""
    persons = {one.person_id: one.person for row in rows for one in (row.member, row.other) if one is not None}
    names = [one.name for one in persons.values()]
    return {pk: f"{one.name} {one.work}" if names.count(one.name) > 1 else one.name for pk, one in persons.items()}


@require_GET
def picture(request: HttpRequest, code: str) -> HttpResponse:
    """The picture of a kind, with the kind below it: sheets for a desk and for paper, a list for a phone."""
    committee: Committee = place(request)
    scheme = kind_of(committee, code, clock.today())
    start, end = year(request)
    drawn = [edges(rows) for rows in layers(scheme, committee, start, end)]
    made = sheets(drawn)
    count = tally(drawn)
    context = {
        "scheme": scheme, "committee": committee, "tabs": years(start.year), "year": start.year, "as_of": end,
        "sheets": [svg(one, len(drawn)) for one in made], "tree": tree(drawn), "count": count,
        "below": below(scheme, committee, end) if len(drawn) > 1 else None,
        "words": PICTURE.format(scheme=scheme.name, **count),
    }  # fmt: skip
    return render(request, "contacts/picture.html", context)
