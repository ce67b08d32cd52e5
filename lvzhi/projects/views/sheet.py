"""A list of projects out of a sheet: upload, preview of findings, import."""

from __future__ import annotations

from io import BytesIO

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from lvzhi.access import Missing
from lvzhi.accounts.actors import actor_of
from lvzhi.exchange import BadFile, sheets
from lvzhi.files.hold import drop, get, put
from lvzhi.projects import tables
from lvzhi.projects.actions import importing
from lvzhi.projects.forms import SheetForm
from lvzhi.projects.views.writing import keepers_place
from lvzhi.projects.vocabulary import sheet as words
from lvzhi.projects.vocabulary.sentences import DONE

HELD_AS = "projects"
SHOWN = 200
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Take a file and go on to its preview; one that cannot be read is refused here."""
    actor, place = actor_of(request), keepers_place(request)
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["file"]
        data = sent.read()
        try:
            importing.look(actor, place, data, sent.name)
        except BadFile as problem:
            form.add_error("file", problem.sentence)
        else:
            return redirect("projects:import_preview", put(HELD_AS, actor.account_id or 0, place.pk, sent.name, data))
    return render(
        request,
        "projects/import.html",
        {"form": form, "columns": importing.columns()},
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """Show what the sheet would bring; on POST, bring it in."""
    actor, place = actor_of(request), keepers_place(request)
    pk, name, data = get(HELD_AS, actor.account_id or 0, token)
    if pk != place.pk:
        raise Missing("files.held_gone")
    if request.method == "POST":
        done = importing.bring(actor, place, data, name, good_only=request.POST.get("good_only") == "1")
        if done.written:
            drop(token)
            messages.success(request, DONE["imported"].format(count=done.written))
            return redirect("projects:list")
    result = importing.look(actor, place, data, name)
    context = {
        "name": name, "result": result, "table": tables.findings(result.remarks[:SHOWN]),
        "more": max(0, len(result.remarks) - SHOWN),
    }  # fmt: skip
    return render(request, "projects/import_preview.html", context)


@require_GET
def template(request: HttpRequest) -> FileResponse:
    """An empty sheet to fill."""
    keepers_place(request)
    book = BytesIO()
    sheets.template_xlsx(book, words.TEMPLATE_TITLE, importing.columns())
    book.seek(0)
    return FileResponse(book, as_attachment=True, filename=words.TEMPLATE_FILE, content_type=XLSX_TYPE)
