"""Entering an activity by its kind, changing it, its programme and the places visited."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lvzhi.access import Missing, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.activities import actions, rules
from lvzhi.activities.actions import PlaceGiven
from lvzhi.activities.forms import ActivityForm, KindForm, PlaceSet, SittingSet, Standing
from lvzhi.activities.forms.activity import known_of
from lvzhi.activities.forms.programme import PlaceForm, SittingForm
from lvzhi.activities.models import Activity
from lvzhi.activities.norms import KindRule, kind_named, kinds_on
from lvzhi.activities.queries import pages, planned
from lvzhi.activities.tables import address
from lvzhi.activities.views.place import committee_of, crumbs, kept
from lvzhi.activities.vocabulary import DONE, WORDS
from lvzhi.activities.workflow import telling
from lvzhi.committee.models import Committee
from lvzhi.committee.web import tell, version_seen
from lvzhi.deadlines import clock
from lvzhi.plans.models import Campaign, Task
from lvzhi.workflow.engine import begun


def planner(request: HttpRequest) -> Committee:
    """The committee in which the actor may begin an activity."""
    committee, actor = committee_of(request), actor_of(request)
    if not rules.plans_somewhere(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    return committee


def _kind(request: HttpRequest, committee: Committee, task: Task | None) -> KindRule | None:
    """The kind that was chosen, or that the task's form names."""
    wanted = request.GET.get("kind", "")
    kinds = kinds_on(committee, clock.today())
    found = next((one for one in kinds if one.code == wanted), None)
    if found is None and task is not None and task.form and "kinds" not in request.GET:
        found = next((one for one in kinds if task.form in (one.name, *one.words)), None)
    return found


def _reason(request: HttpRequest, committee: Committee) -> tuple[Task | None, Campaign | None]:
    """The task or the campaign from whose page one came.

    Raises:
        Missing: there is none that could have activities here.
    """
    found: list[Any] = []
    for name, find in (("task", planned.task_here), ("campaign", planned.campaign_here)):
        given = request.GET.get(name)
        try:
            found.append(find(committee, UUID(given)) if given else None)
        except ValueError:
            raise Missing("access.missing") from None
    return found[0], found[1]


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Choose a kind; then what its family asks."""
    committee, actor = planner(request), actor_of(request)
    task, campaign = _reason(request, committee)
    given = {name: str(row.uid) for name, row in (("task", task), ("campaign", campaign)) if row is not None}
    kept = "&" + urlencode(given) if given else ""
    kind = _kind(request, committee, task)
    if kind is None:
        groups: dict[str, list[KindRule]] = {}
        for one in kinds_on(committee, clock.today()):
            groups.setdefault(str(one.family.label), []).append(one)
        choices = {"groups": groups, "kept": kept, "crumbs": crumbs(last=WORDS["new"])}
        return render(request, "activities/kinds.html", choices)
    data = request.POST if request.method == "POST" else None
    initial = {"held_on": request.GET.get("day") or None} | known_of(kind, task, campaign)
    form = ActivityForm(data, actor=actor, committee=committee, kind=kind, initial=initial if not data else {})
    if request.method == "POST" and form.is_valid():
        once = request.POST.get("once")
        done = begun(Activity, actor, once) or _begin(request, committee, kind, form, once)
        if done is not None:
            messages.success(request, DONE["begun"])
            return redirect("activities:guests", done.uid)
    context = {
        "form": form,
        "kind": kind,
        "kept": kept,
        "kinds": KindForm(None, committee, clock.today(), kind.code),
        "crumbs": crumbs(last=WORDS["new"]),
    }
    return render(request, "activities/edit.html", context, status=422 if form.errors else 200)


def _begin(
    request: HttpRequest, committee: Committee, kind: KindRule, form: ActivityForm, once: str | None
) -> Activity | None:
    actor = actor_of(request)
    try:
        return actions.begin(
            actor,
            committee,
            {**form.cleaned_data, "kind": kind.code},
            sittings=form.sittings() or (),
            places=form.places(),
            partners=form.partners_given(),
            once=once,
        )
    except (NotAllowed, Missing):
        raise
    except Refusal as refusal:
        tell(form, refusal)
        return None


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Change what was arranged."""
    actor = actor_of(request)
    activity = kept(actor, uid)
    _refuse_closed(activity)
    kind = kind_named(activity.committee_id, activity.kind, activity.held_on)
    if kind is None:
        raise Refusal("norms.code_unknown", given=activity.kind_name, set=WORDS["kinds"], day=activity.held_on)
    standing = Standing(activity, pages.programme(activity), pages.places_of(activity), pages.partners_of(activity))
    data = request.POST if request.method == "POST" else None
    form = ActivityForm(data, actor=actor, committee=activity.committee, kind=kind, standing=standing)
    if request.method == "POST" and form.is_valid() and _edited(request, activity, form):
        messages.success(request, DONE["saved"])
        return redirect(address(activity))
    context = {
        "form": form,
        "kind": kind,
        "activity": activity,
        "version": request.POST.get("version") or activity.version,
        "crumbs": crumbs(activity, WORDS["edit"]),
    }
    return render(request, "activities/edit.html", context, status=422 if form.errors else 200)


