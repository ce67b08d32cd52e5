"""Who sits in the new term: the roster, the list, one person."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Actor, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import attempt, version_seen
from lvzhi.exchange import BadFile
from lvzhi.people.roster import template as empty_roster
from lvzhi.people.vocabulary import TEMPLATE_FILE
from lvzhi.turnover import actions, queries, rules, tables
from lvzhi.turnover.forms import EntrantForm, RosterForm, TwinForm, Wanted
from lvzhi.turnover.models import Entrant
from lvzhi.turnover.views.place import UNFIT, frame, prepared, seen
from lvzhi.turnover.vocabulary import DONE, ChangeState, Decided, Mark
from lvzhi.ui.paging import keyset

SHOWN, FOUND = 50, 200


@require_GET
def entrants(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The persons of the plan, narrowed; where none are, how to get them."""
    actor, found = seen(request, uid)
    form = Wanted(request.GET or None, change=found)
    wanted = form.wanted() if form.is_bound else {}
    rows = queries.entrants_of(
        found, mark=wanted.get("mark", ""), asks=bool(wanted.get("asks")), sector=wanted.get("sector", "")
    )
    page = keyset(rows, ("mark", "row", "id"), request.GET.get("cursor"), SHOWN, count=True)
    counted = queries.marks_of(found)
    empty, asked = not counted, sum(row["asked"] for row in counted.values())
    context = frame(
        found, "entrants", actor, form=form, table=tables.entrants(page, request.GET), empty=empty, asked=asked
    )
    return render(request, "turnover/entrants.html", context)


@require_http_methods(["GET", "POST"])
def roster(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a roster; with one wrong row nothing is taken, and every fault is listed."""
    actor, found = prepared(request, uid)
    form = RosterForm(request.POST or None, request.FILES or None)
    said: list[tuple[int, bool, str]] = []
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            read = actions.read_roster(actor, found, sent.read(), sent.name)
        except BadFile as problem:
            form.add_error("file", problem.sentence)
        except actions.BadRoster as problem:
            said = list(problem.read.said)
        except Refusal as refusal:
            form.add_error("file", refusal.sentence)
        else:
            facts = {"rows": read.rows, "carried": read.carried, "added": read.added, "gone": read.gone}
            messages.success(request, DONE["roster"].format(**facts))
            return redirect("turnover:entrants", found.uid)
    bad = [one for one in said if one[1]]
    shown = [*bad, *(one for one in said if not one[1])][:FOUND]
    context = frame(found, "entrants", actor, form=form, bad=len(bad), table=tables.findings(shown) if said else None)
    return render(request, "turnover/roster.html", context, status=UNFIT if form.errors or said else 200)


@require_POST
def take_over(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """Begin from the present list."""
    actor, found = prepared(request, uid)
    read = actions.take_over_present(actor, found)
    messages.success(request, DONE["present"].format(carried=read.carried))
    return redirect("turnover:entrants", found.uid)


@require_GET
def template(request: HttpRequest, uid: UUID) -> FileResponse:
    """An empty roster."""
    prepared(request, uid)
    return FileResponse(BytesIO(empty_roster()), as_attachment=True, filename=TEMPLATE_FILE)


@require_http_methods(["GET", "POST"])
def entrant(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One person: what the roster says, what is recorded; organs and posts of the new term."""
    actor = actor_of(request)
    row = queries.entrant_of(actor, uid)
    form = TwinForm(request.POST or None, entrant=row) if row.asks else EntrantForm(request.POST or None, entrant=row)
    if request.method == "POST" and attempt(form, lambda data: _save(request, actor, row, form, data)):
        messages.success(request, DONE["decided"] if row.asks else DONE["saved"])
        return redirect("turnover:entrants", row.change.uid)
    context = frame(
        row.change, "entrants", actor, row=row, form=form, tag=tables.mark_tag(row), work=tables.work_text(row),
        where=tables.row_text(row), gone=row.mark == Mark.GONE,
    ) | {"back": reverse("turnover:entrants", args=[row.change.uid])}  # fmt: skip
    return render(request, "turnover/entrant.html", context, status=UNFIT if form.errors else 200)


def _save(request: HttpRequest, actor: Actor, row: Entrant, form: Any, data: Any) -> None:
    if isinstance(form, TwinForm):
        member = form.members.get(data["decided"])
        decided = Decided.SAME.value if member is not None else Decided.ANOTHER.value
        actions.decide_twin(actor, row, decided, member)
        return
    version = version_seen(request)
    actions.alter_entrant(
        actor, row, seats=form.seats(), offices=data["offices"], number=data["number"],
        version=version,
    )  # fmt: skip


@require_POST
def mark(request: HttpRequest, uid: UUID, mark: str) -> HttpResponse:
    """Let somebody stay, or go."""
    actor = actor_of(request)
    row = queries.entrant_of(actor, uid)
    rules.office.check(actor, row.change)
    if mark in (Mark.CARRIED, Mark.GONE) and row.change.state == ChangeState.PREPARING:
        actions.mark_entrant(actor, row, mark)
        messages.success(request, DONE["saved"])
    return redirect("turnover:entrants", row.change.uid)
