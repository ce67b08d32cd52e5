"""The clerk's board of a session, and the list that units sign at the hand-over meeting."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_GET

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.models import Committee
from lvzhi.committee.queries import sessions_of
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.proposals import rules
from lvzhi.proposals.queries import board as counts
from lvzhi.proposals.views.place import committee_of
from lvzhi.proposals.vocabulary import HOLDERS, TONES, State, UnitRole
from lvzhi.ui.marks import Tag


def _place(request: HttpRequest) -> Committee:
    place = committee_of(request)
    actor = actor_of(request)
    if place is None or not any(actor.has(role, committee=place.pk) for role in (rules.CLERK, rules.HEAD)):
        raise NotAllowed("access.not_allowed", who=rules.clerk.label)
    return place


def _session(request: HttpRequest, sessions: list[Any]) -> Any:
    """The session asked for; all of them without one."""
    wanted = request.GET.get("session", "")
    return next((one for one in sessions if str(one.pk) == wanted), None)


@require_GET
def board(request: HttpRequest) -> HttpResponse:
    """Counts by step, what is overdue, whom it waits for."""
    place = _place(request)
    day = clock.today()
    sessions = list(sessions_of(place))
    session = _session(request, sessions)
    scope = Scope(place)
    found = {row["state"]: row for row in counts.by_step(scope, session, day)}
    steps = [
        {
            "state": state,
            "tag": Tag(str(State(state).label), TONES[State(state)]),  # type: ignore[arg-type]  # reason: the table holds tones
            "holder": HOLDERS[State(state)],
            "count": found[state]["count"],
            "late": found[state]["late"],
        }
        for state in State.values
        if state in found
    ]
    groups = [
        {"name": _category(place, row["category"], day), "group": _group(place, row["category"], day), **row}
        for row in counts.by_category(scope, session)
    ]
    context = {
        "sessions": sessions,
        "session": session,
        "steps": steps,
        "total": sum(step["count"] for step in steps),
        "late": sum(step["late"] for step in steps),
        "units": counts.by_unit(scope, session, day),
        "groups": groups,
        "days": counts.hand_over_days(scope, session),
        "today": day,
    }
    return render(request, "proposals/board.html", context)


def _category(place: Committee, code: str, day: date) -> str:
    return codes.name_of("proposals.category", place.pk, code, day) if code else ""


def _group(place: Committee, code: str, day: date) -> str:
    """The review group of a category (R1.34)."""
    if not code:
        return ""
    return str(codes.code("proposals.category", place.pk, code, day).extra.get("group") or "")


@require_GET
def hand_over(request: HttpRequest) -> HttpResponse:
    """The list of one day's hand-overs by unit, to be printed and signed (R1.53)."""
    place = _place(request)
    sessions = list(sessions_of(place))
    session = _session(request, sessions)
    scope = Scope(place)
    days = counts.hand_over_days(scope, session)
    day = parse_date(request.GET.get("day", "")) if request.GET.get("day", "") else None
    day = day or (days[0][0] if days else clock.today())
    rows = counts.handed_over_on(scope, session, day)
    units = [
        (unit, [(row, str(UnitRole(row.role).label)) for row in several])
        for unit, several in groupby(rows, key=lambda row: row.unit)
    ]
    context = {"place": place, "session": session, "day": day, "days": days, "units": units, "count": len(rows)}
    return render(request, "proposals/hand_over.html", context)
