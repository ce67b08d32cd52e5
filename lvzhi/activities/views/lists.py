"""The lists: what one may see, what one takes part in, what one keeps, who was absent."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lvzhi.access import Actor, NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.accounts.vocabulary import Role as Post
from lvzhi.activities import rules, tables
from lvzhi.activities.queries import absences, pages
from lvzhi.activities.views.place import committee_of, crumbs
from lvzhi.activities.vocabulary import LACKS, TABS, WORDS, Role, State, Verdict
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.people.queries import told_apart
from lvzhi.ui.paging import keyset


def may_begin(actor: Actor) -> bool:
    """Whether the actor may begin an activity anywhere."""
    return any(actor.has(role) for role in (*rules.KEEPERS, Post.ORGAN_HEAD))


@require_GET
def library(request: HttpRequest) -> HttpResponse:
    """Every activity the actor may read, narrowed and paged, the latest first."""
    actor = actor_of(request)
    form = tables.FilterForm(request.GET)
    rows = form.narrowed(pages.listed(pages.readable(actor)), actor)
    page = keyset(rows, ("-held_on", "-id"), request.GET.get("cursor"), count=True)
    pages.say_joint(actor, page.items)
    context = {
        "filter": form,
        "table": tables.activities_table(page, request.GET),
        "may_begin": may_begin(actor),
        "may_absences": any(actor.has(role) for role in rules.READERS),
    }
    return render(request, "activities/list.html", context)


CARDS = 20


@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """Activities on whose list the actor stands: those to come, those gone by."""
    actor, today = actor_of(request), clock.today()
    tab = request.GET.get("tab", "coming")
    rows = pages.listed(pages.mine(actor))
    if tab == "past":
        page = keyset(rows.filter(ends_on__lt=today), ("-held_on", "-id"), request.GET.get("cursor"), CARDS)
    else:
        tab = "coming"
        page = keyset(rows.filter(ends_on__gte=today), ("held_on", "id"), request.GET.get("cursor"), CARDS)
    context = {
        "cards": [_card(row) for row in page.items],
        "page": page,
        "tab": tab,
        "tabs": [
            {"label": TABS[key], "url": f"?tab={key}", "active": key == tab, "count": None}
            for key in ("coming", "past")
        ],
        "may_begin": may_begin(actor),
        "crumbs": crumbs(last=WORDS["mine"]),
    }
    return render(request, "activities/mine.html", context)


def _says(row: Any) -> bool:
    """Whether the verdict says anything: noted, and the activity not cancelled."""
    return bool(row.my_verdict != Verdict.OPEN and row.state != State.CANCELLED)


def _card(row: Any) -> dict[str, Any]:
    return {
        "row": row,
        "url": tables.address(row),
        "tag": tables.state_tag(row),
        "days": tables.days_of(row),
        "time": tables.begins(row),
        "places": tables.places(row),
        "role": str(Role(row.my_role).label),
        "verdict": tables.verdict_tag(row.my_verdict) if _says(row) else None,
        "leave": tables.leave_tag(row.my_leave) if row.my_leave else None,
    }


@require_GET
def board(request: HttpRequest) -> HttpResponse:
    """What the actor keeps, and what each still lacks.

    Raises:
        NotAllowed: someone who keeps nothing.
    """
    actor = actor_of(request)
    if not may_begin(actor):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    wanted = request.GET.get("lacks", "")
    rows = pages.lacking(pages.kept(actor), wanted)
    page = keyset(rows.defer("notice"), ("-held_on", "-id"), request.GET.get("cursor"), count=True)
    counted = pages.lacking_counts(actor)
    context = {
        "table": tables.board_table(page, request.GET),
        "tabs": [
            {"label": label, "url": f"?lacks={key}", "active": key == wanted, "count": counted.get(key)}
            for key, label in {"": TABS["all"], **{key: words for key, words in LACKS.items() if key}}.items()
        ],
        "crumbs": crumbs(last=WORDS["board"]),
    }
    return render(request, "activities/board.html", context)


@require_GET
def absent(request: HttpRequest) -> HttpResponse:
    """Members with absences and leave, those first who have come to a threshold; what follows is people's to decide.

    Raises:
        NotAllowed: someone who does not read the lists of a committee.
    """
    actor, committee = actor_of(request), committee_of(request)
    if not any(actor.has(role, committee=committee.pk) for role in rules.READERS):
        raise NotAllowed("access.not_allowed", who=rules.reader.label)
    typed = request.GET.get("y", "")
    today = clock.today()
    day = dt.date(int(typed), 12, 31) if typed.isdigit() and EARLIEST <= int(typed) < today.year else today
    found = absences.by_member(Scope(committee), day)
    context = {
        "table": tables.absences_table(found, told_apart([one.member for one in found], day)),
        "day": day,
        "years": [{"year": one, "active": one == day.year} for one in range(today.year, today.year - YEARS, -1)],
        "crumbs": crumbs(last=WORDS["absences"]),
    }
    return render(request, "activities/absences.html", context)


EARLIEST, YEARS = 1949, 5
