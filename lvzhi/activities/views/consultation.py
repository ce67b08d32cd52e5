"""Deliberation points with what was held there, and speeches: lists, pages, entering."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from lvzhi.access import Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.accounts.vocabulary import Role as Post
from lvzhi.activities import queries, rules, ties
from lvzhi.activities.actions import consulting
from lvzhi.activities.forms.consultation import SiteForm, SpeechForm
from lvzhi.activities.models import Activity, Site, Speech
from lvzhi.activities.queries import consultation as reads
from lvzhi.activities.tables import address
from lvzhi.activities.tables.consultation import site_address, site_tag, sites_table
from lvzhi.activities.views.place import committee_of, crumbs
from lvzhi.activities.vocabulary import DONE
from lvzhi.activities.vocabulary.consultation import PAGE, SITE_KINDS, Spoken
from lvzhi.committee.web import attempt
from lvzhi.files.actions import attach_all
from lvzhi.files.queries import of as files_of
from lvzhi.journal.queries import histories
from lvzhi.links import beside
from lvzhi.norms import codes
from lvzhi.ui.paging import keyset
from lvzhi.workflow import pages

UNFIT = 422
MOST = 50  # sessions of a point on its page; its figure lists them all


@require_GET
def sites(request: HttpRequest) -> HttpResponse:
    """The committee's deliberation points."""
    actor, place = actor_of(request), committee_of(request)
    page = keyset(reads.sites(actor, place), ("name", "id"), request.GET.get("cursor"), count=True)
    may_add = rules.may_plan(actor, place.pk) or actor.has(Post.ORGAN_HEAD, committee=place.pk)
    context = {"table": sites_table(page, request.GET), "may_add": may_add, "crumbs": crumbs(last=PAGE["sites"])}
    return render(request, "activities/consultation/sites.html", context)


@require_GET
def site(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One point: where it is, who keeps it, what was held there, the problems of those sessions."""
    actor = actor_of(request)
    row = reads.site(actor, uid)
    sessions, whole = reads.sessions_seen(actor, row, MOST)
    context = {
        "row": row,
        "tag": site_tag(row),
        "kind_name": codes.name_of(SITE_KINDS, row.committee_id, row.kind),
        "sessions": sessions,
        "whole": whole,
        "hidden": max(0, whole - len(sessions)),
        "keeps": rules.site_keeper(actor, row),
        "files": files_of(ties.SITE, row.uid),
        "may_add": ties.site_takes(actor, row),
        "kind": ties.SITE,
        "panels": beside.panels(actor, row),
        "events": histories([(ties.SITE, row.uid)]),
        "crumbs": _site_crumbs(row),
    }
    return render(request, "activities/consultation/site.html", context)


def _site_crumbs(row: Site | None, last: str = "") -> list[dict[str, str]]:
    found = [*crumbs(last=PAGE["sites"])]
    found[-1]["url"] = redirect("activities:sites").url
    if row is not None:
        found.append({"label": row.name, "url": site_address(row) if last else ""})
    return [*found, {"label": last, "url": ""}] if last else found


@require_http_methods(["GET", "POST"])
def keep_site(request: HttpRequest, uid: UUID | None = None) -> HttpResponse:
    """Open a point, or change one."""
    actor, place = actor_of(request), committee_of(request)
    row = reads.site(actor, uid) if uid is not None else None
    rules.site_keeper.check(actor, row) if row is not None else None
    form = SiteForm(request.POST or None, actor=actor, committee=row.committee if row else place, site=row)
    made: list[Site] = []

    def do(clean: dict[str, Any]) -> None:
        made.append(consulting.keep_site(actor, row.committee if row else place, form.values(), row))

    if request.method == "POST" and attempt(form, do):
        messages.success(request, PAGE["saved"])
        return redirect(site_address(made[0]))
    title = PAGE["edit_site"] if row else PAGE["new_site"]
    back = site_address(row) if row else redirect("activities:sites").url
    return _form(request, form, title, back, _site_crumbs(row, title))


def _form(request: HttpRequest, form: Any, title: str, back: str, way: list[dict[str, str]]) -> HttpResponse:
    context = {"form": form, "title": title, "home": back, "crumbs": way}
    return render(request, "activities/note.html", context, status=UNFIT if form.errors else 200)


@require_http_methods(["GET", "POST"])
def void_site(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a point entered by mistake out of every figure."""
    row = reads.site(actor_of(request), uid)
    return pages.void(request, row, rules.site_keeper, title=row.name, back=site_address(row))


@require_http_methods(["GET", "POST"])
def new_speech(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Note a speech; a speaker hands in the own one."""
    actor = actor_of(request)
    activity = queries.one(actor, uid)
    if not rules.keeper(actor, activity):
        rules.on_list.check(actor, activity)
    title = PAGE["speech"] if rules.keeper(actor, activity) else PAGE["own_speech"]
    return _speech_form(request, activity, None, title)


@require_http_methods(["GET", "POST"])
def edit_speech(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Change a speech."""
    actor = actor_of(request)
    row = reads.speech(actor, uid)
    if not rules.speaks_self(actor, row.activity, row.person):
        rules.keeper.check(actor, row.activity)
    return _speech_form(request, row.activity, row, PAGE["edit_speech"])


def _speech_form(request: HttpRequest, activity: Activity, row: Speech | None, title: str) -> HttpResponse:
    actor = actor_of(request)
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = SpeechForm(data, files, actor=actor, activity=activity, speech=row)
    made: list[Speech] = []

    def do(clean: dict[str, Any]) -> None:
        made.append(consulting.note_speech(actor, activity, form.values(), row))

    if request.method == "POST" and attempt(form, do):
        messages.success(request, PAGE["speech_saved"])
        _attach(request, made[0], form.cleaned_data.get("upload") or [])
        return redirect(address(activity))
    return _form(request, form, title, address(activity), crumbs(activity, title))


def _attach(request: HttpRequest, speech: Speech, uploads: list[Any]) -> None:
    """Files that came with it; a bad one is told and loses nothing of the speech."""
    if not uploads:
        return
    try:
        attach_all(actor_of(request), ties.SAID, speech.uid, uploads)
    except Refusal as refusal:
        messages.warning(request, DONE["photos"].format(problem=refusal.sentence))


@require_GET
def speech(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One speech in full."""
    actor = actor_of(request)
    row = reads.speech(actor, uid)
    changes = rules.keeper(actor, row.activity) or rules.speaks_self(actor, row.activity, row.person)
    context = {
        "row": row,
        "form_name": str(Spoken(row.form).label),
        "files": files_of(ties.SAID, row.uid),
        "changes": changes and row.activity.state in consulting.SPEAKING and row.voided_at is None,
        "keeps": rules.keeper(actor, row.activity),
        "crumbs": crumbs(row.activity, row.title),
    }
    return render(request, "activities/consultation/speech.html", context)


@require_http_methods(["GET", "POST"])
def void_speech(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a speech noted by mistake out of every figure."""
    row = reads.speech(actor_of(request), uid)
    return pages.void(request, row, rules.speech_keeper, title=str(row), back=address(row.activity))
