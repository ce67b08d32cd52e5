"""Plans: the list by year, a plan as a table of its tasks, on paper, as a file, and its steps."""

from __future__ import annotations

from itertools import groupby
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import as_file, attempt, check_file_form, version_seen
from lvzhi.deadlines import clock
from lvzhi.files.queries import of as files_of
from lvzhi.journal.lines import line
from lvzhi.journal.queries import timeline
from lvzhi.links import beside
from lvzhi.plans import actions, queries, rules, tables, ties
from lvzhi.plans.forms import PlanForm
from lvzhi.plans.models import Plan
from lvzhi.plans.views.place import drafting, place, year_of
from lvzhi.plans.vocabulary import (
    ALL_YEARS,
    DONE,
    NO_BLOCK,
    PLAN_NEXT,
    SHAPING,
    SHEET,
    TAKEN_TONES,
    YEAR,
    PlanState,
    Standing,
    Taken,
)
from lvzhi.plans.workflow import PLAN, TASK
from lvzhi.ui.formats import moment
from lvzhi.ui.marks import Tag
from lvzhi.workflow import clocks, pages
from lvzhi.workflow.declare import Workflow
from lvzhi.workflow.engine import steps_open

KINDS: dict[str, Workflow] = {"plan": PLAN, "task": TASK}
TONES = {"main": 0, "plain": 1, "danger": 2}


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Plans of a year, each with how much of it is done."""
    actor, committee = actor_of(request), place(request)
    years = queries.years(actor, committee)
    year = year_of(request, years)
    plans = queries.plans_of(actor, committee, year)
    context = {
        "cards": _cards(plans),
        "tabs": [_tab(str(one), YEAR.format(year=one), one == year) for one in years]
        + ([_tab("0", ALL_YEARS, year is None)] if years else []),
        "may_draft": rules.may_draft(actor, committee.pk),
        "committee": committee,
    }
    return render(request, "plans/list.html", context)


def _tab(value: str, label: str, active: bool) -> dict[str, Any]:
    return {"label": label, "url": f"?year={value}", "active": active}


def _cards(plans: list[Plan]) -> list[dict[str, Any]]:
    """Each plan with the standing of its tasks; all tasks are read and counted together."""
    today = clock.today()
    tasks = queries.tasks_of_plans(plans)
    known = queries.progress_of([task for rows in tasks.values() for task in rows])
    cards = []
    for plan in plans:
        standings = [known[task.pk].standing(today) for task in tasks.get(plan.pk, ())]
        cards.append({
            "plan": plan,
            "url": tables.address(plan),
            "tag": tables.state_tag(plan),
            "kind": tables.kind_name(plan),
            "count": len(standings),
            "done": standings.count(Standing.DONE),
            "late": standings.count(Standing.LATE),
            "running": plan.state not in SHAPING,
        })  # fmt: skip
    return cards


@require_GET
def plan(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A plan: where it is, its tasks as a table, what has been done, opinions, milestones."""
    actor = actor_of(request)
    found = queries.one(actor, uid)
    kind = found._meta.label_lower
    lines = _lines(found)
    context = {
        "plan": found,
        "tag": tables.state_tag(found),
        "kind_name": tables.kind_name(found),
        "steps": _bar(found),
        "holder": PLAN.holders.get(found.state, ""),
        "next": PLAN_NEXT[PlanState(found.state)],
        "running": (running := clocks.running(PLAN, found)),
        "left": clocks.left(running.due.date, found.committee_id) if running else None,
        "blocks": _blocks(lines),
        "counts": _counts(lines),
        "opinions": _opinions(found, actor),
        "milestones": found.milestones.all(),
        "buttons": buttons(found, actor),
        "shapes": rules.shapes(actor, found),
        "shaping": found.state in SHAPING,
        "may_edit": found.state in SHAPING and found.voided_at is None and rules.author(actor, found),
        "may_void": rules.keeper(actor, found),
        "files": files_of(kind, found.uid) if getattr(found, "has_files", True) else (),
        "add_url": reverse("files:add", args=[kind, found.uid]) if ties.may_add(actor, found) else "",
        "panels": beside.panels(actor, found),
        "events": timeline(kind, found.uid),
        "today": clock.today(),
    }
    return render(request, "plans/plan.html", context)


def _lines(plan: Plan) -> list[dict[str, Any]]:
    known = queries.progress_of(queries.tasks_of(plan))
    today = clock.today()
    return [tables.line(done, today) for done in known.values()]


