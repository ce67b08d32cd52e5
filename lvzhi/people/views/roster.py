"""The import of a roster: upload, preview of findings, import."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee
from lvzhi.committee.web import actor_of
from lvzhi.deadlines import clock
from lvzhi.exchange import BadFile
from lvzhi.files.hold import drop, get, put
from lvzhi.norms import value
from lvzhi.people import queries, rules, tables
from lvzhi.people.forms import RosterForm
from lvzhi.people.norms import MOST_MB
from lvzhi.people.roster import COLUMNS, import_roster, template
from lvzhi.people.views.place import crumbs, kept_committee
from lvzhi.people.vocabulary import TEMPLATE_FILE, WORDS

SHOWN = 200
HELD_AS = "roster"
MEGABYTE = 1024 * 1024
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def upload(request: HttpRequest) -> HttpResponse:
    """Take a file and go on to its preview; a file that cannot be read is refused here."""
    actor = actor_of(request)
    committee = kept_committee(request, actor)
    form = RosterForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["file"]
        most = value(MOST_MB, committee, clock.today()) * MEGABYTE
        try:
            if sent.size > most:
                raise BadFile("too_large", name=sent.name, size=sent.size, limit=most)
            data = sent.read()
            import_roster(actor, committee, data, sent.name, dry_run=True)
        except BadFile as problem:
            form.add_error("file", problem.sentence)
        else:
            token = put(HELD_AS, actor.account_id or 0, committee.pk, sent.name, data)
            made = "?make=1" if form.cleaned_data["make_organs"] else ""
            return redirect(reverse("people:roster_preview", args=[token]) + made)
    context = {"form": form, "committee": committee, "columns": COLUMNS, "crumbs": crumbs(last=WORDS["roster"])}
    return render(request, "people/roster.html", context)


def preview(request: HttpRequest, token: str) -> HttpResponse:
    """Show what the roster would do; on POST, do it."""
    actor = actor_of(request)
    committee, name, data = _held(actor, token)
    make = (request.POST if request.method == "POST" else request.GET).get("make") == "1"
    result = import_roster(actor, committee, data, name, dry_run=request.method != "POST", make_organs=make)
    if result.written:
        drop(token)
        said = WORDS["imported"].format(members=result.members, persons=result.persons)
        messages.success(request, said)
        return redirect("people:list")
    shown = [*result.errors, *result.warnings][:SHOWN]
    context = {
        "result": result,
        "make": make,
        "committee": committee,
        "table": tables.findings(shown),
        "more": max(0, len(result.findings) - SHOWN),
        "crumbs": crumbs((WORDS["roster"], reverse("people:roster")), last=name),
    }
    return render(request, "people/roster_preview.html", context)


def _held(actor: Actor, token: str) -> tuple[Committee, str, bytes]:
    pk, name, data = get(HELD_AS, actor.account_id or 0, token)
    found = queries.committees([pk])
    if not found or not rules.keeps(actor, pk):
        raise Missing("files.held_gone")
    return found[0], name, data


@require_GET
def roster_template(request: HttpRequest) -> HttpResponse:
    """An empty roster to fill."""
    kept_committee(request, actor_of(request))
    answer = HttpResponse(template(), content_type=XLSX)
    answer.headers["Content-Disposition"] = _attachment(TEMPLATE_FILE)
    return answer


def _attachment(name: str) -> str:
    from django.utils.http import content_disposition_header

    return content_disposition_header(as_attachment=True, filename=name) or "attachment"
