"""The list of reports, one report with its sections, beginning one, its figures then and now."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Actor, Conflict, Missing, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import attempt, tell, version_seen
from lvzhi.files.queries import of as files_of
from lvzhi.journal.queries import timeline
from lvzhi.reports import actions, queries, rules, tables
from lvzhi.reports.forms import DescribeForm, HeadingForm, ReportForm
from lvzhi.reports.models import Report
from lvzhi.reports.queries import report_address
from lvzhi.reports.sections.tables import chosen
from lvzhi.reports.ties import KIND
from lvzhi.reports.views.place import UNFIT, place
from lvzhi.reports.views.showing import section_views
from lvzhi.reports.vocabulary.sentences import DONE
from lvzhi.reports.vocabulary.states import NEXT, PHASES, REPORT_HOLDERS, ReportState
from lvzhi.reports.workflow import ALL
from lvzhi.reports.writing import filled
from lvzhi.ui.paging import keyset
from lvzhi.workflow import pages
from lvzhi.workflow.engine import steps_open


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """The reports of a committee."""
    actor, committee = actor_of(request), place(request, rules.may_look)
    form = tables.ReportFilter(request.GET)
    rows = queries.listed(form.narrowed(queries.of_committee(actor, committee.pk)))
    page = keyset(rows, ("-id",), request.GET.get("cursor"), count=True)
    context = {
        "table": tables.table(page, request.GET), "filter": form,
        "may_write": rules.may_write(actor, committee.pk), "committee": committee,
    }  # fmt: skip
    return render(request, "reports/list.html", context)


@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """A new report, with the outline of its kind."""
    actor, committee = actor_of(request), place(request, rules.may_write, "reports.not_author")
    form = ReportForm(request.POST or None, own=queries.own_outlines(committee))
    made: list[Report] = []
    if request.method == "POST" and attempt(
        form, lambda data: made.append(actions.begin_report(actor, committee, data, once=request.POST.get("once")))
    ):
        messages.success(request, DONE["begun"].format(count=len(queries.sections_of(made[0]))))
        return redirect(report_address(made[0]))
    context = {"form": form, "cancel": reverse("reports:list"), "own": queries.own_outlines(committee)}
    return render(request, "reports/begin.html", context, status=UNFIT if form.errors else 200)


@require_GET
def detail(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The page of a report: where it is, its text with numbers, remarks, what is to be minded, history."""
    actor = actor_of(request)
    report = queries.one(actor, uid)
    may_edit = rules.author(actor, report) and report.state == ReportState.DRAFTING and report.voided_at is None
    every = queries.all_of(report)
    parts = [one for one in every if one.section.voided_at is None]
    book = filled(report, [one.text for one in parts])
    sections = section_views(report, parts, book, actor)
    context = {
        "report": report, "tag": tables.report_tag(report), "steps": _bar(report),
        "holder": REPORT_HOLDERS.get(ReportState(report.state), ""), "next": NEXT[ReportState(report.state)],
        "buttons": [(step, step_url("report", report, step.key)) for step in steps_open(report, actor)],
        "may_edit": may_edit, "sections": sections, "faults": sum(len(one["faults"]) for one in sections),
        "notes": sum(len(one["notes"]) for one in sections), "reading": queries.latest_reading(report),
        "period": queries.period_of(report), "scope": queries.scope_of(report),
        "dropped": [one for one in every if one.section.voided_at is not None] if may_edit else [],
        "new": HeadingForm() if may_edit else None,
        "may_remark": report.state in actions.OPEN_TO_REMARKS and report.voided_at is None,
        "files": files_of(KIND, report.uid) if getattr(report, "has_files", True) else [],
        "add_url": reverse("files:add", args=[KIND, report.uid]) if rules.keeper(actor, report) else "",
        "tables": [one.title for one in chosen(report.tables)], "may_copy": rules.author(actor, report),
        "may_void": rules.keeper(actor, report), "events": timeline(KIND, report.uid),
    }  # fmt: skip
    return render(request, "reports/detail.html", context)


def step_url(kind: str, record: Any, key: str) -> str:
    """The page of a step."""
    return reverse("reports:step", args=[kind, record.uid, key])


def _bar(report: Report) -> list[dict[str, Any]]:
    here = next((place for place, (_, states) in enumerate(PHASES) if report.state in states), -1)
    days = (report.created_at.date(), None, report.reviewed_on, report.signed_on, report.sealed_on)
    bar = []
    for at, ((label, _), day) in enumerate(zip(PHASES, days, strict=True)):
        state = "done" if at < here or report.state == ReportState.SEALED else "current" if at == here else "next"
        state = "skipped" if here < 0 else state
        bar.append({"label": label, "state": state, "date": day if state in ("done", "current") else None})
    return bar


@require_http_methods(["GET", "POST"])
def describe(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Title and period again."""
    actor = actor_of(request)
    report = queries.one(actor, uid)
    rules.author.check(actor, report)
    initial = {name: getattr(report, name) for name in ("title", "period", "below")}
    form = DescribeForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.describe(report, actor, form.cleaned_data, seen=version_seen(request))
        except (NotAllowed, Missing):
            raise
        except Conflict as conflict:
            return pages.clash(request, conflict, form, report_address(report))
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, DONE["described"])
            return redirect(report_address(report))
    context = {
        "form": form, "report": report, "version": request.POST.get("version") or report.version,
        "cancel": report_address(report),
    }  # fmt: skip
    return render(request, "reports/begin.html", context, status=UNFIT if form.errors else 200)


@require_POST
def add(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A new section at the end."""
    actor = actor_of(request)
    section = actions.add_section(queries.one(actor, uid), actor, request.POST.get("heading", ""))
    messages.success(request, DONE["added"])
    return redirect("reports:section", section.uid)


@require_POST
def update(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take over what the figures come to now."""
    actor = actor_of(request)
    actions.update(queries.one(actor, uid), actor)
    messages.success(request, DONE["updated"])
    return redirect("reports:changes", uid)


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, kind: str, uid: UUID, key: str) -> HttpResponse:
    """Ask what the step asks; take it."""
    workflow = pages.wanted(ALL, kind, key)
    record, back = _record(actor_of(request), kind, uid)
    return pages.step(request, workflow, record, key, pages.Frame(title=record.title_for_people, back=back))


def _record(actor: Actor, kind: str, uid: UUID) -> tuple[Any, str]:
    if kind == "report":
        report = queries.one(actor, uid)
        return report, report_address(report)
    remark = queries.remark_of(actor, uid)
    return remark, queries.remark_address(remark)


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """As a mis-entry."""
    report = queries.one(actor_of(request), uid)
    return pages.void(request, report, rules.keeper, title=report.title_for_people, back=report_address(report))


@require_POST
def restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring a voided report back."""
    report = queries.one(actor_of(request), uid)
    return pages.restore(request, report, rules.keeper, back=report_address(report))
