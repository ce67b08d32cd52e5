"""That all is covered 组织覆盖检查: each share with who or what is left out, and beside each where it is mended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from lvzhi.access import Actor
from lvzhi.committee.models import Organ
from lvzhi.committee.rules import EDIT_COMMITTEE
from lvzhi.committee.web import actor_of
from lvzhi.dossier import rules, tables
from lvzhi.dossier.views import place
from lvzhi.dossier.vocabulary.words import COVERAGE, COVERED
from lvzhi.metrics.compute import Ask, Evidence, Result, answers, evidence
from lvzhi.metrics.declare import Figure
from lvzhi.metrics.look import Look, address, look
from lvzhi.metrics.registry import figure
from lvzhi.party.rules import keeps as keeps_party
from lvzhi.people.rules import keeps
from lvzhi.ui.tables import Table

SHOWN = 10  # exceptions on the page itself; all of them stand behind the number
Remedy = Callable[[Any], tuple[str, str]]  # address and words of the button of one exception


@dataclass(frozen=True, slots=True)
class Checked:
    """A check with its figures: the share, the exceptions, and the first of them as a table."""

    share: Result
    without: Result
    url: str
    all_url: str
    table: Table | None
    more: int


def _person(row: Any) -> tuple[str, str]:
    return reverse("people:join", args=[row.uid]), COVERED["join"]


def _head(row: Organ) -> tuple[str, str]:
    return reverse("people:organ", args=[row.uid]), COVERED["head"]


def _found(row: Organ) -> tuple[str, str]:
    return reverse("party:found"), COVERED["found"]


def _branch(row: Any) -> tuple[str, str]:
    return reverse("party:list"), COVERED["branch"]


def _deed(row: Any) -> tuple[str, str]:
    return reverse("party:deeds"), COVERED["deed"]


def _staff(row: Any) -> tuple[str, str]:
    return reverse("people:staff"), COVERED["staff"]


REMEDIES: dict[str, Remedy] = {
    "people.no_sector": _person,
    "people.no_committee": _person,
    "people.no_group": _person,
    "people.board_no_committee": _person,
    "people.committees_headless": _head,
    "people.organs_headless": _head,
    "people.staff_unplaced": _staff,
    "party.unseated": _branch,
    "party.without_branch": _found,
    "party.not_doers": _deed,
}


@require_GET
def coverage(request: HttpRequest) -> HttpResponse:
    """Every check of coverage in one place."""
    seen = look(actor_of(request), request.GET, request.path, rules.RECONCILE)
    wanted: list[Figure] = [figure(key) for pair in COVERAGE for key in pair]
    found = answers([Ask(one, seen.scope, seen.period) for one in wanted])
    by_key = {one.figure.key: one for one in found}
    checks = [_checked(seen, by_key[share], by_key[without]) for share, without in COVERAGE]
    context = {
        "look": seen,
        "title": COVERED["title"],
        "checks": checks,
        "all_covered": not any(one.table for one in checks),
        "crumbs": place.crumbs(seen, COVERED["title"]),
    }
    return render(request, "dossier/coverage.html", context)


def _checked(seen: Look, share: Result, without: Result) -> Checked:
    many = int(without.value or 0)
    table = None
    if many:
        (side,) = evidence(without.figure, seen.scope, seen.period)
        table = _exceptions(seen, side, without.figure.key)
    return Checked(
        share, without, address(share.figure.key, seen.scope, seen.period),
        address(without.figure.key, seen.scope, seen.period), table, max(0, many - SHOWN),
    )  # fmt: skip


def _exceptions(seen: Look, side: Evidence, key: str) -> Table:
    rows = list(islice(side.lines(seen.actor, 0, SHOWN), SHOWN))
    labels = [column.label for column in side.metric.columns]
    remedy = REMEDIES[key] if _mends(seen.actor, seen.scope.committee.pk, key, seen) else None
    return tables.exceptions(labels, rows, remedy)


def _mends(actor: Actor, committee: int, key: str, seen: Look) -> bool:
    """Whether the actor may mend what this check finds; a button that would be refused is none."""
    if key.startswith("party."):
        return keeps_party(actor, committee)
    if key in ("people.committees_headless", "people.organs_headless"):
        return keeps(actor, committee) or EDIT_COMMITTEE(actor, seen.scope.committee)
    return keeps(actor, committee)
