"""Branches and their members out of a sheet: upload, preview of findings, import."""

from __future__ import annotations

from io import BytesIO

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from lvzhi.access import Missing, NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.models import Committee
from lvzhi.exchange import BadFile, sheets
from lvzhi.files.hold import drop, get, put
from lvzhi.party import rules, tables
from lvzhi.party.actions import importing
from lvzhi.party.forms import SheetForm
from lvzhi.party.views.place import UNFIT, place
from lvzhi.party.vocabulary import DONE
from lvzhi.party.vocabulary import sheet as words

HELD_AS = "party"
SHOWN = 200
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _place(request: HttpRequest) -> Committee:
    found = place(request)
    if not rules.keeps(actor_of(request), found.pk):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    return found


@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Take a file and go on to its preview; one that cannot be read is refused here."""
    actor, committee = actor_of(request), _place(request)
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["file"]
        data = sent.read()
        try:
            importing.look(actor, committee, data, sent.name)
        except BadFile as problem:
            form.add_error("file", problem.sentence)
        else:
            token = put(HELD_AS, actor.account_id or 0, committee.pk, sent.name, data)
            return redirect("party:import_preview", token)
    return render(
        request,
        "party/import.html",
        {"form": form, "columns": importing.columns()},
        status=UNFIT if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """Show what the sheet would bring; on POST, bring it in."""
    actor, committee = actor_of(request), _place(request)
    pk, name, data = get(HELD_AS, actor.account_id or 0, token)
    if pk != committee.pk:
        raise Missing("files.held_gone")
    if request.method == "POST":
        done = importing.bring(actor, committee, data, name, good_only=request.POST.get("good_only") == "1")
        if done.written:
            drop(token)
            messages.success(request, DONE["imported"].format(bodies=len(done.bodies), count=len(done.seats)))
            return redirect("party:list")
    result = importing.look(actor, committee, data, name)
    context = {
        "name": name, "result": result, "table": tables.remarks_table(result.remarks[:SHOWN]),
        "more": max(0, len(result.remarks) - SHOWN),
    }  # fmt: skip
    return render(request, "party/import_preview.html", context)


@require_GET
def template(request: HttpRequest) -> FileResponse:
    """An empty sheet to fill."""
    _place(request)
    book = BytesIO()
    sheets.template_xlsx(book, words.TEMPLATE_TITLE, importing.columns())
    book.seek(0)
    return FileResponse(book, as_attachment=True, filename=words.TEMPLATE_FILE, content_type=XLSX_TYPE)
