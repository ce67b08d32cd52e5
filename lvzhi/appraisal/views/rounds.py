"""Rounds: the list, opening one, its page with the ledger, the steps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Actor, NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.appraisal import actions, queries, rules, tables, ties
from lvzhi.appraisal.forms import OpenForm
from lvzhi.appraisal.models import StaffLine, StaffRound
from lvzhi.appraisal.queries import line_address, round_address
from lvzhi.appraisal.views.place import UNFIT, place
from lvzhi.appraisal.vocabulary import DONE, HOLDERS, NEXT, LineState, State
from lvzhi.appraisal.workflow import LINE, ROUND
from lvzhi.ballots import rules as ballot_rules
from lvzhi.ballots.vocabulary import State as BallotState
from lvzhi.committee.web import attempt
from lvzhi.deadlines import clock
from lvzhi.files.queries import of as files_of
from lvzhi.journal.queries import timeline
from lvzhi.people.queries.picking import found_persons, told_apart
from lvzhi.ui.paging import keyset
from lvzhi.workflow import clocks, pages
from lvzhi.workflow.declare import Workflow
from lvzhi.workflow.engine import steps_open

SHOWN = 40
MOST = 20
TONES = {"main": 0, "plain": 1, "danger": 2}
KINDS: dict[str, Workflow] = {"round": ROUND, "line": LINE}
FOUND: dict[str, tuple[Callable[[Actor, Any], Any], Callable[[Any], str]]] = {
    "round": (queries.round_of, round_address), "line": (queries.line_of, line_address),
}  # fmt: skip


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Rounds of the committee, the newest first."""
    actor, committee = actor_of(request), place(request)
    page = keyset(
        queries.rounds_seen(actor, committee), ("-ends_on", "-id"), request.GET.get("cursor"), SHOWN, count=True
    )
    context = {"table": tables.rounds_table(page, request.GET), "keeps": rules.keeps(actor, committee.pk)}
    return render(request, "appraisal/list.html", context)


