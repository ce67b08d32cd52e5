"""Tasks: one with the records behind it, adding and changing, import, one's own."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Actor, Missing, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import attempt, version_seen
from lvzhi.deadlines import clock
from lvzhi.exchange import BadFile, sheets
from lvzhi.files.hold import drop, get, put
from lvzhi.journal.queries import timeline
from lvzhi.links import beside
from lvzhi.plans import actions, queries, rules, tables, ties
from lvzhi.plans.actions.importing import COLUMNS
from lvzhi.plans.forms import EvidenceForm, ImportForm, TaskForm
from lvzhi.plans.models import Plan, Task
from lvzhi.plans.views.plans import buttons
from lvzhi.plans.vocabulary import DONE, IN_FORCE, ROLE_HELPS, ROLE_LEADS, SHEET, Standing

SHOWN = 50
HELD_AS = "plans.tasks"
FIELDS = ("number", "topic", "block", "form", "leader", "person", "starts", "due", "mark", "wanted", "aim_figure",
          "aim_number", "source", "proposed_by", "joint")  # fmt: skip


@require_GET
def task(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A task: who, when, by what one sees that it is done, and the records behind it."""
    actor = actor_of(request)
    found = queries.task(actor, uid)
    done = queries.progress_of([found])[found.pk]
    standing = done.standing(clock.today())
    context = {
        "task": found,
        "tag": tables.standing_tag(standing),
        "late": standing == Standing.LATE,
        "done": done,
        "progress": tables.progress(done),
        "block_name": tables.block_name(found),
        "source": tables.source_name(found),
        "groups": queries.behind(actor, done, SHOWN),
        "buttons": [one for one in buttons(found, actor) if one["step"].key != "explain" or standing == Standing.LATE],
        "may_prove": rules.proves(actor, found),
        "evidence": EvidenceForm(),
        "may_change": rules.shapes(actor, found.plan),
        "carried_to": queries.carried_to(found),
        "joint": found.joint or found.upper_id is not None,
        "reads_plan": rules.visible(actor, found.plan),
        "panels": beside.panels(actor, found),
        "events": timeline(found._meta.label_lower, found.uid),
    }
    return render(request, "plans/task.html", context)


def _initial(found: Task) -> dict[str, Any]:
    """A task as its form shows it."""
    rows = found.helpers.all()
    return {name: getattr(found, name) for name in FIELDS} | {
        "organ": found.organ_id,
        "upper": found.upper_id,
        "organs": [row.organ_id for row in rows if row.organ_id],
        "units": [str(row.unit_id) for row in rows if row.unit_id],
    }


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A new task of a plan."""
    actor = actor_of(request)
    plan = queries.one(actor, uid)
    _check_shapes(actor, plan)
    form = TaskForm(request.POST or None, record=plan, actor=actor)
    if request.method == "POST" and attempt(
        form, lambda data: actions.add_task(plan, actor, form.values(), ground=data.get("ground", ""))
    ):
        messages.success(request, DONE["added"])
        more = request.POST.get("then") == "more"
        return redirect(reverse("plans:add", args=[plan.uid]) if more else tables.address(plan))
    return _form_page(request, form, plan, None)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A task again."""
    actor = actor_of(request)
    found = queries.task(actor, uid)
    _check_shapes(actor, found.plan)
    form = TaskForm(request.POST or None, record=found, actor=actor, initial=_initial(found))
    seen = version_seen(request)
    if request.method == "POST" and attempt(
        form,
        lambda data: actions.change_task(found, actor, form.values(), ground=data.get("ground", ""), version=seen),
    ):
        messages.success(request, DONE["saved"])
        return redirect(tables.task_address(found))
    return _form_page(request, form, found.plan, found)


def _check_shapes(actor: Actor, plan: Plan) -> None:
    if rules.shapes(actor, plan):
        return
    (rules.keeper if plan.state in IN_FORCE else rules.author).check(actor, plan)
    raise Refusal("plans.not_shaping", state=plan.get_state_display())


