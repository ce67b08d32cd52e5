"""Excellent proposals: the selections, one selection with its candidates and their reasons, its steps, its export."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from lvzhi.access import Missing, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.exchange.sheets import write_xlsx
from lvzhi.journal.lines import line
from lvzhi.journal.queries import timeline
from lvzhi.proposals.actions.choosing import Quota, open_selection, quota_of
from lvzhi.proposals.forms.choosing import OpenSelectionForm
from lvzhi.proposals.models import Selection
from lvzhi.proposals.queries import choosing as reads
from lvzhi.proposals.rules import choosing as rights
from lvzhi.proposals.tables import choosing as tables
from lvzhi.proposals.views.place import committee_of
from lvzhi.proposals.vocabulary.choosing import (
    DEFAULT_NAME,
    EXCELLENT_DONE,
    EXCELLENT_EXPORT,
    REACHED_TONES,
    SELECTION_HOLDERS,
    SELECTION_PHASES,
    Nominator,
    Reached,
    SelectionState,
)
from lvzhi.proposals.workflow import SELECTION
from lvzhi.ui.marks import Tag
from lvzhi.workflow import pages
from lvzhi.workflow.engine import steps_open

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "POST"])
def excellent(request: HttpRequest) -> HttpResponse:
    """The selections of one's committee; for the clerk the beginning of another."""
    actor, place = actor_of(request), committee_of(request)
    may_open = place is not None and place.pk in rights.places(actor, "clerk", "proposal_head")
    form = None
    if may_open and place is not None:
        form = OpenSelectionForm(request.POST if request.method == "POST" else None, initial=_initial())
        if request.method == "POST" and form.is_valid():
            data = form.cleaned_data
            try:
                made = open_selection(
                    actor, place, data["name"], data["starts"], data["ends"], once=request.POST.get("once")
                )
            except Refusal as refusal:
                form.add_error(refusal.field if refusal.field in form.fields else None, refusal.sentence)
            else:
                messages.success(request, EXCELLENT_DONE["opened"])
                return redirect("proposals:excellent_one", made.uid)
    elif request.method == "POST":
        raise NotAllowed("access.not_allowed", who=rights.may_open.label)
    rows = list(reads.selections(actor, Scope(place))) if place is not None else []
    context = {"table": tables.selections_table(rows), "form": form}
    return render(request, "proposals/excellent.html", context, status=422 if form and form.errors else 200)


def _initial() -> dict[str, Any]:
    day = clock.today()
    year = day.year
    return {"name": DEFAULT_NAME.format(year=year), "starts": day.replace(month=1, day=1), "ends": day}


@require_GET
def selection(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One selection: where it is, the quota with its reckoning, candidates with all reasons, in order of numbers."""
    actor = actor_of(request)
    row = reads.selection_of(actor, uid)
    found, hidden = reads.candidates_seen(actor, row)
    context = {
        "selection": row,
        "tag": tables.selection_tag(row),
        "bar": _bar(row),
        "holder": SELECTION_HOLDERS.get(SelectionState(row.state), ""),
        "quota": quota_of(row, row.decided_on or clock.today()),
        "candidates": [_candidate(one) for one in found],
        "chosen": sum(one.reached == Reached.CHOSEN for one in found),
        "hidden": hidden,
        "buttons": [
            {"step": step, "url": reverse("proposals:excellent_step", args=[row.uid, step.key])}
            for step in steps_open(row, actor)
        ],
        "events": timeline(row._meta.label_lower, row.uid),
        "may_export": row.committee_id in rights.places(actor, "clerk", "proposal_head", "secretary_general"),
    }
    return render(request, "proposals/excellent_one.html", context)


def _bar(row: Selection) -> list[dict[str, Any]]:
    here = next(place for place, (_, states) in enumerate(SELECTION_PHASES) if row.state in states)
    ended = row.state == SelectionState.DECIDED
    return [
        {"label": label, "state": "done" if place < here or ended else "current" if place == here else "next",
         "date": row.decided_on if ended and place == here else None}
        for place, (label, _) in enumerate(SELECTION_PHASES)
    ]  # fmt: skip


def _opened(row: Any) -> str:
    """Where the reader may go: the proposal, what was published of it, or nowhere."""
    if row.whole:
        return reverse("proposals:detail", args=[row.proposal.uid])
    return reverse("proposals:publication", args=[row.public]) if row.public else ""


def _candidate(row: Any) -> dict[str, Any]:
    reached = Reached(row.reached)
    return {
        "proposal": row.proposal,
        "url": _opened(row),
        "tag": Tag(str(reached.label), REACHED_TONES[reached]),  # type: ignore[arg-type]  # reason: the table holds tones
        "reasons": [(str(Nominator(one.kind).label), one) for one in row.nominations.all()],
    }


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, uid: UUID, key: str) -> HttpResponse:
    """Ask what the step asks; take it.

    Raises:
        Missing: no such selection or step.
        NotAllowed: the step is another's.
    """
    row = reads.selection_of(actor_of(request), uid)
    if not SELECTION.has_step(key):
        raise Missing("workflow.unknown", key=key)
    frame = pages.Frame(title=row.name, back=reverse("proposals:excellent_one", args=[row.uid]))
    return pages.step(request, SELECTION, row, key, frame)


@require_GET
def export(request: HttpRequest, uid: UUID) -> FileResponse:
    """Candidates with all reasons as a sheet, for the meetings; the journal keeps who took it.

    Raises:
        NotAllowed: neither the proposal committee nor the secretary-general.
    """
    actor = actor_of(request)
    row = reads.selection_of(actor, uid)
    if row.committee_id not in rights.places(actor, "clerk", "proposal_head", "secretary_general"):
        raise NotAllowed("access.not_allowed", who=rights.deliberates.label)
    rows = list(reads.candidates(row))
    with line(actor, "proposals.excellent_exported", subject=row, committee=row.committee_id, count=len(rows)):
        pass
    quota: Quota = quota_of(row, row.decided_on or clock.today())
    head = EXCELLENT_EXPORT["head"].format(name=row.name, base=quota.base, quota=quota.count)
    book = BytesIO()
    cells = ([read(one) for _, read in tables.EXPORTED] for one in rows)
    write_xlsx(book, EXCELLENT_EXPORT["title"], [field for field, _ in tables.EXPORTED], cells, head_lines=(head,))
    book.seek(0)
    name = EXCELLENT_EXPORT["name"].format(day=clock.today().isoformat())
    return FileResponse(book, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX)
