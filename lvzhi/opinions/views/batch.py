"""Several items through one step of screening: each is a step of its own, with its own line and its own notices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from lvzhi.access import Actor, Missing, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.opinions import queries, tables
from lvzhi.opinions.queries import address
from lvzhi.opinions.views.place import UNFIT, place
from lvzhi.opinions.vocabulary.words import BATCH_HINTS, BATCHES
from lvzhi.opinions.workflow import WORKFLOWS
from lvzhi.workflow import engine

MOST: Final = 50  # on one page: as many as an editor looks through before sending


@require_http_methods(["GET", "POST"])
def batch(request: HttpRequest, key: str) -> HttpResponse:
    """Offer what waits for the step; take it for each that was ticked, and say what came of each.

    Raises:
        Missing: no such batch.
        NotAllowed: no editor.
    """
    if key not in BATCHES:
        raise Missing("opinions.unknown")
    actor, committee = actor_of(request), place(request, edits=True)
    step = WORKFLOWS["concern"].step(key)
    context: dict[str, Any] = {
        "key": key, "name": BATCHES[key], "hint": BATCH_HINTS[key], "most": MOST,
        "tabs": [(one, name, one == key) for one, name in BATCHES.items()],
    }  # fmt: skip
    wanted = [int(one) for one in request.POST.getlist("chosen") if one.isdigit()][:MOST]
    if wanted:
        done = [_take(actor, key, row, request.POST) for row in queries.chosen(committee, wanted)]
        fine = sum(1 for one in done if not one["refused"])
        return render(request, "opinions/batched.html", context | {"done": done, "fine": fine})
    if request.method == "POST":
        context["problem"] = Refusal("opinions.batch_none").sentence
    rows = queries.offered(actor, committee, step)[:MOST]
    context["rows"] = [{"row": row, "by": queries.reported_by(row), "url": address(row)} for row in rows]
    return render(request, "opinions/batch.html", context, status=UNFIT if request.method == "POST" else 200)


def _take(actor: Actor, key: str, row: Any, data: Mapping[str, Any]) -> dict[str, Any]:
    """What came of one: a step like any other, refused for itself alone; sent twice it is taken once."""
    said: dict[str, Any] = {"title": row.current_title, "url": address(row), "refused": ""}
    answers = {"ground": data.get("ground", ""), "use_note": ""}
    try:
        after = engine.take(row, key, actor, answers, once=f"{data.get('once', '')}-{row.pk}")
    except Refusal as refusal:
        return said | {"refused": refusal.sentence}
    return said | {"tag": tables.state_tag(after)}
