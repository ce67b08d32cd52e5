"""Asking for a correction of one's own data, and the office's confirmation field by field."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from lvzhi.access import Missing, NotAllowed
from lvzhi.committee.web import actor_of, attempt
from lvzhi.deadlines import clock
from lvzhi.dossier import tables
from lvzhi.dossier.forms import AmendForm
from lvzhi.dossier.models import Amendment
from lvzhi.dossier.queries import amending, finding
from lvzhi.dossier.queries.held import oneself
from lvzhi.dossier.rules import decides
from lvzhi.dossier.vocabulary.amending import FIELDS, NUMBERS, WORDS, AmendState
from lvzhi.dossier.workflow import AMENDMENT
from lvzhi.dossier.workflow import ask as ask_for
from lvzhi.people.rules import KEEPERS
from lvzhi.people.vocabulary import FIELDS as LABELS
from lvzhi.workflow import pages
from lvzhi.workflow.engine import begun, steps_open


@require_http_methods(["GET", "POST"])
@never_cache
def ask(request: HttpRequest, field: str) -> HttpResponse:
    """Ask that one field be corrected.

    Raises:
        Missing: no such field, the login belongs to no member.
    """
    actor = actor_of(request)
    if field not in FIELDS:
        raise Missing("dossier.amend_field")
    person, member = oneself(actor), finding.own(actor, clock.today())
    form = AmendForm(request.POST if request.method == "POST" else None, field=field)
    once = request.POST.get("once")

    def do(data: dict[str, Any]) -> None:
        if begun(Amendment, actor, once) is None:
            ask_for(actor, person, member.committee, field, form.wanted, ground=data["ground"], once=once)

    if request.method == "POST" and attempt(form, do):
        messages.success(request, WORDS["asked"])
        return redirect("dossier:own")
    now = amending.stored(person, field)
    asked = Amendment(person=person, field=field)
    context = {
        "form": form,
        "title": WORDS["title"].format(label=LABELS[field]),
        "now": asked.shown(amending.worded(field, now)) if now else WORDS["empty"],
        "back": reverse("dossier:own"),
    }
    return render(request, "dossier/amend.html", context, status=pages.UNFIT if form.errors else 200)


@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """What waits for the office.

    Raises:
        NotAllowed: the actor keeps no committee's roster.
    """
    actor = actor_of(request)
    if not any(actor.has(role) for role in KEEPERS):
        raise NotAllowed("access.not_allowed", who=decides.label)
    rows = list(amending.waiting(actor))
    return render(request, "dossier/amendments.html", {"title": WORDS["list"], "table": tables.amendments(rows)})


@require_GET
@never_cache
def detail(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One request with what stood, what is wanted, and the steps open to the reader."""
    actor = actor_of(request)
    asked = amending.one(actor, uid)
    context = _told(asked) | {
        "title": asked.title_for_people,
        "tag": tables.amend_tag(asked),
        "steps": [(step, reverse("dossier:amend_step", args=[uid, step.key])) for step in steps_open(asked, actor)],
    }
    return render(request, "dossier/amendment.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
def step(request: HttpRequest, uid: UUID, key: str) -> HttpResponse:
    """Ask what the step asks; take it."""
    asked = amending.one(actor_of(request), uid)
    workflow = pages.wanted({"amendment": AMENDMENT}, "amendment", key)
    frame = pages.Frame(
        title=asked.title_for_people,
        back=reverse("dossier:amendment", args=[uid]),
        more=_told(asked),
        template="dossier/amend_step.html",
    )
    return pages.step(request, workflow, asked, key, frame)


def _told(asked: Amendment) -> dict[str, Any]:
    """The values as both sides see them; numbers masked for everybody."""
    was, wanted, now = asked.was.reveal(), asked.wanted.reveal(), amending.stored(asked.person, asked.field)
    return {
        "asked": asked,
        "was": _shown(asked, was),
        "wanted": _shown(asked, wanted),
        "now": _shown(asked, now) if asked.state == AmendState.ASKED and now != was else "",
        "masked": asked.field in NUMBERS,
    }


def _shown(asked: Amendment, value: str) -> str:
    return asked.shown(amending.worded(asked.field, value)) if value else WORDS["empty"]
