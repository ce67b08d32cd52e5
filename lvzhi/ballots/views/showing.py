"""One ballot: where it is, how many have taken part, what it came to."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from lvzhi.access import Actor, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.ballots import queries, rules, tables
from lvzhi.ballots.models import Ballot
from lvzhi.ballots.vocabulary import NEXT, OUTCOME_WORDS, WORDS, Outcome, State, VoterState
from lvzhi.deadlines import clock
from lvzhi.journal.queries import histories
from lvzhi.norms import value
from lvzhi.workflow.engine import steps_open
from lvzhi.workflow.registry import workflow_of

FEW = 2  # times the smallest result that may be shown: below it, everybody agreeing tells what each one chose


@require_GET
def detail(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The page of a ballot."""
    actor = actor_of(request)
    ballot = queries.one(actor, uid)
    asked, counted = queries.lines(ballot), queries.turnout(ballot)
    own = queries.own_voter(actor, ballot) if ballot.state != State.DRAFT else None
    smallest = int(str(value("ballots.smallest_cut", ballot.committee_id, ballot.held_on)))
    context = {
        "ballot": ballot,
        "tag": tables.state_tag(ballot),
        "kind": tables.kind_name(ballot),
        "steps": _bar(ballot),
        "holder": workflow_of(Ballot).holders.get(ballot.state, ""),
        "next": NEXT[State(ballot.state)],
        "asked": asked,
        "turnout": counted,
        "own": own,
        "may_vote": own is not None and own.state == VoterState.WAITING and rules.may_cast(actor, own),
        "tellers": queries.tellers(ballot),
        "is_teller": rules.teller(actor, ballot),
        "keeps": rules.keeper(actor, ballot),
        "buttons": _buttons(ballot, actor),
        "few": ballot.state == State.DRAFT and 0 < counted.electors < FEW * smallest,
        "smallest": smallest,
        "few_online": ballot.state == State.OPEN and counted.paper and counted.online < smallest,
        "outcome": OUTCOME_WORDS.get(Outcome(ballot.outcome), "") if ballot.outcome else "",
        "result": _result(ballot, asked) if rules.sees_result(actor, ballot) else None,
        "events": histories([(ballot._meta.label_lower, ballot.uid)]),
    }
    return render(request, "ballots/detail.html", context)


def _bar(ballot: Ballot) -> list[dict[str, Any]]:
    phases = workflow_of(Ballot).phases
    here = next((at for at, (_, states) in enumerate(phases) if ballot.state in states), None)
    done = ballot.state == State.ANNOUNCED
    bar = []
    for at, (label, _) in enumerate(phases):
        state = "skipped" if here is None else "done" if done or at < here else "current" if at == here else "next"
        bar.append({"label": label, "state": state, "date": None})
    return bar


def _buttons(ballot: Ballot, actor: Actor) -> list[dict[str, Any]]:
    """What the actor may do now; counting has a page of its own, which nothing keeps."""
    return [
        {
            "step": step,
            "url": reverse("ballots:count", args=[ballot.uid])
            if step.key == "count"
            else reverse("ballots:step", args=[ballot.uid, step.key]),
        }
        for step in steps_open(ballot, actor)
    ]


def _result(ballot: Ballot, asked: queries.Lines) -> list[Any]:
    """The whole result, then that of each group that may be shown."""
    several = len(asked.items) > 1
    whole = tables.result_table(queries.result(ballot, asked), several, "")
    parts = [
        tables.result_table(queries.result(ballot, asked, group), several, group)
        for group in queries.shown_groups(ballot)
    ]
    return [whole, *parts]


@require_GET
def turnout(request: HttpRequest, uid: UUID) -> HttpResponse:
    """How many have taken part, as the page asks again and again while it stands open."""
    ballot = queries.one(actor_of(request), uid)
    context = {"ballot": ballot, "turnout": queries.turnout(ballot)}
    return render(request, "ballots/_turnout.html", context)


@require_GET
def sheet(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The result on paper, with room for the tellers to sign. Raises `Refusal` where there is none to show."""
    actor = actor_of(request)
    ballot = queries.one(actor, uid)
    if not rules.sees_result(actor, ballot):
        raise Refusal("ballots.not_shown")
    asked = queries.lines(ballot)
    context = {
        "ballot": ballot,
        "kind": tables.kind_name(ballot),
        "result": _result(ballot, asked),
        "turnout": queries.turnout(ballot),
        "tellers": ballot.counted_by.split(WORDS["joiner"]),
        "today": clock.today(),
    }
    return render(request, "ballots/sheet.html", context)
