"""Key proposals: what a leader leads with the next step of each, the others, and the selection (R1.97–R1.99)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from lvzhi.access import Actor, NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.norms import codes
from lvzhi.proposals import queries, rules, tables
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.queries import keys as reads
from lvzhi.proposals.rules import keys as rights
from lvzhi.proposals.views.lists import CARDS, cards
from lvzhi.proposals.views.place import committee_of
from lvzhi.proposals.vocabulary.keys import (
    CANDIDATE_TONES,
    NOT_YET,
    STANCE_TONES,
    CandidateState,
    Stance,
)
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import keyset
from lvzhi.workflow.clocks import left
from lvzhi.workflow.engine import steps_open

MOST = 50  # nobody leads more in a session; candidates of a session


@require_GET
def key(request: HttpRequest) -> HttpResponse:
    """Key proposals: those the actor leads, each with its acts and its next step, and the others."""
    actor = actor_of(request)
    led = list(reads.led_with_acts(actor)[:MOST])
    others = queries.key_ones(actor).exclude(pk__in=[one.pk for one in led])
    page = keyset(queries.listed(others), ("-id",), request.GET.get("cursor"), CARDS)
    context = {
        "led": [{**card, **_leading(card["proposal"])} for card in _with_leaders(led)],
        "all": _with_leaders(list(page.items)),
        "page": page,
        "may_select": _sees_selection(actor),
    }
    return render(request, "proposals/key.html", context)


def _sees_selection(actor: Actor) -> bool:
    return bool(rules.reads_all(actor) or actor.organs("organ_head"))


def _with_leaders(rows: list[Proposal]) -> list[dict[str, Any]]:
    found = cards(rows)
    for card in found:
        card["leaders"] = list(card["proposal"].leadings.all())
    return found


def _leading(proposal: Any) -> dict[str, Any]:
    """What the leader asks: who handles it, what was done last, what comes next and by when, what is promised."""
    done = [act(row) for row in proposal.supervisions.all()]
    next_one = next((one["row"] for one in done if one["row"].next_on or one["row"].next_step), None)
    promises = list(proposal.promises.all())
    return {
        "acts": done,
        "last": done[0] if done else None,
        "coming": next_one,
        "coming_left": left(next_one.next_on, proposal.committee_id) if next_one is not None else None,
        "promises": promises,
        "supervise": reverse("proposals:step", args=["proposal", proposal.uid, "supervise"]),
    }


def act(row: Any) -> dict[str, Any]:
    """An act of supervision in words."""
    place, day = row.committee_id, row.held_on
    return {
        "row": row,
        "way": codes.name_of("proposals.supervise_way", place, row.way, day),
        "form": codes.name_of("proposals.supervise_form", place, row.form, day),
    }


def candidate(row: Any, actor: Actor) -> dict[str, Any]:
    """A candidate with every opinion asked, and what the actor may do with it."""
    state = CandidateState(row.state)
    opinions = []
    for one in row.opinions.all():
        stance = Stance(one.stance) if one.stance else None
        tag = Tag(str(stance.label), STANCE_TONES[stance]) if stance else Tag(NOT_YET, "later")  # type: ignore[arg-type]  # reason: the table holds tones
        opinions.append({"row": one, "body": one.organ.name, "tag": tag})
    said = sum(1 for one in opinions if one["row"].given_on)
    return {
        "row": row,
        "proposal": row.proposal,
        "url": tables.address(row.proposal),
        "tag": Tag(str(state.label), CANDIDATE_TONES[state]),  # type: ignore[arg-type]  # reason: as above
        "left": left(row.due_on, row.committee_id),
        "opinions": opinions,
        "said": said,
        "steps": [
            {"step": step, "url": reverse("proposals:step", args=["candidate", row.uid, step.key])}
            for step in steps_open(row, actor)
        ],
    }


@require_GET
def selection(request: HttpRequest) -> HttpResponse:
    """The selection of key proposals: candidates, opinions asked and given, what was decided.

    Raises:
        NotAllowed: the actor neither reads the committee's proposals nor heads a body that may be asked.
    """
    actor = actor_of(request)
    if not _sees_selection(actor):
        raise NotAllowed("access.not_allowed", who=rights.visible_candidate.label)
    rows = [candidate(row, actor) for row in reads.candidates(actor, committee_of(request))[:MOST]]
    open_ones = [one for one in rows if one["row"].decided_on is None]
    context = {"open": open_ones, "decided": [one for one in rows if one["row"].decided_on is not None]}
    return render(request, "proposals/selection.html", context)
