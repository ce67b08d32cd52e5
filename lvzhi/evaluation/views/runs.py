"""A year's evaluation: the list, one with its results, beginning, reckoning, letters, the basis for awards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi import norms
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import XLSX, as_file, attempt
from lvzhi.evaluation import actions, letters, notices, queries, rules, tables
from lvzhi.evaluation.forms import RunForm
from lvzhi.evaluation.models import Evaluation, Result
from lvzhi.evaluation.norms import RANKING
from lvzhi.evaluation.queries import result_address, run_address
from lvzhi.evaluation.views.place import UNFIT, place
from lvzhi.evaluation.vocabulary.running import BASIS, DONE, LETTER
from lvzhi.evaluation.vocabulary.states import (
    DECIDED,
    OPEN_RUNS,
    RUN_HOLDERS,
    RUN_NEXT,
    RUN_PHASES,
    UNIT_HOLDERS,
    UNIT_NEXT,
    UNIT_PHASES,
    RunState,
    Subject,
)
from lvzhi.exchange import Column
from lvzhi.jobs.pages import later, tells
from lvzhi.journal.queries import timeline
from lvzhi.ui import formats
from lvzhi.ui.paging import keyset
from lvzhi.workflow import pages
from lvzhi.workflow.engine import steps_open

KIND = "evaluation.evaluation"
BY_NAME, BY_POINTS = ("spelled", "id"), ("-total", "id")
ZIP = "application/zip"
LETTERS_A_SECOND = 20  # measured on the machine of bench/README.md


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Evaluations of a committee."""
    actor, committee = actor_of(request), place(request, rules.may_open)
    page = keyset(queries.runs_of(actor, committee.pk), ("-year", "-id"), request.GET.get("cursor"), count=True)
    context = {
        "table": tables.run_table(page, request.GET), "committee": committee,
        "may_keep": rules.may_keep(actor, committee.pk),
    }  # fmt: skip
    return render(request, "evaluation/runs.html", context)


@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """The evaluation of a year."""
    actor, committee = actor_of(request), place(request, rules.may_keep, "evaluation.not_keeper")
    form = RunForm(request.POST or None)
    made: list[Evaluation] = []

    def do(data: dict[str, Any]) -> None:
        made.append(actions.begin_run(actor, committee, data, once=request.POST.get("once")))

    if request.method == "POST" and attempt(form, do):
        notices.tell_begun(made[0])
        messages.success(request, DONE["begun"].format(count=made[0].results.count()))
        return redirect(run_address(made[0]))
    context = {"form": form, "cancel": reverse("evaluation:runs")}
    return render(request, "evaluation/run_begin.html", context, status=UNFIT if form.errors else 200)


