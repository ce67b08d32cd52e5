"""Practical deeds of Party members: the list of a year, one of them, putting one down."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi import norms
from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.models import Committee
from lvzhi.committee.web import attempt
from lvzhi.deadlines import clock
from lvzhi.files.queries import of as files_of
from lvzhi.journal.queries import timeline
from lvzhi.party import actions, queries, rules, tables, ties
from lvzhi.party.forms import DeedForForm, DeedForm
from lvzhi.party.models import Deed
from lvzhi.party.norms import DEEDS
from lvzhi.party.queries.addresses import deed_address
from lvzhi.party.views.place import UNFIT, place
from lvzhi.party.vocabulary import DONE, YEAR_NAME
from lvzhi.people.queries import person_of_account
from lvzhi.ui.paging import keyset
from lvzhi.workflow import pages
from lvzhi.workflow.engine import steps_open

SHOWN = 40


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Deeds of a year, those that the reader may see; a member sees the own ones and how many are wanted."""
    actor, committee, now = actor_of(request), place(request), clock.today()
    text = request.GET.get("year", "")
    year = int(text) if text in {str(now.year - 1), str(now.year)} else now.year
    rows = queries.deeds_of(queries.deeds_seen(actor, committee), year)
    page = keyset(rows, ("-done_on", "-id"), request.GET.get("cursor"), SHOWN, count=True)
    tabs = [
        {"label": YEAR_NAME.format(year=one), "url": f"?year={one}", "active": one == year}
        for one in (now.year, now.year - 1)
    ]
    person = person_of_account(actor.account_id)
    context = {
        "table": tables.deeds_table(page, request.GET), "tabs": tabs, "least": norms.value(DEEDS, committee, now),
        "mine": person is not None and queries.party_member(person, now), "year": year,
        "for_others": _for_others(actor, committee),
    }  # fmt: skip
    return render(request, "party/deeds.html", context)


def _for_others(actor: Any, committee: Committee) -> bool:
    return rules.keeps(actor, committee.pk)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Put down one's own deed."""
    actor, committee = actor_of(request), place(request)
    person = person_of_account(actor.account_id)
    if person is None:
        raise NotAllowed("access.not_allowed", who=rules.own.label)
    form = DeedForm(request.POST or None)
    made: list[Deed] = []

    def do(data: dict[str, Any]) -> None:
        made.append(actions.begin_deed(actor, committee, person, data, once=request.POST.get("once")))

    return _added(request, form, do, made)


@require_http_methods(["GET", "POST"])
def add_for(request: HttpRequest) -> HttpResponse:
    """Put down a deed on behalf of a Party member."""
    actor, committee = actor_of(request), place(request)
    if not _for_others(actor, committee):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    form = DeedForForm(request.POST or None, committee=committee)
    made: list[Deed] = []

    def do(data: dict[str, Any]) -> None:
        person = data["people"][0]
        made.append(actions.begin_deed(actor, committee, person, data, once=request.POST.get("once")))

    return _added(request, form, do, made)


def _added(request: HttpRequest, form: Any, do: Any, made: list[Deed]) -> HttpResponse:
    if request.method == "POST" and attempt(form, do):
        messages.success(request, DONE["deed"])
        return redirect(deed_address(made[0]))
    context = {"form": form, "title": DONE["add_deed"], "back": reverse("party:deeds")}
    return render(request, "party/form.html", context, status=UNFIT if form.errors else 200)


@require_GET
def one(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A deed with its proof."""
    actor = actor_of(request)
    deed = queries.deed_of(actor, uid)
    kind = deed._meta.label_lower
    context = {
        "deed": deed, "tag": tables.deed_tag(deed), "buttons": steps_open(deed, actor),
        "may_void": rules.keeper(actor, deed), "files": files_of(kind, deed.uid),
        "add_url": reverse("files:add", args=[kind, deed.uid]) if ties.may_add(actor, deed) else "",
        "events": timeline(kind, deed.uid),
    }  # fmt: skip
    return render(request, "party/deed.html", context)


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a mis-entered deed out of every figure."""
    deed = queries.deed_of(actor_of(request), uid)
    return pages.void(request, deed, rules.keeper, title=deed.title, back=deed_address(deed))


@require_POST
def restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring it back."""
    deed = queries.deed_of(actor_of(request), uid)
    return pages.restore(request, deed, rules.keeper, back=deed_address(deed))