def _form_page(request: HttpRequest, form: TaskForm, plan: Plan, found: Task | None) -> HttpResponse:
    back = tables.task_address(found) if found is not None else tables.address(plan)
    version = request.POST.get("version") or (found.version if found is not None else "")
    context = {"form": form, "plan": plan, "task": found, "version": version, "back": back}
    return render(request, "plans/task_form.html", context, status=422 if form.errors else 200)


@require_POST
def remove(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a task out of a plan that is still being shaped."""
    actor = actor_of(request)
    found = queries.task(actor, uid)
    actions.remove_task(found, actor)
    messages.success(request, DONE["removed"])
    return redirect(tables.address(found.plan))


@require_http_methods(["GET", "POST"])
def prove(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Tie the record of an address to a task."""
    actor = actor_of(request)
    found = queries.task(actor, uid)
    rules.proves.check(actor, found)
    form = EvidenceForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda data: actions.prove(found, actor, *ties.record_at(actor, data["address"]))
    ):
        messages.success(request, DONE["evidence"])
        return redirect(tables.task_address(found))
    context = {"form": form, "title": found.topic, "back": tables.task_address(found)}
    return render(request, "plans/prove.html", context, status=422 if form.errors else 200)


@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """Open tasks that one's own organs or units lead or help with: what is late first, then by day."""
    actor = actor_of(request)
    rows = list(queries.mine(actor))
    known = queries.progress_of(rows)
    today = clock.today()
    heads = actor.organs("organ_head")
    lines = [
        tables.line(done, today) | {"role": ROLE_LEADS if done.task.organ_id in heads else ROLE_HELPS}
        for done in known.values()
    ]
    waiting = [line for line in lines if line["standing"] != Standing.DONE]
    done_ones = [line for line in lines if line["standing"] == Standing.DONE]
    context = {
        "waiting": tables.mine_table(waiting),
        "done": tables.mine_table(done_ones) if done_ones else None,
        "late": sum(line["standing"] == Standing.LATE for line in waiting),
        "count": len(done_ones),
    }
    return render(request, "plans/mine.html", context)


@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a task table and go on to its preview; a file that cannot be read is refused here."""
    actor = actor_of(request)
    plan = queries.one(actor, uid)
    rules.author.check(actor, plan)
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["file"]
        data = sent.read()
        try:
            actions.import_tasks(plan, actor, data, sent.name, dry_run=True)
        except BadFile as problem:
            form.add_error("file", problem.sentence)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            token = put(HELD_AS, actor.account_id or 0, plan.committee_id, sent.name, data)
            return redirect(reverse("plans:preview", args=[plan.uid, token]))
    context = {"form": form, "plan": plan, "back": tables.address(plan)}
    return render(request, "plans/import.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, uid: UUID, token: str) -> HttpResponse:
    """Show what the table would do; on POST, do it."""
    actor = actor_of(request)
    plan = queries.one(actor, uid)
    place, name, data = get(HELD_AS, actor.account_id or 0, token)
    if place != plan.committee_id:
        raise Missing("files.held_gone")
    result = actions.import_tasks(plan, actor, data, name, dry_run=request.method != "POST")
    if result.written:
        drop(token)
        messages.success(request, DONE["imported"].format(count=result.written))
        return redirect(tables.address(plan))
    context = {"plan": plan, "result": result, "name": name, "back": reverse("plans:import", args=[plan.uid])}
    return render(request, "plans/preview.html", context)


@require_GET
def template(request: HttpRequest, uid: UUID) -> FileResponse:
    """An empty task table to fill."""
    from io import BytesIO

    plan = queries.one(actor_of(request), uid)
    rules.author.check(actor_of(request), plan)
    book = BytesIO()
    sheets.template_xlsx(book, SHEET["title"], COLUMNS)
    book.seek(0)
    return FileResponse(book, as_attachment=True, filename=SHEET["template"])
