"""The tables of a report; outlines that an office keeps."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from lvzhi.access import Missing
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import attempt
from lvzhi.reports import actions, queries, rules
from lvzhi.reports.forms import OutlineForm, TablesForm
from lvzhi.reports.queries import report_address
from lvzhi.reports.views.place import UNFIT, place
from lvzhi.reports.views.showing import table_views
from lvzhi.reports.vocabulary.sentences import DONE
from lvzhi.reports.writing import printed_tables


@require_http_methods(["GET", "POST"])
def tables(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The tables that go with a report, each number leading to its rows; choosing others."""
    actor = actor_of(request)
    report = queries.one(actor, uid)
    form = TablesForm(request.POST if request.method == "POST" else None, initial={"tables": report.tables})
    if request.method == "POST" and form.is_valid():
        report = actions.choose_tables(report, actor, form.cleaned_data["tables"])
        messages.success(request, DONE["tables"].format(count=len(report.tables)))
        return redirect("reports:tables", uid)
    may_edit = actions.may_edit(report, actor)
    context = {
        "report": report, "form": form if may_edit else None, "cancel": report_address(report),
        "tables": table_views(printed_tables(report), queries.scope_of(report)),
    }  # fmt: skip
    return render(request, "reports/tables.html", context)


@require_http_methods(["GET", "POST"])
def keep(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Keep a report's sections as an outline."""
    actor = actor_of(request)
    report = queries.one(actor, uid)
    rules.author.check(actor, report)
    form = OutlineForm(request.POST or None, initial={"name": report.title, "texts": True})
    if request.method == "POST" and attempt(
        form, lambda data: actions.keep_outline(report, actor, data["name"], texts=data["texts"])
    ):
        messages.success(request, DONE["kept"].format(name=form.cleaned_data["name"]))
        return redirect(report_address(report))
    context = {"report": report, "form": form, "cancel": report_address(report)}
    return render(request, "reports/keep.html", context, status=UNFIT if form.errors else 200)


@require_POST
def drop(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take an own outline out of the choice."""
    actor, committee = actor_of(request), place(request, rules.may_write, "reports.not_author")
    found = queries.own_outlines(committee).filter(uid=uid).first()
    if found is None:
        raise Missing("reports.no_outline", key=uid)
    actions.drop_outline(found, actor)
    messages.success(request, DONE["outline_dropped"].format(name=found.name))
    return redirect("reports:begin")
