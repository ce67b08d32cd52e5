"""Entry by staff, a text brought in from a file, change of wording and what it changed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Missing, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.drafts import actions as drafts
from lvzhi.drafts import queries as kept
from lvzhi.exchange import BadFile
from lvzhi.exchange.text import read_text
from lvzhi.proposals import actions, queries, rules
from lvzhi.proposals.actions import amending, entering
from lvzhi.proposals.forms.entering import EnterForm, TextFileForm, WordingForm
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.queries.sections import day_of, labels
from lvzhi.proposals.tables import address
from lvzhi.proposals.ties import DRAFT, NEW
from lvzhi.proposals.views.place import committee_of
from lvzhi.proposals.views.refusing import tried
from lvzhi.proposals.vocabulary import NAMES
from lvzhi.proposals.vocabulary.entry import ENTRY_DONE, QUOTED
from lvzhi.ui.texts import difference


def _clerk_at(request: HttpRequest) -> Committee:
    place = committee_of(request)
    actor = actor_of(request)
    if place is None or not any(actor.has(role, committee=place.pk) for role in (rules.CLERK, rules.HEAD)):
        raise NotAllowed("access.not_allowed", who=rules.clerk.label)
    return place


@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """A proposal that came on paper, entered by staff for its proposer."""
    actor = actor_of(request)
    place = _clerk_at(request)
    data = request.POST if request.method == "POST" else None
    form = EnterForm(data, actor=actor, committee=place, organs=entering.bodies(place, clock.today()))
    if request.method == "POST" and form.is_valid():
        once = request.POST.get("once")
        done = tried(form, lambda: actions.begun(actor, once) or _entered(actor, place, form, once))
        if done is not None:
            messages.success(request, ENTRY_DONE["entered"])
            return redirect(address(done))
    return render(request, "proposals/enter.html", {"form": form}, status=422 if form.errors else 200)


def _entered(actor: Any, place: Committee, form: EnterForm, once: str | None) -> Proposal:
    data = form.cleaned_data
    member = data["who"][0] if data["who"] else None
    return entering.begin_for(actor, place, data, member=member, organ=data["organ"], once=once)


@require_POST
def bring_in(request: HttpRequest) -> HttpResponse:
    """A Word or text file divided into the parts; it becomes the saved text that the write page opens with."""
    actor = actor_of(request)
    place = committee_of(request)
    if place is None or not rules.may_draft(actor, place.pk):
        raise NotAllowed("proposals.not_member", committee=place.name if place else "")
    form = TextFileForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, str(next(iter(form.errors.values()))[0]))
        return redirect("proposals:write")
    upload = form.cleaned_data["file"]
    try:
        names = labels(place, clock.today())
        parts = entering.split_text(read_text(upload.read(), upload.name).text, names)
        if not parts:
            raise Refusal("proposals.file_empty", name=upload.name)
        before = kept.load(actor.account_id or 0, DRAFT, NEW)
        drafts.save(actor.account_id or 0, DRAFT, NEW, (dict(before.data) if before else {}) | parts)
    except (BadFile, Refusal) as problem:
        messages.error(request, problem.sentence)
        return redirect("proposals:write")
    if set(parts) <= {"title", "background"}:
        first, *others = [name for part, name in names.items() if part != "title"]
        headings = "".join(QUOTED.format(name=name) for name in (first, *others))
        messages.warning(request, ENTRY_DONE["unparted"].format(name=upload.name, headings=headings, first=first))
    else:
        found = NAMES.join(name for part, name in names.items() if part in parts)
        messages.success(request, ENTRY_DONE["imported"].format(name=upload.name, parts=found))
    return redirect("proposals:write")


@require_http_methods(["GET", "POST"])
def wording(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Staff reword; the original stays."""
    actor = actor_of(request)
    proposal = queries.one(actor, uid)
    rules.clerk.check(actor, proposal)
    if proposal.state not in amending.AMENDABLE or proposal.voided_at is not None:
        raise Refusal("proposals.not_amendable", state=proposal.get_state_display())
    data = request.POST if request.method == "POST" else None
    form = WordingForm(data, record=proposal, actor=actor, initial=amending.texts_of(proposal))
    if request.method == "POST" and form.is_valid():
        given, said = form.cleaned_data, request.POST.get("version", "")
        version = int(said) if said.isdigit() else None
        done = tried(form, lambda: amending.amend(proposal, actor, given, given["ground"], version=version))
        if done is not None:
            messages.success(request, ENTRY_DONE["amended"])
            return redirect("proposals:changes", uid)
    context = {
        "form": form,
        "proposal": proposal,
        "back": address(proposal),
        "version": request.POST.get("version") or proposal.version,
    }
    return render(request, "proposals/wording.html", context, status=422 if form.errors else 200)


@require_GET
def changes(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The proposer's own words beside what stands now, with what was taken out and put in."""
    proposal = queries.one(actor_of(request), uid)
    rows = amending.wordings(proposal)
    if not rows:
        raise Missing("proposals.unknown")
    now = amending.texts_of(proposal)
    parts = [
        (label, difference(getattr(rows[0], name), now[name]))
        for name, label in labels(proposal.committee_id, day_of(proposal)).items()
        if getattr(rows[0], name) != now[name]
    ]
    context = {"proposal": proposal, "rows": rows, "parts": parts, "back": address(proposal)}
    return render(request, "proposals/changes.html", context)
