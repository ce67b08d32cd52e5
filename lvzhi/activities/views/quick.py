"""Quick entry: what took place, on one short page; photos may come with it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from lvzhi.access import Missing, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.activities import ties
from lvzhi.activities.actions import quick
from lvzhi.activities.forms.quick import SORTS, QuickForm
from lvzhi.activities.models import Activity
from lvzhi.activities.queries.consultation import site_seen, task_seen
from lvzhi.activities.tables import address
from lvzhi.activities.views.editing import planner
from lvzhi.activities.views.place import crumbs
from lvzhi.activities.vocabulary import DONE, PHOTO_LABEL, QUICK, WORDS
from lvzhi.committee.models import Committee
from lvzhi.committee.web import tell
from lvzhi.files.actions import attach_all


@require_GET
def choose(request: HttpRequest) -> HttpResponse:
    """Which of the three."""
    planner(request)
    sorts = [{"key": key, **QUICK[key]} for key in SORTS]
    return render(request, "activities/quick_choose.html", {"sorts": sorts, "crumbs": crumbs(last=WORDS["quick"])})


@require_http_methods(["GET", "POST"])
def entry(request: HttpRequest, sort: str) -> HttpResponse:
    """One record.

    Raises:
        Missing: none of the three.
    """
    if sort not in SORTS:
        raise Missing("access.missing")
    committee, actor = planner(request), actor_of(request)
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    task, site = task_seen(actor, request.GET.get("task", "")), site_seen(actor, request.GET.get("site", ""))
    known = {"task": task.pk if task else None, "site": site.pk if site else None}
    form = QuickForm(data, files, actor=actor, committee=committee, sort=SORTS[sort], initial=known)
    if request.method == "POST" and form.is_valid():
        done = _record(request, committee, form)
        if done is not None:
            messages.success(request, DONE["quick"])
            return redirect("activities:quick_entry", sort) if "more" in request.POST else redirect(address(done))
    context = {"form": form, "sort": QUICK[sort], "key": sort, "crumbs": crumbs(last=WORDS["quick"])}
    return render(request, "activities/quick.html", context, status=422 if form.errors else 200)


def _record(request: HttpRequest, committee: Committee, form: QuickForm) -> Activity | None:
    actor = actor_of(request)
    try:
        done = quick.record(
            actor, committee, form.values(), sittings=form.sittings(), places=form.places(), guests=form.guests(),
            once=request.POST.get("once"),
        )  # fmt: skip
    except (NotAllowed, Missing):
        raise
    except Refusal as refusal:
        tell(form, refusal)
        return None
    photos = form.cleaned_data.get("photos") or []
    if photos:
        try:
            attach_all(actor, ties.KIND, done.uid, photos, label=PHOTO_LABEL)
        except Refusal as refusal:
            messages.warning(request, DONE["photos"].format(problem=refusal.sentence))
    return done
