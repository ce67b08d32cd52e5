"""An existing ledger out of a sheet: upload, preview of findings, import."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from urllib.parse import urlencode

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from lvzhi.access import Missing, NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.models import Committee
from lvzhi.deadlines import BadDate, parse_date
from lvzhi.exchange import BadFile, sheets
from lvzhi.files.hold import drop, get, put
from lvzhi.ledger import queries, rules, tables
from lvzhi.ledger.actions import importing
from lvzhi.ledger.forms.sheet import SheetForm
from lvzhi.ledger.views.place import committee_of
from lvzhi.ledger.vocabulary import sheet as words
from lvzhi.ledger.vocabulary.pages import SAID

HELD_AS = "ledger"
SHOWN = 200
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _place(request: HttpRequest) -> Committee:
    place = committee_of(request)
    if place is None or not rules.may_enter(actor_of(request), place.pk):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    return place


@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Take a file and go on to its preview; one that cannot be read is refused here."""
    actor, place = actor_of(request), _place(request)
    form = SheetForm(request.POST or None, request.FILES or None, committee=place)
    if request.method == "POST" and form.is_valid():
        sent, day, organ = (form.cleaned_data[name] for name in ("file", "found_on", "organ"))
        data = sent.read()
        try:
            importing.look(actor, place, data, sent.name, found_on=day, organ=organ)
        except BadFile as problem:
            form.add_error("file", problem.sentence)
        else:
            token = put(HELD_AS, actor.account_id or 0, place.pk, sent.name, data)
            kept = urlencode({"found_on": day.isoformat(), "organ": organ.pk if organ else ""})
            return redirect(f"{reverse('ledger:import_preview', args=[token])}?{kept}")
    return render(
        request,
        "ledger/import.html",
        {"form": form, "columns": importing.columns()},
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """Show what the sheet would bring; on POST, bring it in."""
    actor, place = actor_of(request), _place(request)
    pk, name, data = get(HELD_AS, actor.account_id or 0, token)
    if pk != place.pk:
        raise Missing("files.held_gone")
    day, organ = _day(request.GET.get("found_on", "")), queries.organ_here(place, request.GET.get("organ", ""))
    if request.method == "POST":
        good = request.POST.get("good_only") == "1"
        done = importing.bring(actor, place, data, name, found_on=day, organ=organ, good_only=good)
        if done.written:
            drop(token)
            messages.success(request, SAID["imported"].format(count=done.written))
            return redirect("ledger:problems")
    result = importing.look(actor, place, data, name, found_on=day, organ=organ)
    context = {
        "name": name,
        "result": result,
        "table": tables.findings(result.remarks[:SHOWN]),
        "more": max(0, len(result.remarks) - SHOWN),
    }
    return render(request, "ledger/import_preview.html", context)


def _day(text: str) -> dt.date:
    try:
        return parse_date(text)
    except BadDate:
        raise Missing("files.held_gone") from None


@require_GET
def template(request: HttpRequest) -> FileResponse:
    """An empty sheet to fill."""
    _place(request)
    book = BytesIO()
    sheets.template_xlsx(book, words.TEMPLATE_TITLE, importing.columns())
    book.seek(0)
    return FileResponse(book, as_attachment=True, filename=words.TEMPLATE_FILE, content_type=XLSX_TYPE)
