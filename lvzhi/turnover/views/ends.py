"""What becomes of loose ends: by kind, and one by one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from lvzhi.access import Actor, Missing
from lvzhi.committee.web import attempt
from lvzhi.turnover import actions, queries, tables
from lvzhi.turnover.forms import WayForm
from lvzhi.turnover.models import Change
from lvzhi.turnover.queries import End
from lvzhi.turnover.queries.ends import readable, singles
from lvzhi.turnover.views.place import UNFIT, frame, prepared, seen
from lvzhi.turnover.vocabulary import DONE, WORDS, ChangeState, Way

SHOWN = 200
OVER = (ChangeState.CARRIED_OUT, ChangeState.SEALED)


def items(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The kinds of loose end with what becomes of them; after the run, what became of each."""
    actor, found = seen(request, uid)
    if found.state in OVER:
        rows = queries.written_down(found)
        kinds: dict[str, list[Any]] = {}
        for row in rows[:SHOWN]:
            kinds.setdefault(row.kind, []).append(row)
        context = frame(found, "items", actor, done=list(kinds.items()), count=rows.count(), shown=SHOWN)
        return render(request, "turnover/items_done.html", context)
    ends = queries.loose_ends(found)
    rows_of = [(end, tables.way_tag(end.decision.way if end.decision else end.way)) for end in ends]
    context = frame(found, "items", actor, ends=rows_of, total=sum(end.count for end in ends))
    return render(request, "turnover/items.html", context)


def _end(change: Change, kind: str) -> End:
    found = next((end for end in queries.loose_ends(change) if end.key == kind), None)
    if found is None:
        raise Missing("turnover.item_gone")
    return found


@require_http_methods(["GET", "POST"])
def kind(request: HttpRequest, uid: UUID, kind: str) -> HttpResponse:
    """One kind: what becomes of all of it, and the records with what becomes of each."""
    actor, found = seen(request, uid)
    end = _end(found, kind)
    form = _form(request, end, found, end.decision)
    if request.method == "POST" and attempt(form, lambda data: _decide(actor, found, end, None, data)):
        messages.success(request, DONE["saved"])
        return redirect("turnover:items", found.uid)
    own = {one: row for (key, one), row in singles(found).items() if key == kind}
    records = list(queries.ends_of(end, found)[:SHOWN])
    known = readable(end, actor, [one.uid for one in records])
    rows = [_row(end, record, own, known) for record in records]
    context = frame(
        found, "items", actor, end=end, form=form, table=tables.items(found, rows, kind), more=end.count - len(rows)
    ) | {"back": reverse("turnover:items", args=[found.uid])}  # fmt: skip
    return render(request, "turnover/kind.html", context, status=UNFIT if form.errors else 200)


def _row(end: End, record: Any, own: Any, known: set[UUID]) -> tuple[Any, str, str, str, Any]:
    way, decision = queries.way_of(end, record.uid, own)
    title = queries.title_of(record) if record.uid in known else WORDS["hidden"]
    return record, title, end.workflow.label(record.state), way, decision


def _title(actor: Actor, end: End, record: Any) -> str:
    return queries.title_of(record) if readable(end, actor, [record.uid]) else WORDS["hidden"]


def _form(request: HttpRequest, end: End, change: Change, chosen: Any) -> WayForm:
    initial = {"way": chosen.way if chosen else end.way}
    if chosen is not None:
        initial |= {"ground": chosen.ground, "left_to": chosen.left_to}
    return WayForm(request.POST or None, initial=initial, end=end, committee=change.committee)


def _decide(actor: Actor, change: Change, end: End, record: Any, data: Any) -> None:
    facts = {"ground": data.get("ground", ""), "left_to": data["left_to"]}
    way = Way(data["way"]).value
    if record is None:
        actions.decide_kind(actor, change, end, way, **facts)
    else:
        actions.decide_one(actor, change, end, record, way, **facts)


@require_http_methods(["GET", "POST"])
def item(request: HttpRequest, uid: UUID, kind: str, record: UUID) -> HttpResponse:
    """One loose end."""
    actor, found = prepared(request, uid)
    end = _end(found, kind)
    row = queries.ends_of(end, found).filter(uid=record).first()
    if row is None:
        raise Missing("turnover.item_gone")
    chosen = singles(found).get((kind, record))
    form = _form(request, end, found, chosen or end.decision)
    back = reverse("turnover:kind", args=[found.uid, kind])
    if request.method == "POST" and attempt(form, lambda data: _decide(actor, found, end, row, data)):
        messages.success(request, DONE["saved"])
        return redirect(back)
    context = frame(found, "items", actor, form=form, title=_title(actor, end, row)) | {"back": back}
    return render(request, "turnover/form.html", context, status=UNFIT if form.errors else 200)


@require_POST
def settled(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The list was looked through."""
    actor, found = prepared(request, uid)
    actions.settle_items(actor, found)
    messages.success(request, DONE["saved"])
    return redirect(queries.change_address(found))
