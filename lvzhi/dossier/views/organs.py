"""An organ's ledger: its own work and that of its members."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from lvzhi.access import Actor
from lvzhi.committee.models import Organ
from lvzhi.committee.scope import Scope
from lvzhi.committee.web import actor_of, check_file_form
from lvzhi.deadlines import clock
from lvzhi.dossier import rules, tables
from lvzhi.dossier.kinds import KINDS, OF_ORGANS, LineKind
from lvzhi.dossier.queries import finding, sums
from lvzhi.dossier.queries.lines import Line, lines, of_organ
from lvzhi.dossier.views import place
from lvzhi.dossier.vocabulary.words import WORDS
from lvzhi.journal.lines import line
from lvzhi.metrics.look import Look, address, look

OWN, MEMBERS = "own", "members"


@require_GET
def organs(request: HttpRequest) -> HttpResponse:
    """Organs whose ledgers the actor may read."""
    actor = actor_of(request)
    seen = look(actor, request.GET, request.path, rules.LEDGERS)
    rows = list(finding.organs(actor, seen.scope.committee, seen.period))
    staff = rules.RECONCILE(actor, seen.scope.committee)
    context = {
        "look": seen,
        "table": tables.organs(rows, place.query_of(seen)),
        "crumbs": place.crumbs(seen, WORDS["organs"], files=staff),
    }
    return render(request, "dossier/organs.html", context)


@require_GET
def organ(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One organ: what it did, what its members did, with the figures and line by line."""
    actor, found, seen = _read(request, uid)
    today = clock.today()
    members = finding.named(finding.sat_in(found, seen.period), today)
    numbers = sums.counted(seen.scope, seen.period, KINDS, [member.person_id for member, _ in members])
    own = sums.of_organ(Scope(found.committee, organ=found), seen.period, OF_ORGANS)
    side = MEMBERS if request.GET.get("of") == MEMBERS else OWN
    total = _listed(numbers) if side == MEMBERS else _own_total(own)
    number = place.number_of(request, total)
    shown = _lines(actor, found, seen, side, members, place.SIZE, (number - 1) * place.SIZE)
    called = {member.person_id: name for member, name in members}
    page = tables.page_of(shown, number, place.SIZE, total)
    context = {
        "look": seen,
        "organ": found,
        "title": WORDS["organ_of"].format(name=found.name),
        "figures": _figures(found, seen, own),
        "members": tables.files(
            tables.page_of(members, 1, len(members) or 1, len(members)), place.totals(numbers), place.query_of(seen), {}
        ),
        "sides": [
            {"label": WORDS[OWN], "url": seen.query(of=""), "active": side == OWN, "count": _own_total(own)},
            {"label": WORDS[MEMBERS], "url": seen.query(of=MEMBERS), "active": side == MEMBERS,
             "count": _listed(numbers)},
        ],
        "table": tables.lines(page, place.late_days(found.committee), request.GET, called if side == MEMBERS else None),
        "crumbs": [{"label": WORDS["organs"], "url": reverse("dossier:organs")}, {"label": found.name, "url": ""}],
        "query": place.query_of(seen),
        "side": side,
    }  # fmt: skip
    return render(request, "dossier/organ.html", context)


@require_GET
def export(request: HttpRequest, uid: UUID, form: str) -> HttpResponseBase:
    """The lines of the organ, or of its members, as Excel or CSV; the journal keeps who took them."""
    check_file_form(form)
    actor, found, seen = _read(request, uid)
    side = MEMBERS if request.GET.get("of") == MEMBERS else OWN
    members = finding.named(finding.sat_in(found, seen.period), clock.today())
    shown = _lines(actor, found, seen, side, members)
    facts: dict[str, Any] = {"name": found.name, "count": len(shown), "period": seen.period.label}
    with line(actor, "dossier.organ_exported", committee=found.committee, **facts):
        pass
    title = WORDS["organ_of"].format(name=found.name)
    return place.sheet(form, seen, title, shown, {member.person_id: name for member, name in members})


def _read(request: HttpRequest, uid: UUID) -> tuple[Actor, Organ, Look]:
    actor = actor_of(request)
    found = finding.organ(actor, uid)
    params = request.GET.dict() | {"committee": "", "below": ""}
    side = MEMBERS if request.GET.get("of") == MEMBERS else ""
    return actor, found, look(actor, params, request.path, rules.only(found.committee), of=side)


def _own_total(own: dict[str, int]) -> int:
    return sum(own[one.key] for one in OF_ORGANS if not one.again)


def _listed(numbers: dict[int, sums.Counts]) -> int:
    return sum(counts[one.key][0] for counts in numbers.values() for one in KINDS if not one.again)


def _lines(
    actor: Actor, found: Organ, seen: Look, side: str, members: Sequence[Any], size: int = 0, start: int = 0
) -> list[Line]:
    if side == OWN:
        return of_organ(
            actor,
            Scope(found.committee, organ=found),
            seen.period,
            [one for one in OF_ORGANS if not one.again],
            size,
            start,
        )
    persons = [member.person_id for member, _ in members]
    return lines(actor, seen.scope, seen.period, [one for one in KINDS if not one.again], persons, size, start)


def _figures(found: Organ, seen: Look, own: dict[str, int]) -> list[dict[str, Any]]:
    """The organ's own numbers, each leading to its rows where the figure is split by organ."""
    return [
        {"name": one.name, "value": own[one.key], "unit": one.metric.unit, "url": _rows(found, seen, one)}
        for one in OF_ORGANS
    ]


def _rows(found: Organ, seen: Look, one: LineKind) -> str:
    cut = next((cut for cut in one.metric.cuts if cut.key == "organ"), None)
    if cut is None:
        return ""
    return address(one.figure, seen.scope, seen.period, [*one.cuts_of(one.metric), (cut, str(found.pk))])
