"""The yearly appraisal: the list, opening one, its page, one member's account and result."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Actor
from lvzhi.accounts.actors import actor_of
from lvzhi.ballots import rules as ballot_rules
from lvzhi.ballots.vocabulary import State as BallotState
from lvzhi.committee.web import attempt
from lvzhi.deadlines import clock
from lvzhi.journal.queries import timeline
from lvzhi.party import actions, queries, rules, tables
from lvzhi.party.forms import AppraiseForm
from lvzhi.party.models import Appraisal
from lvzhi.party.queries.addresses import appraisal_address, body_address
from lvzhi.party.views.place import UNFIT, place
from lvzhi.party.vocabulary import (
    APPRAISAL,
    APPRAISAL_HOLDERS,
    APPRAISAL_NEXT,
    DONE,
    AppraisalState,
    LineState,
)
from lvzhi.party.workflow import APPRAISAL as WAY
from lvzhi.ui.paging import keyset
from lvzhi.workflow import clocks, pages
from lvzhi.workflow.engine import steps_open

SHOWN = 40


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Appraisals of the committee that the reader may see, the newest year first."""
    actor, committee = actor_of(request), place(request)
    rows = queries.appraisals_seen(actor, committee)
    page = keyset(rows, ("-year", "-id"), request.GET.get("cursor"), SHOWN, count=True)
    return render(request, "party/appraisals.html", {"table": tables.appraisals_table(page, request.GET)})


@require_http_methods(["GET", "POST"])
def appraise(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Open a branch's appraisal of a year."""
    actor = actor_of(request)
    body = queries.body_of(actor, uid)
    rules.writes.check(actor, body)
    form = AppraiseForm(request.POST or None, body=body)
    made: list[Appraisal] = []

    def do(data: dict[str, Any]) -> None:
        made.append(actions.open_appraisal(actor, body, data, once=request.POST.get("once")))

    if request.method == "POST" and attempt(form, do):
        messages.success(request, DONE["appraised"].format(count=len(queries.lines_of(made[0]))))
        return redirect(appraisal_address(made[0]))
    context = {
        "form": form, "title": DONE["appraise"].format(name=body.name), "back": body_address(body),
        "hint": DONE["appraise_hint"],
    }  # fmt: skip
    return render(request, "party/form.html", context, status=UNFIT if form.errors else 200)


def _bar(appraisal: Appraisal) -> list[dict[str, str]]:
    """The step bar."""
    places = [place for place, (_, states) in enumerate(WAY.phases) if appraisal.state in states]
    now = places[0] if places else 0
    done = appraisal.state == AppraisalState.CONFIRMED
    return [
        {"label": label, "state": "done" if place < now or done else "current" if place == now else "next"}
        for place, (label, _) in enumerate(WAY.phases)
    ]


@require_GET
def one(request: HttpRequest, uid: UUID) -> HttpResponse:
    """An appraisal: where it is, what comes next; all lines for who reads grades, the own one for a member."""
    actor = actor_of(request)
    appraisal = queries.appraisal_of(actor, uid)
    appraisal.body.committee = appraisal.committee
    whole = rules.appraisal.grades_seen(actor, appraisal)
    lines = queries.lines_of(appraisal) if whole else []
    day = appraisal.meeting.held_on if appraisal.meeting else clock.today()
    graded = appraisal.state in (AppraisalState.GRADED, AppraisalState.CONFIRMED)
    kept = rules.writes(actor, appraisal.body)
    state = AppraisalState(appraisal.state)
    context = {
        "appraisal": appraisal, "tag": tables.appraisal_tag(appraisal), "steps": _bar(appraisal), "whole": whole,
        "holder": APPRAISAL_HOLDERS[state], "next": APPRAISAL_NEXT[state],
        "running": clocks.running(WAY, appraisal) if not appraisal.voided_at else None,
        "left": clocks.left(appraisal.due_on, appraisal.committee_id),
        "buttons": [step for step in steps_open(appraisal, actor) if step.key != "meet" or _may_meet(appraisal)],
        "table": tables.lines_table(lines, queries.votes(appraisal) if whole else {}, day, graded=graded),
        "counts": _counts(lines, day) if graded and whole else [], "written": queries.written(lines), "lines": lines,
        "mine": None if whole else queries.own_line(actor, appraisal),
        "own": next((line for line in lines if rules.appraisal.oneself(actor, line)), None),
        "hold_url": _hold_url(appraisal) if kept and state == AppraisalState.ACCOUNTS else "",
        "ballot_words": str(BallotState(appraisal.ballot.state).label) if appraisal.ballot else "",
        "ballot_url": _ballot_url(actor, appraisal), "may_void": rules.keeper(actor, appraisal),
        "events": timeline(appraisal._meta.label_lower, appraisal.uid), "back": body_address(appraisal.body),
    }  # fmt: skip
    return render(request, "party/appraisal.html", context)


def _may_meet(appraisal: Appraisal) -> bool:
    return queries.meetings_appraising(appraisal).exists()


def _hold_url(appraisal: Appraisal) -> str:
    return f"{reverse('party:plan', args=[appraisal.body.uid])}?kind={APPRAISAL}"


def _ballot_url(actor: Actor, appraisal: Appraisal) -> str:
    """The ballot's page, for whoever may know of it."""
    ballot = appraisal.ballot
    if ballot is None or not ballot_rules.visible(actor, ballot):
        return ""
    return reverse("ballots:detail", args=[ballot.uid])


def _counts(lines: list[Any], day: Any) -> list[tuple[str, int]]:
    """How many of each grade, in the order of the table."""
    names = [tables.grade_words(line, day) for line in lines]
    known = [one.name for one in queries.grades(lines[0].committee_id, day)] if lines else []
    return [(name, names.count(name)) for name in dict.fromkeys([*known, *names]) if names.count(name)]


@require_GET
def line(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One member's account and, once confirmed, the grade: for the member and who reads all grades."""
    actor = actor_of(request)
    row = queries.line_of(actor, uid)
    appraisal = row.appraisal
    told = row.state == LineState.TOLD
    graded = appraisal.state in (AppraisalState.GRADED, AppraisalState.CONFIRMED)
    day = appraisal.meeting.held_on if appraisal.meeting else clock.today()
    shows = told or (graded and rules.appraisal.line_board(actor, row))
    context = {
        "row": row, "appraisal": appraisal, "tag": tables.line_tag(row), "buttons": steps_open(row, actor),
        "grade": tables.grade_words(row, day) if shows else "", "told": told,
        "back": appraisal_address(appraisal), "events": timeline(row._meta.label_lower, row.uid),
    }  # fmt: skip
    return render(request, "party/appraised.html", context)


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a mis-entered appraisal out of every figure."""
    appraisal = queries.appraisal_of(actor_of(request), uid)
    return pages.void(request, appraisal, rules.keeper, title=str(appraisal), back=appraisal_address(appraisal))


@require_POST
def restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring it back."""
    appraisal = queries.appraisal_of(actor_of(request), uid)
    return pages.restore(request, appraisal, rules.keeper, back=appraisal_address(appraisal))
