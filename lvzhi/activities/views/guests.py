"""The list of an activity: groups in one go, people by name, outsiders, stand-ins, who was told otherwise."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Actor, Missing, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.activities import actions
from lvzhi.activities.actions import inviting
from lvzhi.activities.forms import GroupsForm, OutsiderForm, PeopleForm, RecastForm, StandInForm, ToldForm
from lvzhi.activities.models import Activity, Participant
from lvzhi.activities.norms import kind_named
from lvzhi.activities.queries import pages, persons, receipts
from lvzhi.activities.queries.attending import clashes, clashes_told
from lvzhi.activities.queries.reading import participant_of
from lvzhi.activities.tables import state_tag
from lvzhi.activities.views.place import committee_of, crumbs, kept
from lvzhi.activities.vocabulary import DONE, WORDS, Role, State
from lvzhi.activities.workflow import telling
from lvzhi.committee.web import tell
from lvzhi.deadlines import clock
from lvzhi.people.queries import picking

FORMS: dict[str, Any] = {"groups": GroupsForm, "people": PeopleForm, "outsider": OutsiderForm}


@require_http_methods(["GET", "POST"])
def guests(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The list, and the ways to put people on it."""
    actor = actor_of(request)
    activity = kept(actor, uid)
    asked = request.POST.get("do", "")
    forms = {
        name: form(request.POST if request.method == "POST" and asked == name else None, activity=activity)
        for name, form in FORMS.items()
    }
    if request.method == "POST" and asked in forms and forms[asked].is_valid():
        form = forms[asked]
        try:
            wanted = form.guests()
            made = telling.invite(activity, actor, wanted)
        except (NotAllowed, Missing):
            raise
        except Refusal as refusal:
            tell(form, refusal)
        else:
            words = DONE["invited" if len(made) == len(wanted) else "invited_some"]
            messages.success(request, words.format(count=len(made), standing=len(wanted) - len(made)))
            return redirect("activities:guests", uid)
    status = 422 if any(form.errors for form in forms.values()) else 200
    return render(request, "activities/guests.html", _context(actor, activity, forms), status=status)


def _context(actor: Actor, activity: Activity, forms: dict[str, Any]) -> dict[str, Any]:
    people = pages.people_of(activity)
    kind = kind_named(activity.committee_id, activity.kind, activity.held_on)
    by_role = [(str(role.label), [row for row in people if row.role == role]) for role in Role]
    return {
        "activity": activity,
        "tag": state_tag(activity),
        "forms": forms,
        "roles": [(label, rows) for label, rows in by_role if rows],
        "count": len(people),
        "counted": sum(1 for row in people if row.counted),
        "open": activity.state in actions.INVITING and activity.voided_at is None,
        "draft": activity.state == State.DRAFT,
        "stand_in": kind is not None and kind.stand_in,
        "clashes": clashes_told(actor, clashes(activity, people, pages.programme(activity))),
        "may_recast": activity.state in inviting.RECASTING and activity.voided_at is None,
        "receipts": receipts(activity, people) if activity.notified_on else None,
        "told": ToldForm(),
        "crumbs": crumbs(activity, WORDS["guests"]),
    }


@require_POST
def drop(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take somebody off a draft's list."""
    actor = actor_of(request)
    row = _row(request, uid)
    actions.drop(row, actor)
    messages.success(request, DONE["dropped"].format(name=row.name))
    return redirect("activities:guests", row.activity.uid)


def _row(request: HttpRequest, uid: UUID) -> Participant:
    row = participant_of(uid)
    kept(actor_of(request), row.activity.uid)
    return row


@require_http_methods(["GET", "POST"])
def stand_in(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Name who comes in another's place."""
    actor, row = actor_of(request), _row(request, uid)
    form = StandInForm(request.POST if request.method == "POST" else None, activity=row.activity)
    if request.method == "POST" and form.is_valid():
        try:
            telling.stand_in(row, actor, form.guest())
        except (NotAllowed, Missing):
            raise
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, DONE["stood_in"])
            return redirect("activities:guests", row.activity.uid)
    context = {"form": form, "row": row, "activity": row.activity, "crumbs": crumbs(row.activity, WORDS["stand_in"])}
    return render(request, "activities/stand_in.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def recast(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Change somebody's role and group."""
    actor, row = actor_of(request), _row(request, uid)
    initial = {"role": row.role, "group": row.group}
    form = RecastForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.recast(row, actor, **form.cleaned_data)
        messages.success(request, DONE["recast"].format(name=row.name))
        return redirect("activities:guests", row.activity.uid)
    context = {"form": form, "row": row, "activity": row.activity, "crumbs": crumbs(row.activity, WORDS["recast"])}
    return render(request, "activities/recast.html", context, status=422 if form.errors else 200)


@require_POST
def told(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Those without a login were told otherwise."""
    actor = actor_of(request)
    activity = kept(actor, uid)
    form = ToldForm(request.POST)
    if form.is_valid():
        count = actions.note_told(activity, actor, form.cleaned_data["how"])
        messages.success(request, DONE["told"].format(count=count))
    return redirect("activities:guests", uid)


@require_GET
def pick(request: HttpRequest) -> HttpResponse:
    """Members and staff of one's own committee by typed text, for a picker."""
    committee, day = committee_of(request), clock.today()
    typed = request.GET.get("q") or request.GET.get(f"{request.GET.get('of', '')}__typed", "")
    rows = list(picking.found_persons(committee, typed, day)[:40])
    names, beside = picking.told_apart(committee, rows), persons.noted_beside(committee, rows, day)
    options = [(str(row.pk), names[row.pk], beside.get(row.pk, "")) for row in rows]
    return render(request, "ui/picker_options.html", {"options": options})