def _blocks(lines: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Tasks by block, in the order in which the blocks first appear."""
    order = {name: at for at, name in enumerate(dict.fromkeys(line["block"] for line in lines))}
    rows = sorted(lines, key=lambda line: order[line["block"]])
    return [(name or NO_BLOCK, list(part)) for name, part in groupby(rows, key=lambda line: line["block"])]


def _counts(lines: list[dict[str, Any]]) -> dict[str, int]:
    standings = [line["standing"] for line in lines]
    live = [one for one in standings if one not in {Standing.DROPPED, Standing.CARRIED}]
    return {"all": len(live), "done": live.count(Standing.DONE), "late": live.count(Standing.LATE)}


def _bar(plan: Plan) -> list[dict[str, Any]]:
    """The phases of the way to approval; what the kind does not pass is shown as such."""
    here = next(at for at, (_, states) in enumerate(PLAN.phases) if plan.state in states)
    skipped = {"party": (), "chairmen": (3,), "office": (2, 3)}[plan.way]
    bar = []
    for at, (label, _) in enumerate(PLAN.phases):
        if at in skipped:
            state = "skipped"
        elif at < here or plan.state == PlanState.CLOSED:
            state = "done"
        else:
            state = "current" if at == here else "next"
        bar.append({"label": label, "state": state})
    return bar


def buttons(record: Any, actor: Actor) -> list[dict[str, Any]]:
    """What the actor may do now with a plan or a task."""
    kind = "plan" if isinstance(record, Plan) else "task"
    found = [
        {"step": step, "url": reverse("plans:step", args=[kind, record.uid, step.key])}
        for step in steps_open(record, actor)
    ]
    return sorted(found, key=lambda one: TONES[one["step"].tone])


def _opinions(plan: Plan, actor: Actor) -> list[dict[str, Any]]:
    """Opinions as the author sees them all; others see their own, and those that were answered."""
    author = rules.author(actor, plan)
    return [
        {
            "row": row,
            "tag": Tag(row.get_taken_display(), TAKEN_TONES[Taken(row.taken)]),  # type: ignore[arg-type]  # reason: the table holds tones
            "answers": author and plan.state in SHAPING,
        }
        for row in queries.opinions(plan)
        if author or row.account_id == actor.account_id or row.taken != Taken.OPEN
    ]


@require_GET
def sheet(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The task table on paper, A4."""
    found = queries.one(actor_of(request), uid)
    lines = _lines(found)
    context = {"plan": found, "lines": lines, "counts": _counts(lines), "today": clock.today()}
    return render(request, "plans/sheet.html", context)


@require_GET
def export(request: HttpRequest, uid: UUID, form: str) -> HttpResponseBase:
    """The task table as a file; the journal keeps who took it."""
    check_file_form(form)
    actor = actor_of(request)
    found = queries.one(actor, uid)
    known = queries.progress_of(queries.tasks_of(found))
    counts = _counts([tables.line(done, clock.today()) for done in known.values()])
    with line(actor, "plans.exported", subject=found, count=len(known)):
        pass
    asof = SHEET["asof"].format(moment=moment(clock.now()), count=counts["all"], done=counts["done"])
    return as_file(
        form, name=SHEET["file"].format(title=found.title_for_people), title=SHEET["title"],
        columns=[field for field, _ in tables.FIELDS],
        rows=tables.exported(((done.task, done) for done in known.values()), tables.FIELDS),
        head=(SHEET["plan"].format(title=found.title_for_people, number=found.document_no), asof),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """A new plan."""
    actor, committee = actor_of(request), drafting(request)
    form = PlanForm(request.POST or None, committee=committee)
    if request.method == "POST":
        again = actions.begun(actor, request.POST.get("once"))
        if again is not None:
            return redirect(tables.address(again))
        made: list[Plan] = []
        once = request.POST.get("once")
        if attempt(form, lambda data: made.append(actions.begin_plan(actor, committee, data, once=once))):
            messages.success(request, DONE["saved"])
            return redirect(tables.address(made[0]))
    status = 422 if form.errors else 200
    context = {"form": form, "plan": None, "version": "", "back": reverse("plans:list")}
    return render(request, "plans/write.html", context, status=status)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Title, organ and general demands again, while it is shaped."""
    actor = actor_of(request)
    found = queries.one(actor, uid)
    if not (found.state in SHAPING and found.voided_at is None and rules.author(actor, found)):
        rules.author.check(actor, found)
        raise Refusal("plans.not_shaping", state=found.get_state_display())
    initial = {"title": found.title, "organ": found.organ_id, "preface": found.preface}
    form = PlanForm(request.POST or None, initial=initial, committee=found.committee, begun=True)
    version = version_seen(request)
    if request.method == "POST" and attempt(
        form,
        lambda data: actions.write_plan(found, actor, data, version=version),
    ):
        messages.success(request, DONE["saved"])
        return redirect(tables.address(found))
    status = 422 if form.errors else 200
    context = {"form": form, "plan": found, "version": version or found.version, "back": tables.address(found)}
    return render(request, "plans/write.html", context, status=status)


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, kind: str, uid: UUID, key: str) -> HttpResponse:
    """Ask what a step of a plan or a task asks; take it."""
    workflow = pages.wanted(KINDS, kind, key)
    record = queries.step_record(actor_of(request), workflow, uid)
    back = tables.address(record) if isinstance(record, Plan) else tables.task_address(record)
    return pages.step(request, workflow, record, key, pages.Frame(title=record.title_for_people, back=back))


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a mis-entered plan, with its tasks, out of every figure."""
    found = queries.one(actor_of(request), uid)
    return pages.void(request, found, rules.keeper, title=found.title_for_people, back=tables.address(found))


@require_POST
def restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring it back."""
    found = queries.one(actor_of(request), uid)
    return pages.restore(request, found, rules.keeper, back=tables.address(found))


@require_POST
def answer(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What becomes of an opinion.

    Raises:
        NotAllowed: not the plan's author.
    """
    actor = actor_of(request)
    opinion = queries.opinion(actor, uid)
    taken = request.POST.get("taken", "")
    if taken not in Taken.values:
        raise NotAllowed("access.not_allowed", who=rules.author.label)
    actions.take_opinion(opinion, actor, taken=Taken(taken), answer=request.POST.get("answer", ""))
    messages.success(request, DONE["taken"])
    return redirect(tables.address(opinion.plan) + "#opinions")