def _edited(request: HttpRequest, activity: Activity, form: ActivityForm) -> bool:
    version = version_seen(request)
    parts: dict[str, Any] = {"places": form.places(), "partners": form.partners_given()}
    sittings = form.sittings()
    if sittings is not None:
        parts["sittings"] = sittings
    try:
        telling.edit(activity, actor_of(request), form.cleaned_data, version=version, **parts)
    except (NotAllowed, Missing):
        raise
    except Refusal as refusal:
        tell(form, refusal)
        return False
    return True


def _refuse_closed(activity: Activity) -> None:
    if activity.state not in actions.EDITABLE or activity.voided_at is not None:
        raise Refusal("activities.not_editable", state=activity.get_state_display())


@require_http_methods(["GET", "POST"])
def programme(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Sittings and their agenda."""
    actor = actor_of(request)
    activity = kept(actor, uid)
    _refuse_closed(activity)
    initial = [SittingForm.values_of(row) for row in pages.programme(activity)]
    rows = SittingSet(request.POST if request.method == "POST" else None, initial=initial, prefix="s")
    faults: list[str] = []
    if request.method == "POST" and rows.is_valid():
        given = [form.given() for form in rows if form.cleaned_data.get("on")]
        try:
            days = [one.on for one in given] or [activity.held_on]
            dates = {"held_on": min(days), "ends_on": max(days)}
            telling.edit(activity, actor, dates, sittings=given, version=version_seen(request))
        except (NotAllowed, Missing):
            raise
        except Refusal as refusal:
            faults = refusal.sentence.splitlines()
        else:
            messages.success(request, DONE["saved"])
            return _onward(request, activity, "activities:programme")
    return _rows_page(request, activity, rows, faults, "activities/programme.html", WORDS["programme"])


@require_http_methods(["GET", "POST"])
def places(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Places, and what was asked at each."""
    actor = actor_of(request)
    activity = kept(actor, uid)
    _refuse_closed(activity)
    initial = [PlaceForm.values_of(row) for row in pages.places_of(activity)]
    data = request.POST if request.method == "POST" else None
    rows = PlaceSet(data, initial=initial, prefix="p", form_kwargs={"committee": activity.committee})
    faults: list[str] = []
    if request.method == "POST" and rows.is_valid():
        given: list[PlaceGiven] = [form.given() for form in rows if form.cleaned_data.get("name")]
        try:
            telling.edit(activity, actor, {}, places=given, version=version_seen(request))
        except (NotAllowed, Missing):
            raise
        except Refusal as refusal:
            faults = refusal.sentence.splitlines()
        else:
            messages.success(request, DONE["saved"])
            return _onward(request, activity, "activities:places")
    return _rows_page(request, activity, rows, faults, "activities/places.html", WORDS["places"])


def _onward(request: HttpRequest, activity: Activity, here: str) -> HttpResponse:
    """Back to the record, or to the same page with room for more."""
    return redirect(here, activity.uid) if "more" in request.POST else redirect(address(activity))


def _rows_page(
    request: HttpRequest, activity: Activity, rows: Any, faults: list[str], template: str, title: str
) -> HttpResponse:
    faults += [str(error) for form in rows for errors in form.errors.values() for error in errors]
    context = {
        "activity": activity,
        "rows": rows,
        "faults": faults,
        "version": request.POST.get("version") or activity.version,
        "crumbs": crumbs(activity, title),
    }
    return render(request, template, context, status=422 if faults else 200)