@require_GET
def detail(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One evaluation: where it is, what is still wanted, everybody judged by name."""
    actor = actor_of(request)
    run = queries.run(actor, uid)
    if not rules.insider(actor, run):  # a member has a result in it, and nothing else to do here
        return redirect(result_address(queries.own_in(actor, run)))
    value = queries.rules_of_set(run.rule_set)
    whole = rules.reader(actor, run)
    filter_ = tables.ResultFilter(request.GET, [one.name for one in value.grades], units=value.of_units)
    rows = filter_.narrowed(queries.results(actor, run))
    ranking = bool(norms.value(RANKING, run.committee_id)) and whole
    order = BY_POINTS if ranking and request.GET.get("by") == "points" else BY_NAME
    page = keyset(rows.order_by(*order), order, request.GET.get("cursor"), count=True)
    decided = run.state in DECIDED
    context = {
        "run": run, "tag": tables.run_tag(run), "steps": _bar(run), "holder": _words(run, RUN_HOLDERS, UNIT_HOLDERS),
        "next": _words(run, RUN_NEXT, UNIT_NEXT), "value": value, "counts": queries.counts(run), "filter": filter_,
        "table": tables.result_table(
            page, request.GET, grades=whole or decided, units=value.of_units, decided=decided
        ),
        "buttons": [(step, reverse("evaluation:step", args=["run", run.uid, step.key]))
                    for step in steps_open(run, actor)],
        "may_keep": rules.keeper(actor, run), "may_reckon": rules.keeper(actor, run) and run.state in OPEN_RUNS,
        "decided": decided, "ranking": ranking, "whole": whole, "events": timeline(KIND, run.uid),
        "accounts": run.state == RunState.ACCOUNTS, "units": value.of_units,
    }  # fmt: skip
    return render(request, "evaluation/run.html", context)


def _words(run: Evaluation, usual: Mapping[str, str], of_units: Mapping[str, str]) -> str:
    found = {**usual, **of_units} if run.subject == Subject.UNIT else usual
    return found.get(run.state, "")


def _bar(run: Evaluation) -> list[dict[str, Any]]:
    phases = UNIT_PHASES if run.subject == Subject.UNIT else RUN_PHASES
    here = next((at for at, (_, states) in enumerate(phases) if run.state in states), -1)
    days = [
        run.created_at.date(),
        None,
        run.reckoned_at.date() if run.reckoned_at else None,
        run.decided_on,
        None,
        run.sealed_on,
    ]
    last = len(phases) - 1
    bar = []
    for at, ((label, _), day) in enumerate(zip(phases, days, strict=True)):
        state = "done" if at < here or here == last else "current" if at == here else "next"
        bar.append({"label": label, "state": "skipped" if here < 0 else state, "date": day if at <= here else None})
    return bar


@require_POST
def reckon(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Reckon everybody out of the records of now."""
    actor = actor_of(request)
    run = queries.run(actor, uid)
    count, changed = actions.reckon_run(run, actor)
    messages.success(request, DONE["reckoned"].format(count=count, changed=changed))
    return redirect(run_address(run))


@require_POST
def all_letters(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """Letters to everybody whose result is not in question, in one zip; a worker writes many, and tells how far.

    That they were given out is noted once all are written.
    """
    actor = actor_of(request)
    run = queries.run(actor, uid)
    actions.check_letters(run, actor)
    rows = queries.for_letters(actor, run)
    name = LETTER["zip"].format(year=run.year)
    if handed := later(request, title=name, seconds=len(rows) / LETTERS_A_SECOND):
        return handed
    written = letters.letters(rows, tells(request))
    actions.note_letters(run, actor, rows)
    return FileResponse(written, as_attachment=True, filename=f"{name}.zip", content_type=ZIP)


@require_POST
def basis(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """Grades with their grounds by name, as the basis for awards: no points, no rank."""
    actor = actor_of(request)
    run = queries.run(actor, uid)
    rows = queries.for_letters(actor, run)
    actions.note_letters(run, actor, [])
    whole = {key: BASIS[key] for key in _WIDTHS if run.subject == Subject.MEMBER or key not in OF_MEMBERS}
    columns = [Column(key, name, width=_WIDTHS[key]) for key, name in whole.items()]
    lines = [tuple(_told(row)[key] for key in whole) for row in rows]
    title = BASIS["title"].format(year=run.year)
    head = [f"{run.committee.name} {run.name}", formats.day(run.decided_on)]
    return as_file(
        XLSX, name=LETTER["basis"].format(year=run.year), title=title, columns=columns, rows=lines, head=head
    )


def _told(row: Result) -> dict[str, str]:
    return {
        "name": row.name, "employer": row.member.person.employer if row.member else "",
        "standing": BASIS["yes" if row.standing else "no"], "grade": row.grade,
        "reasons": BASIS["join"].join(row.reasons),
    }  # fmt: skip


OF_MEMBERS = ("employer", "standing")
_WIDTHS = {"name": 12, "employer": 30, "standing": 10, "grade": 12, "reasons": 60}


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """As a mis-entry."""
    run = queries.run(actor_of(request), uid)
    return pages.void(request, run, rules.keeper, title=run.title_for_people, back=run_address(run))


@require_POST
def restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring a voided evaluation back."""
    run = queries.run(actor_of(request), uid)
    return pages.restore(request, run, rules.keeper, back=run_address(run))
