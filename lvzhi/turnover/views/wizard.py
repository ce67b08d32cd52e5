"""The list of changes of term, the wizard's first page, its term and its organs."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Actor, NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import attempt, version_seen
from lvzhi.journal.queries import timeline
from lvzhi.turnover import actions, queries, rules, tables
from lvzhi.turnover.forms import NewOrganForm, OrgansForm, TermForm
from lvzhi.turnover.models import Change, OrganPlan
from lvzhi.turnover.views.place import UNFIT, frame, place, prepared, seen
from lvzhi.turnover.vocabulary import DONE, NEXT, WORDS, ChangeState, Mark
from lvzhi.turnover.workflow import CHANGE
from lvzhi.workflow import pages
from lvzhi.workflow.engine import steps_open

RUN = ("rehearse", "carry_out")
OPEN_NEXT = (ChangeState.SEALED, ChangeState.DROPPED)


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """The committee's changes of term."""
    actor, committee = actor_of(request), place(request)
    rows = list(queries.changes_of(actor, committee))
    open_one = next((row for row in rows if row.state not in OPEN_NEXT), None)
    context = {
        "committee": committee, "table": tables.changes(rows), "rows": rows, "open_one": open_one,
        "may_begin": open_one is None and rules.may_begin(actor, committee.pk),
    }  # fmt: skip
    return render(request, "turnover/list.html", context)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Begin the preparation."""
    actor, committee = actor_of(request), place(request)
    if not rules.may_begin(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.office.label)
    old = queries.old_term(committee)
    form = TermForm(request.POST or None, initial={"number": old.number + 1 if old else None})
    made: list[Change] = []

    def begin(data: Any) -> None:
        made.append(actions.begin_change(actor, committee, once=request.POST.get("once"), **data))

    if request.method == "POST" and attempt(form, begin):
        messages.success(request, DONE["begun"].format(number=made[0].number))
        return redirect("turnover:organs", made[0].uid)
    context = {"form": form, "title": WORDS["new"], "back": reverse("turnover:list"), "old": old}
    return render(request, "turnover/form.html", context, status=UNFIT if form.errors else 200)


@require_GET
def change(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Where a change of term is: its parts with what is done, who has it, what comes next."""
    actor, found = seen(request, uid)
    marks = queries.marks_of(found)
    context = frame(
        found, "", actor,
        tag=tables.state_tag(found), parts=_parts(found, marks), steps=_course(found),
        buttons=[step for step in steps_open(found, actor) if step.key not in RUN],
        rehearses=rules.office(actor, found) and found.state in (ChangeState.PREPARING, ChangeState.REHEARSED),
        runs=found.state == ChangeState.APPROVED and rules.carries_out(actor, found),
        holder=CHANGE.holders.get(ChangeState(found.state), ""), next=NEXT[found.state],
        events=timeline(found._meta.label_lower, found.uid),
    )  # fmt: skip
    return render(request, "turnover/change.html", context)


def _parts(change: Change, marks: dict[str, Any]) -> list[dict[str, Any]]:
    """The parts of the plan, each with what stands in it and whether it is done."""
    counts = {mark: marks.get(mark, {}).get("many", 0) for mark in Mark.values}
    asked = sum(row["asked"] for row in marks.values())
    listed = counts[Mark.CARRIED] + counts[Mark.ADDED] > 0
    report = change.report or {}
    plan = [
        ("term", True, {"starts": change.starts, "last": change.last_day}),
        ("organs", change.organs_done, {}),
        ("entrants", listed and not asked, {"counts": counts, "asked": asked, "listed": listed}),
        ("items", change.items_done, {}),
        ("report", bool(report) and not report.get("stops"), {"report": report}),
    ]
    return [
        {"key": key, "done": done, "url": reverse(f"turnover:{key}", args=[change.uid]), "said": said}
        for key, done, said in plan
    ]


def _course(change: Change) -> list[dict[str, Any]]:
    """The step bar of the procedure."""
    order = [states for _, states in CHANGE.phases]
    here = next(place for place, states in enumerate(order) if change.state in states)
    ended = change.state == ChangeState.SEALED
    return [
        {"label": label, "state": "done" if place < here or ended else "current" if place == here else "next"}
        for place, (label, _) in enumerate(CHANGE.phases)
    ]


@require_http_methods(["GET", "POST"])
def term(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Number, first day and ground."""
    actor, found = seen(request, uid)
    initial = {"number": found.number, "starts": found.starts, "decided_by": found.decided_by}
    form = TermForm(request.POST or None, initial=initial)
    version = version_seen(request)

    def alter(data: Any) -> None:
        actions.alter_term(actor, found, version=version, **data)

    if request.method == "POST" and attempt(form, alter):
        messages.success(request, DONE["saved"])
        return redirect("turnover:organs", found.uid)
    return render(
        request, "turnover/term.html", frame(found, "term", actor, form=form), status=UNFIT if form.errors else 200
    )


def _plans(change: Change) -> list[OrganPlan]:
    return [row for rows in queries.plan_kinds(change).values() for row in rows]


@require_http_methods(["GET", "POST"])
def organs(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What becomes of each organ."""
    actor, found = seen(request, uid)
    form = OrgansForm(request.POST or None, plans=_plans(found))
    if request.method == "POST" and attempt(form, lambda _: _save_organs(actor, found, form)):
        messages.success(request, DONE["saved"])
        return redirect("turnover:entrants", found.uid)
    context = frame(found, "organs", actor, form=form, groups=form.groups(), new_form=NewOrganForm())
    return render(request, "turnover/organs.html", context, status=UNFIT if form.errors else 200)


def _save_organs(actor: Actor, change: Change, form: OrgansForm) -> None:
    actions.plan_organs(actor, change, form.wanted())


@require_http_methods(["GET", "POST"])
def organ_new(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Plan a new organ."""
    actor, found = prepared(request, uid)
    form = NewOrganForm(request.POST or None)
    if request.method == "POST" and attempt(form, lambda data: _add(actor, found, data)):
        messages.success(request, DONE["saved"])
        return redirect("turnover:organs", found.uid)
    back = reverse("turnover:organs", args=[found.uid])
    context = frame(found, "organs", actor, form=form, title=WORDS["organ_new"]) | {"back": back}
    return render(request, "turnover/form.html", context, status=UNFIT if form.errors else 200)


def _add(actor: Actor, change: Change, data: Any) -> None:
    actions.add_organ(actor, change, kind=data["kind"], name=data["name"])


@require_POST
def organ_drop(request: HttpRequest, uid: UUID, row: UUID) -> HttpResponse:
    """Take a planned new organ out again."""
    actor, found = prepared(request, uid)
    plan = next((one for one in _plans(found) if one.uid == row), None)
    if plan is not None:
        actions.drop_organ(actor, plan)
        messages.success(request, DONE["saved"])
    return redirect("turnover:organs", found.uid)


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, uid: UUID, key: str) -> HttpResponse:
    """Ask what a step asks; take it. Rehearsal and run have pages of their own, which tell how far they are."""
    _, found = seen(request, uid)
    workflow = pages.wanted({CHANGE.key: CHANGE}, CHANGE.key, key)
    if key in RUN:
        return redirect(f"turnover:{key}", found.uid)
    return pages.step(request, workflow, found, key, pages.Frame(title=str(found), back=queries.change_address(found)))
