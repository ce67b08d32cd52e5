"""Past years: a file of any kind judged in the background, then written, as the same person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from lvzhi.access import Actor, Missing, NotAllowed
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.committee.models import Committee
from lvzhi.files import hold
from lvzhi.jobs import actions as jobs
from lvzhi.jobs import queries
from lvzhi.jobs.models import Job
from lvzhi.jobs.vocabulary import TONES, Outcome
from lvzhi.norms import value
from lvzhi.opening import rules
from lvzhi.opening.carriers import CARRIERS, HELD_AS, KIND, Carrier
from lvzhi.opening.forms import PastForm
from lvzhi.opening.vocabulary import CHECK_TITLE, TOO_LARGE, WITHOUT_IMPORT, WORDS, WRITE_TITLE

SHOWN = 20
MEGABYTE = 1024 * 1024


def _place(request: HttpRequest) -> tuple[Actor, Committee, list[Carrier]]:
    """Who brings what where. Raises `NotAllowed` for whoever brings nothing."""
    actor, place = actor_of(request), committee_of(request)
    mine = [one for one in CARRIERS.values() if place is not None and one.may(actor, place)]
    if place is None or not (mine or rules.sees(actor, place)):
        raise NotAllowed("access.not_allowed", who=rules.LOOK_LABEL)
    return actor, place, mine


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """What can be brought, what was; on POST a file is handed to a worker to be judged."""
    actor, place, mine = _place(request)
    form = PastForm(request.POST or None, request.FILES or None, kinds=mine) if mine else None
    if request.method == "POST" and form is not None and form.is_valid():
        sent, what = form.cleaned_data["file"], form.cleaned_data["what"]
        most = int(value("proposals.past_megabytes", place))
        if sent.size > most * MEGABYTE:
            form.add_error("file", TOO_LARGE.format(name=sent.name, limit=most))
        else:
            token = hold.put(HELD_AS, actor.account_id or 0, place.pk, sent.name, sent.read())
            facts = {
                "what": what, "token": token, "write": False, "good_only": False, "name": sent.name,
                "make_organs": bool(form.cleaned_data.get("make_organs")),
            }  # fmt: skip
            title = CHECK_TITLE.format(what=CARRIERS[what].name, file=sent.name)
            return redirect(jobs.ask(actor, KIND.key, facts, committee=place, title=title, key=token))
    context = {
        "committee": place, "form": form, "jobs": _jobs(actor, place), "without": WITHOUT_IMPORT,
        "kinds": [{"name": one.name, "url": _page(one, place) if one in mine else ""} for one in CARRIERS.values()],
        "crumbs": [{"label": WORDS["checklist"], "url": reverse("opening:checklist")}, {"label": WORDS["past"]}],
    }  # fmt: skip
    return render(request, "opening/past.html", context, status=422 if form is not None and form.errors else 200)


def _page(one: Carrier, place: Committee) -> str:
    return reverse(one.page, args=[place.uid] if one.placed else [])


def _jobs(actor: Actor, place: Committee) -> list[dict[str, Any]]:
    """The newest, each with whether it may be written now."""
    rows = list(queries.mine(actor).filter(kind=KIND.key, committee=place).order_by("-asked_at", "-id")[:SHOWN])
    going = [one for one in rows if one.facts["write"] and (one.is_open or one.outcome == Outcome.READY)]
    written = {one.facts["token"] for one in going}
    return [
        {
            "job": one,
            "write": one.facts["write"],
            "tone": TONES[Outcome(one.outcome)] if one.outcome else "info",
            "partial": CARRIERS[one.facts["what"]].partial,
            "may_write": not one.facts["write"] and one.outcome == Outcome.READY and one.facts["token"] not in written,
        }
        for one in rows
    ]


@require_POST
def write(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Hand the judged file to a worker again, now to be written. The right is asked anew when it runs."""
    actor, place, mine = _place(request)
    checked: Job = queries.job(actor, uid)
    carrier = CARRIERS.get(str(checked.facts.get("what")))
    if checked.kind != KIND.key or checked.committee_id != place.pk or checked.outcome != Outcome.READY:
        raise Missing("jobs.missing")
    if carrier not in mine or carrier is None:
        raise NotAllowed("access.not_allowed", who=rules.LOOK_LABEL)
    facts = checked.facts | {"write": True, "good_only": request.POST.get("good_only") == "1"}
    title = WRITE_TITLE.format(what=carrier.name, file=checked.facts["name"])
    made = jobs.ask(actor, KIND.key, facts, committee=place, title=title, key=f"write {checked.facts['token']}")
    messages.success(request, WORDS["handed_over"])
    return redirect(made)
