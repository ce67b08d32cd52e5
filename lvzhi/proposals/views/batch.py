"""Several proposals through one step: each is a step of its own, with its own line and its own notices."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from lvzhi.access import Actor, Missing, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.proposals import rules, tables
from lvzhi.proposals.forms.batch import OFFERS, ROWS, BatchRow
from lvzhi.proposals.queries.batch import MOST, named, offered
from lvzhi.proposals.views.place import committee_of
from lvzhi.proposals.vocabulary.batch import BATCH_EMPTY, BATCH_HINTS, BATCH_NAMES
from lvzhi.proposals.workflow import PROPOSAL
from lvzhi.workflow import engine
from lvzhi.workflow.clocks import left


@require_http_methods(["GET", "POST"])
def batch(request: HttpRequest, key: str) -> HttpResponse:
    """Offer what waits for the step; take it for each that was chosen, and say what came of each.

    Raises:
        Missing: no such batch.
        NotAllowed: not the clerk.
    """
    if key not in ROWS:
        raise Missing("proposals.batch_unknown", key=key)
    actor, place = actor_of(request), committee_of(request)
    if place is None or not any(actor.has(role, committee=place.pk) for role in (rules.CLERK, rules.HEAD)):
        raise NotAllowed("access.not_allowed", who=rules.clerk.label)
    context: dict[str, Any] = {
        "key": key, "name": BATCH_NAMES[key], "hint": BATCH_HINTS[key], "empty": BATCH_EMPTY[key], "most": MOST,
        "tabs": [(one, name, one == key) for one, name in BATCH_NAMES.items()],
    }  # fmt: skip
    wanted = _wanted(request)
    if wanted:
        offer = OFFERS[key](place, clock.as_day(actor.at))
        forms = [ROWS[key](request.POST, row, offer) for row in named(place, wanted)]
        done = [_take(actor, key, form, request.POST) for form in forms]
        fine = sum(1 for one in done if not one["refused"])
        context |= {"done": done, "fine": fine, "refused": len(done) - fine, "today": clock.today()}
        return render(request, "proposals/batched.html", context)
    if request.method == "POST":
        context["problem"] = Refusal("proposals.batch_none").sentence
    context["rows"] = [_row(form) for form in _forms(actor, place, key, every=bool(request.GET.get("all")))]
    return render(request, "proposals/batch.html", context, status=422 if request.method == "POST" else 200)


def _wanted(request: HttpRequest) -> list[int]:
    """The proposals ticked, by key."""
    found = (re.fullmatch(r"p(\d+)-chosen", name) for name in request.POST)
    return [int(one[1]) for one in found if one][:MOST]


def _forms(actor: Actor, place: Committee, key: str, *, every: bool) -> list[BatchRow]:
    offer = OFFERS[key](place, clock.as_day(actor.at))
    rows = list(offered(actor, place, PROPOSAL.step(key))[:MOST])
    return [ROWS[key](None, row, offer, chosen=every) for row in rows]


def _row(form: BatchRow) -> dict[str, Any]:
    row = form.proposal
    return {
        "form": form,
        "proposal": row,
        "url": tables.address(row),
        "tag": tables.state_tag(row),
        "left": left(row.due_on, row.committee_id),
        "asks": [form[name] for name in form.fields if name != "chosen"],
        "wished": getattr(form, "wished", ()),
    }


def _take(actor: Actor, key: str, form: BatchRow, data: Any) -> dict[str, Any]:
    """What came of one: a step like any other, refused for itself alone; sent twice it is taken once."""
    row = form.proposal
    said: dict[str, Any] = {"title": f"{row.called} {row.title}", "url": tables.address(row), "refused": ""}
    form.is_valid()
    answers = form.answers() | {"words": data.get("words", "")}
    try:
        after = engine.take(row, key, actor, answers, once=f"{data.get('once', '')}-{row.pk}")
    except Refusal as refusal:
        return said | {"refused": refusal.sentence}
    return said | {"after": tables.state_tag(after), "title": f"{after.called} {after.title}"}
