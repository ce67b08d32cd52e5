"""The list of members, organs, staff, and the search of a picker."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from lvzhi.access import Actor, NotAllowed
from lvzhi.committee import queries as places
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.panels import history, said
from lvzhi.committee.rules import EDIT
from lvzhi.committee.scope import Scope
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.committee.web import actor_of
from lvzhi.deadlines import clock
from lvzhi.links import beside
from lvzhi.people import queries, rules, tables
from lvzhi.people.forms import JOINABLE, FilterForm
from lvzhi.people.models import Member
from lvzhi.people.queries import organs as in_organs
from lvzhi.people.views.place import committee_of, crumbs, file_of
from lvzhi.people.vocabulary import TELL_JOINER, WORDS
from lvzhi.ui.paging import keyset

OFFICES = (OrganKind.AGENCY, OrganKind.SPECIAL_COMMITTEE)
SORTS = {"name": ("person__pinyin",), "number": ("number", "person__pinyin")}


@require_GET
def members(request: HttpRequest) -> HttpResponse:
    """Members in tenure today, filtered."""
    actor, day = actor_of(request), clock.today()
    committee = committee_of(request, actor)
    reads = any(actor.has(role, committee=committee.pk) for role in rules.READERS)
    kinds = (OrganKind.SECTOR, OrganKind.SPECIAL_COMMITTEE)
    organs = list(places.organs_on(committee, day).filter(kind__in=kinds).order_by("kind", "code", "pk"))
    parties = queries.parties(committee, day) if reads else None
    form = FilterForm(request.GET, organs=organs, parties=parties)
    rows = _filtered(queries.members_on(Scope(committee), day), form.asked, organs)
    sort = request.GET.get("sort", "name")
    order = SORTS.get(sort.removeprefix("-"), SORTS["name"])
    if sort.startswith("-"):
        order = tuple("-" + key for key in order)
    page = keyset(queries.listed(rows, day), order, request.GET.get("cursor", ""))
    page = replace(page, total=rows.count())  # counted without what only the rows shown need
    context = {
        "committee": committee,
        "form": form,
        "table": tables.members(page, request.GET, sort),
        "keeps": rules.keeps(actor, committee.pk),
    }
    return render(request, "people/members.html", context)


def _filtered(rows: Any, asked: dict[str, str], organs: list[Organ]) -> Any:
    """The rows that answer what was asked."""
    day = clock.today()
    by_uid = {str(organ.uid): organ for organ in organs}
    for key in ("sector", "special_committee"):
        if key in asked:
            rows = rows.filter(queries.in_organ(by_uid[asked[key]], day))
    if "party" in asked:
        rows = rows.filter(queries.affiliated(asked["party"], day))
    if "post" in asked:
        rows = rows.filter(queries.holding([asked["post"]], day))
    if "q" in asked:
        rows = rows.filter(queries.fits(asked["q"]))
    return rows


@require_GET
def me(request: HttpRequest) -> HttpResponse:
    """To one's own file: the tenure of today, otherwise the last one."""
    tenures = queries.members_of_account(actor_of(request).account_id)
    now = clock.today()
    found = next((row for row in tenures if row.holds_on(now)), None) or tenures.first()
    if found is None:
        return render(request, "people/none.html", {"title": WORDS["me"], "said": WORDS["not_member"]})
    return redirect(file_of(found))


@require_GET
def organs(request: HttpRequest) -> HttpResponse:
    """Sectors, special committees, groups, with how many sit in each."""
    actor, day = actor_of(request), clock.today()
    committee = committee_of(request, actor)
    kind = request.GET.get("kind", "")
    found = list(places.organs_on(committee, day).filter(kind__in=JOINABLE).order_by("kind", "code", "pk"))
    shown = [organ for organ in found if kind in ("", organ.kind)]
    context = {
        "committee": committee,
        "crumbs": crumbs(last=WORDS["organs"]),
        "tabs": _tabs(found, kind),
        "table": tables.organs(shown, queries.seats_counted(shown, day)),
    }
    return render(request, "people/organs.html", context)


def _tabs(found: list[Organ], chosen: str) -> list[dict[str, Any]]:
    kinds = list(dict.fromkeys(organ.kind for organ in found))
    return [
        {
            "label": OrganKind(kind).label,
            "url": f"?kind={kind}",
            "active": kind == chosen,
            "count": sum(organ.kind == kind for organ in found),
        }
        for kind in kinds
    ]


@require_GET
def organ(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """One organ with its members."""
    actor, day = actor_of(request), clock.today()
    found = places.organ_by_uid(uid)
    _may_look(actor, found.committee)
    rows = list(queries.listed(queries.members_of(found, day), day).order_by("person__pinyin", "pk"))
    led, office = in_organs.seats_in(found), found.kind in OFFICES
    context = {
        "organ": found,
        "crumbs": crumbs((WORDS["organs"], reverse("people:organs")), last=found.name),
        "table": tables.organ_members(rows, found, keeps=rules.keeps(actor, found.committee_id)),
        "count": len(rows),
        "duties": tables.duties(led, in_organs.called_in(led, day)) if led else None,
        "staff": tables.staff_in(in_organs.staff_in(found, day)) if office else None,
        "history": history(found),
        "notes": said([found], day, actor)[found.pk],
        "edits": EDIT(actor, found),
        "stands": found.stands_on(day),
        "panels": beside.panels(actor, found),
    }
    return render(request, "people/organ.html", context)


def _may_look(actor: Actor, committee: Committee) -> None:
    if not rules.sees(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.SEE.label)


@require_GET
def staff(request: HttpRequest) -> HttpResponse:
    """The people of the agency."""
    actor = actor_of(request)
    committee = committee_of(request, actor)
    rows = queries.staff_on(Scope(committee), clock.today())
    page = keyset(rows, ("person__pinyin",), request.GET.get("cursor", ""))
    context = {
        "committee": committee,
        "crumbs": crumbs(last=WORDS["staff"]),
        "table": tables.staff(page, request.GET),
        "keeps": rules.keeps(actor, committee.pk),
    }
    return render(request, "people/staff.html", context)


@require_GET
def pick(request: HttpRequest) -> HttpResponse:
    """Members of one's own committee by typed text, for a picker: key, name, sector and employer below it."""
    day = clock.today()
    committee = committee_of(request, actor_of(request))
    field = request.GET.get("of", "")
    typed = request.GET.get("q") or request.GET.get(f"{field}__typed", "")
    rows = list(queries.picked(Scope(committee), typed, day)[: queries.MANY])
    options = [(str(row.pk), row.person.name, _second(row)) for row in rows]
    return render(request, "ui/picker_options.html", {"options": options})


def _second(member: Member) -> str:
    sectors = [seat.organ.name for seat in queries.seats_of(member, OrganKind.SECTOR)]
    return TELL_JOINER.join(part for part in (*sectors, member.person.work) if part)
