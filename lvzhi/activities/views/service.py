"""Donations, reports to communities, study plans: their lists, and entering for others or for oneself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from lvzhi.access import Actor, Missing
from lvzhi.activities import rules
from lvzhi.activities.actions import service as actions
from lvzhi.activities.forms.service import EndForm, GiftForm, ReportForm, StudyPlanForm, VoidNoteForm
from lvzhi.activities.models import CommunityPost
from lvzhi.activities.queries import service as queries
from lvzhi.activities.tables.service import TABLES, Sort
from lvzhi.activities.views.place import committee_of, crumbs
from lvzhi.activities.vocabulary.service import SERVICE_SAID, SERVICE_TITLES
from lvzhi.committee.models import Committee
from lvzhi.committee.web import actor_of, attempt
from lvzhi.deadlines import clock
from lvzhi.people.models import Member
from lvzhi.people.queries import members_of_account
from lvzhi.ui.paging import keyset

Run = Callable[[dict[str, Any]], object]


def _notes_for_all(actor: Actor, committee: Committee) -> bool:
    return any(actor.has(role, committee=committee.pk) for role in rules.KEEPERS)


def _own(actor: Actor, committee: Committee) -> Member | None:
    """The actor's tenure here today."""
    today = clock.today()
    rows = members_of_account(actor.account_id).filter(committee=committee).select_related("person")
    return next((row for row in rows if row.holds_on(today)), None)


def _sort(which: str) -> Sort:
    """Raises `Missing` for an address of no sort."""
    if which not in TABLES:
        raise Missing("activities.unknown_note")
    return TABLES[which]


@require_GET
def notes(request: HttpRequest, which: str) -> HttpResponse:
    """The list of one sort, the latest first: everything for the office and readers, one's own for others."""
    actor, committee = actor_of(request), committee_of(request)
    sort = _sort(which)
    page = keyset(queries.readable(sort.model, actor, committee), sort.order, request.GET.get("cursor"), count=True)
    context = {
        "which": which,
        "title": SERVICE_TITLES[which],
        "lead": SERVICE_SAID[which],
        "tabs": [{"label": SERVICE_TITLES[key], "url": f"../{key}/", "active": key == which} for key in TABLES],
        "table": sort.table(page, request.GET),
        "may_add": _notes_for_all(actor, committee) or _own(actor, committee) is not None,
        "crumbs": crumbs(last=SERVICE_TITLES[which]),
    }
    return render(request, "activities/notes.html", context)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, which: str) -> HttpResponse:
    """Enter for others, who may; for oneself otherwise."""
    actor, committee = actor_of(request), committee_of(request)
    _sort(which)
    own = None if _notes_for_all(actor, committee) else _own(actor, committee)
    rules.check_noting(actor, committee.pk, own.person if own else None)
    form, do = ADDING[which](request.POST or None, actor, committee, own)
    if request.method == "POST" and attempt(form, do):
        messages.success(request, SERVICE_SAID["saved"])
        return redirect("activities:notes", which)
    title = SERVICE_TITLES[f"add_{which}"]
    home = redirect("activities:notes", which).url
    context = {"form": form, "title": title, "home": home, "crumbs": crumbs(last=title)}
    return render(request, "activities/note.html", context, status=422 if form.errors else 200)


def _gift(data: Any, actor: Actor, committee: Committee, own: Member | None) -> tuple[GiftForm, Run]:
    form = GiftForm(data, committee=committee, day=clock.today(), own=own.person if own else None)
    return form, lambda clean: actions.note_givings(actor, committee, [form.gift(clean)])


def _report(data: Any, actor: Actor, committee: Committee, own: Member | None) -> tuple[ReportForm, Run]:
    form = ReportForm(data, committee=committee, day=clock.today(), own=own)

    def do(clean: dict[str, Any]) -> object:
        members = [own] if own else queries.tenures(committee, clean["people"], clean["starts"])
        places = [(member, clean["unit"][0]) for member in members]
        return actions.report_to(actor, committee, places, clean["starts"], clean["remark"])

    return form, do


def _plan(data: Any, actor: Actor, committee: Committee, own: Member | None) -> tuple[StudyPlanForm, Run]:
    form = StudyPlanForm(data, committee=committee, day=clock.today(), own=own.person if own else None)

    def do(clean: dict[str, Any]) -> object:
        people = [own.person] if own else clean["people"]
        rest = {"title": clean["title"], "text": clean.get("text", ""), "on": clean.get("handed_in_on")}
        return actions.hand_in_plans(actor, committee, people, clean["year"], **rest)

    return form, do


ADDING: dict[str, Callable[..., tuple[Any, Run]]] = {"givings": _gift, "reports": _report, "study-plans": _plan}


@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, uid: UUID) -> HttpResponse:
    """End a report to a community."""
    actor = actor_of(request)
    post = queries.one_noted(CommunityPost, actor, uid)
    rules.noter.check(actor, post)
    form = EndForm(request.POST or None, initial={"ends": clock.today()})
    if request.method == "POST" and attempt(form, lambda clean: actions.end_post(post, actor, clean["ends"])):
        messages.success(request, SERVICE_SAID["ended"])
        return redirect("activities:notes", "reports")
    title = SERVICE_TITLES["end"].format(post=post)
    home = redirect("activities:notes", "reports").url
    context = {"form": form, "title": title, "home": home, "crumbs": crumbs(last=title)}
    return render(request, "activities/note.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, which: str, uid: UUID) -> HttpResponse:
    """Void a row entered by mistake; it leaves every figure and stays in the journal."""
    actor = actor_of(request)
    row = queries.one_noted(_sort(which).model, actor, uid)
    form = VoidNoteForm(request.POST or None)
    if request.method == "POST" and attempt(form, lambda clean: actions.void_note(row, actor, clean["ground"])):
        messages.success(request, SERVICE_SAID["voided"])
        return redirect("activities:notes", which)
    title = SERVICE_TITLES["void"].format(row=row)
    home = redirect("activities:notes", which).url
    context = {"form": form, "title": title, "home": home, "crumbs": crumbs(last=title)}
    return render(request, "activities/note.html", context, status=422 if form.errors else 200)
