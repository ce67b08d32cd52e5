"""An attendance list out of a sheet: the list to fill, upload, findings, import; both works tell how far they are."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from lvzhi.access import Missing, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.activities.actions import importing
from lvzhi.activities.forms.sheet import RollForm
from lvzhi.activities.models import Sitting
from lvzhi.activities.queries.rolls import roll_rows, sitting_of
from lvzhi.activities.tables.roll import remarks_table
from lvzhi.activities.views.place import crumbs, kept
from lvzhi.activities.vocabulary.sheet import SHEET_WORDS
from lvzhi.exchange import BadFile, sheets
from lvzhi.files.hold import drop, get, put
from lvzhi.ui.running import told

HELD_AS = "attendance"
SHOWN = 200
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _kept(request: HttpRequest, uid: UUID) -> Sitting:
    """A sitting of an activity that the actor keeps. Raises `Missing`, `NotAllowed`."""
    sitting = sitting_of(uid)
    kept(actor_of(request), sitting.activity.uid)
    return sitting


def _home(sitting: Sitting) -> str:
    return f"{reverse('activities:attendance', args=[sitting.activity.uid])}?s={sitting.uid}"


@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a file and go on to its preview."""
    sitting = _kept(request, uid)
    form = RollForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["file"]
        owner = actor_of(request).account_id or 0
        token = put(HELD_AS, owner, sitting.committee_id, sent.name, sent.read())
        return redirect("activities:roll_preview", uid, token)
    context = {"form": form, "sitting": sitting, "home": _home(sitting)}
    context["crumbs"] = crumbs(sitting.activity, SHEET_WORDS["title"])
    return render(request, "activities/roll.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, uid: UUID, token: str) -> HttpResponseBase:
    """Show what the sheet would bring; on POST, bring it in. The page is sent as the work goes on."""
    sitting, actor = _kept(request, uid), actor_of(request)
    committee, name, data = get(HELD_AS, actor.account_id or 0, token)
    if committee != sitting.committee_id:
        raise Missing("files.held_gone")
    if request.method == "POST":
        good = request.POST.get("good_only") == "1"
        steps, ending = importing.bring(actor, sitting, data, name, good_only=good), _done(sitting, token)
    else:
        steps, ending = importing.look(actor, sitting, data, name), _found(request, sitting)
    return told(
        request, steps, ending, title=SHEET_WORDS["title"], lead=name, labels=SHEET_WORDS, unit=SHEET_WORDS["unit"],
        refused=lambda problem: _refused(sitting, problem), refusals=(Refusal, BadFile),
    )  # fmt: skip


def _refused(sitting: Sitting, problem: Exception) -> str:
    sentence = problem.sentence if isinstance(problem, Refusal | BadFile) else ""
    return render_to_string("activities/_roll_refused.html", {"sentence": sentence, "sitting": sitting})


def _found(request: HttpRequest, sitting: Sitting) -> Callable[[importing.Roll], str]:
    def ending(roll: importing.Roll) -> str:
        context = {
            "roll": roll,
            "sitting": sitting,
            "table": remarks_table(roll.remarks[:SHOWN]),
            "more": max(0, len(roll.remarks) - SHOWN),
        }
        return render_to_string("activities/_roll_found.html", context, request)

    return ending


def _done(sitting: Sitting, token: str) -> Callable[[importing.Roll], str]:
    def ending(roll: importing.Roll) -> str:
        drop(token)
        return render_to_string("activities/_roll_done.html", {"roll": roll, "home": _home(sitting)})

    return ending


@require_GET
def template(request: HttpRequest, uid: UUID) -> FileResponse:
    """The list of this sitting to fill: every name stands in it already."""
    sitting = _kept(request, uid)
    book = BytesIO()
    sheets.write_xlsx(book, SHEET_WORDS["template"], importing.columns(), roll_rows(sitting))
    book.seek(0)
    name = f"{sitting.activity.title}-{sitting.name}.xlsx"
    return FileResponse(book, as_attachment=True, filename=name, content_type=XLSX)