@require_http_methods(["GET", "POST"])
def open_one(request: HttpRequest) -> HttpResponse:
    """Open a quarter or a year."""
    actor, committee = actor_of(request), place(request)
    if not rules.keeps(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    once = request.POST.get("once")
    known = actions.begun(actor, once)
    if known is not None:
        return redirect(round_address(known))
    form = OpenForm(request.POST or None, committee=committee)
    made: list[StaffRound] = []

    def do(data: dict[str, Any]) -> None:
        made.append(actions.open_round(actor, committee, data | form.chosen(), once=once))

    if request.method == "POST" and attempt(form, do):
        messages.success(request, DONE["opened"].format(count=len(queries.lines_of(made[0]))))
        return redirect(round_address(made[0]))
    return render(request, "appraisal/open.html", {"form": form}, status=UNFIT if form.errors else 200)


@require_GET
def pick(request: HttpRequest) -> HttpResponse:
    """Members and staff by typed text, for who names a leader."""
    committee = place(request)
    typed = request.GET.get("q") or request.GET.get(f"{request.GET.get('of', '')}__typed", "")
    rows = list(found_persons(committee, typed, clock.today())[:MOST])
    names = told_apart(committee, rows)
    options = [(str(row.pk), names[row.pk], row.work) for row in rows]
    return render(request, "ui/picker_options.html", {"options": options})


def _bar(appraisal: StaffRound) -> list[dict[str, str]]:
    """The step bar."""
    now = next(at for at, (_, states) in enumerate(ROUND.phases) if appraisal.state in states)
    done = appraisal.state == State.ARCHIVED
    return [
        {"label": label, "state": "done" if at < now or done else "current" if at == now else "next"}
        for at, (label, _) in enumerate(ROUND.phases)
    ]


@require_GET
def one(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A round: where it is, what comes next; the ledger for who reads it, the own line for everybody in it."""
    actor = actor_of(request)
    appraisal = queries.round_of(actor, uid)
    whole = rules.reader(actor, appraisal)
    lines = queries.lines_of(appraisal) if whole else _near(actor, appraisal)
    own = next((line for line in lines if rules.oneself(actor, line)), None)
    voted = queries.votes(appraisal) if whole else {}
    open_steps = sorted(steps_open(appraisal, actor), key=lambda step: TONES[step.tone])
    state = State(appraisal.state)
    context = {
        "appraisal": appraisal, "tag": tables.round_tag(appraisal), "steps": _bar(appraisal), "whole": whole,
        "holder": HOLDERS[state], "next": NEXT[state], "own": own,
        "running": clocks.running(ROUND, appraisal) if not appraisal.voided_at else None,
        "left": clocks.left(appraisal.due_on, appraisal.committee_id), "buttons": open_steps,
        "table": tables.lines_table(appraisal, lines, voted, own) if whole else None,
        "commenting": [] if whole else [line for line in lines if rules.leads(actor, line)],
        "progress": _progress(lines), "counts": _counts(appraisal, lines) if whole else [],
        "quota": _quota(appraisal, lines) if whole else None,
        "ballot_words": str(BallotState(appraisal.ballot.state).label) if appraisal.ballot else "",
        "ballot_url": _ballot_url(actor, appraisal), "may_void": rules.keeper(actor, appraisal),
        "files": files_of(appraisal._meta.label_lower, appraisal.uid) if whole else [],
        "add_url": reverse("files:add", args=[ties.ROUND, uid]) if ties.may_add(actor, appraisal) else "",
        "events": timeline(appraisal._meta.label_lower, appraisal.uid) if whole else [],
    }  # fmt: skip
    return render(request, "appraisal/round.html", context)


def _near(actor: Actor, appraisal: StaffRound) -> list[StaffLine]:
    """The reader's own line, and those the reader comments on."""
    return [line for line in queries.lines_of(appraisal) if rules.oneself(actor, line) or rules.leads(actor, line)]


def _progress(lines: list[StaffLine]) -> dict[str, int]:
    judged = [line for line in lines if line.state != LineState.EXEMPT]
    return {
        "all": len(lines), "judged": len(judged), "written": sum(bool(line.text) for line in judged),
        "commented": sum(bool(line.comment) for line in judged),
        "attended": sum(line.due_days is not None for line in judged),
    }  # fmt: skip


def _counts(appraisal: StaffRound, lines: list[StaffLine]) -> list[tuple[str, int]]:
    """How many of each grade, in the order of the table, once they are decided."""
    if appraisal.state not in (State.DECIDED, State.ARCHIVED):
        return []
    return [(one.name, sum(line.grade == one.code for line in lines)) for one in queries.grades(appraisal)]


def _quota(appraisal: StaffRound, lines: list[StaffLine]) -> dict[str, Any]:
    base = sum(line.state != LineState.EXEMPT for line in lines)
    limited = next((one.name for one in queries.grades(appraisal) if one.extra.get("limited")), "")
    return {"of": queries.quota(appraisal, base, approved=bool(appraisal.approval)), "grade": limited}


def _ballot_url(actor: Actor, appraisal: StaffRound) -> str:
    """The ballot's page, for whoever may know of it."""
    ballot = appraisal.ballot
    if ballot is None or not ballot_rules.visible(actor, ballot):
        return ""
    return reverse("ballots:detail", args=[ballot.uid])


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, kind: str, uid: UUID, key: str) -> HttpResponse:
    """Ask what the step asks; take it."""
    workflow = pages.wanted(KINDS, kind, key)
    find, address = FOUND[kind]
    record = find(actor_of(request), uid)
    return pages.step(request, workflow, record, key, pages.Frame(title=str(record), back=address(record)))


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a mis-entered round out of every figure."""
    appraisal = queries.round_of(actor_of(request), uid)
    return pages.void(request, appraisal, rules.keeper, title=str(appraisal), back=round_address(appraisal))


@require_POST
def restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring it back."""
    appraisal = queries.round_of(actor_of(request), uid)
    return pages.restore(request, appraisal, rules.keeper, back=round_address(appraisal))
