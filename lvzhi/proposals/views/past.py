"""Proposals of earlier years: upload, preview of findings, import; both long works show how far they are."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods

from lvzhi.access import Actor, Missing, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.models import Committee
from lvzhi.committee.queries import sessions_of
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.exchange import BadFile
from lvzhi.exchange.sheets import write_csv
from lvzhi.files.hold import drop, get, put
from lvzhi.norms import value
from lvzhi.norms.memo import remembering
from lvzhi.proposals import past, rules
from lvzhi.proposals.forms.past import PastForm
from lvzhi.proposals.queries.past import brought_in
from lvzhi.proposals.tables import past as tables
from lvzhi.proposals.views.place import committee_of
from lvzhi.proposals.vocabulary.past import PAST_WORDS, TEMPLATE_FILE
from lvzhi.ui.running import told

HELD_AS = "past"
SHOWN = 200
MEGABYTE = 1024 * 1024
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _place(request: HttpRequest) -> Committee:
    place = committee_of(request)
    if place is None or not past.keeps(actor_of(request), place):
        raise NotAllowed("access.not_allowed", who=rules.clerk.label)
    return place


def _held(actor: Actor, place: Committee, token: str) -> tuple[str, bytes]:
    pk, name, data = get(HELD_AS, actor.account_id or 0, token)
    if pk != place.pk:
        raise Missing("files.held_gone")
    return name, data


@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """What is brought in already; take a file and go on to its preview."""
    actor, place = actor_of(request), _place(request)
    form = PastForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["file"]
        most = int(value("proposals.past_megabytes", place, clock.today())) * MEGABYTE
        if sent.size <= most:
            token = put(HELD_AS, actor.account_id or 0, place.pk, sent.name, sent.read())
            return redirect("proposals:past_preview", token)
        form.add_error("file", BadFile("too_large", name=sent.name, size=sent.size, limit=most).sentence)
    names = {one.pk: one.name for one in sessions_of(place)}
    rows = [{**row, "name": names.get(row["session_id"], "")} for row in brought_in(Scope(place))]
    context = {"form": form, "table": tables.past_table(rows)}
    return render(request, "proposals/past.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, token: str) -> HttpResponseBase:
    """Show what the file would bring; on POST, bring it in. The page is sent as the work goes on."""
    actor, place = actor_of(request), _place(request)
    name, data = _held(actor, place, token)
    if request.method == "GET":
        return _told(request, name, past.look(actor, place, data, name), lambda result: _found(request, token, result))
    good_only = request.POST.get("good_only") == "1"
    steps = past.bring(actor, place, data, name, good_only=good_only)
    return _told(request, name, steps, lambda result: _done(request, token, result))


@require_GET
def findings(request: HttpRequest, token: str) -> HttpResponseBase:
    """All findings as a file, to be worked through beside the sheet."""
    actor, place = actor_of(request), _place(request)
    name, data = _held(actor, place, token)
    result = past.finished(past.look(actor, place, data, name))
    rows = ([one.where, tables.level_tag(one).text, one.sentence] for one in result.findings)
    answer = StreamingHttpResponse(write_csv(tables.FINDING_FIELDS, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = content_disposition_header(True, f"{name}.csv") or ""  # noqa: FBT003  reason: Django's own order
    return answer


@require_GET
def template(request: HttpRequest) -> FileResponse:
    """An empty sheet to fill."""
    _place(request)
    return FileResponse(BytesIO(past.template()), as_attachment=True, filename=TEMPLATE_FILE, content_type=XLSX)


def _told(
    request: HttpRequest, name: str, steps: past.Steps, ending: Callable[[past.Brought], str]
) -> StreamingHttpResponse:
    return told(
        request, _remembered(steps), ending, title=PAST_WORDS["title"], lead=name,
        refused=lambda problem: render_to_string("proposals/_past_refused.html", {"sentence": problem.sentence}),  # type: ignore[attr-defined]  # reason: both refusals have a sentence
        refusals=(Refusal, BadFile), labels=PAST_WORDS, unit=PAST_WORDS["unit"],
    )  # fmt: skip


def _remembered(steps: past.Steps) -> past.Steps:
    """The same work with the norms remembered."""
    with remembering():
        return (yield from steps)


def _found(request: HttpRequest, token: str, result: past.Brought) -> str:
    said = [*result.errors, *result.warnings]
    context = {
        "result": result,
        "table": tables.findings_table(said[:SHOWN]),
        "more": max(0, len(said) - SHOWN),
        "token": token,
    }
    return render_to_string("proposals/_past_found.html", context, request)


def _done(request: HttpRequest, token: str, result: past.Brought) -> str:
    drop(token)
    return render_to_string("proposals/_past_done.html", {"result": result}, request)
