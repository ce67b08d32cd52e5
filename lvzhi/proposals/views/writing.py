"""Writing the text: new or again, autosaved, never lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lvzhi.access import Conflict, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.models import Committee
from lvzhi.committee.web import version_seen
from lvzhi.drafts import actions as drafts
from lvzhi.drafts import queries as kept
from lvzhi.proposals import actions, queries, rules
from lvzhi.proposals.actions.writing import EDITABLE
from lvzhi.proposals.forms import TextForm
from lvzhi.proposals.forms.sections import total_of
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.queries.sections import day_of, labels
from lvzhi.proposals.tables import address
from lvzhi.proposals.ties import DRAFT as KIND
from lvzhi.proposals.ties import NEW
from lvzhi.proposals.views.addresses import step_url
from lvzhi.proposals.views.place import committee_of
from lvzhi.proposals.views.refusing import tried
from lvzhi.proposals.vocabulary import DONE
from lvzhi.proposals.workflow.opening import begin, check_may, draft_form

GOES_ON = {"submit": "submit", "invite": "invite"}
TICKS = ("may_publish", "may_merge", "may_convert")


def _place(request: HttpRequest) -> Committee:
    """The committee that the proposal goes to.

    Raises:
        NotAllowed: the actor neither sits in it nor heads one of its organs.
    """
    place = committee_of(request)
    if place is None:
        raise NotAllowed("proposals.not_member", committee="")
    check_may(actor_of(request), place)
    return place


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """A new proposal."""
    actor = actor_of(request)
    place = _place(request)
    if request.method == "GET":
        draft = kept.load(actor.account_id or 0, KIND, NEW)
        initial = _from_draft(draft.data) if draft else {}
        form = draft_form(actor, place, initial=initial)
        return _page(request, form, None, draft)
    form = draft_form(actor, place, request.POST)
    if not form.is_valid():
        return _page(request, form, None, None, status=422)
    again = actions.begun(actor, request.POST.get("once"))
    if again is not None:
        return _onward(request, again)
    once = request.POST.get("once")
    proposal = tried(form, lambda: begin(actor, place, form.cleaned_data, once))
    if proposal is None:
        return _page(request, form, None, None, status=422)
    drafts.clear(actor.account_id or 0, KIND, NEW)
    return _onward(request, proposal)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The text again, while it is its author's."""
    actor = actor_of(request)
    proposal = queries.one(actor, uid)
    rules.author.check(actor, proposal)
    if proposal.state not in EDITABLE or proposal.voided_at is not None:
        raise Refusal("proposals.not_editable", state=proposal.get_state_display())
    key = str(proposal.uid)
    if request.method == "GET":
        draft = kept.load(actor.account_id or 0, KIND, key)
        initial = _from_record(proposal) | (_from_draft(draft.data) if draft else {})
        return _page(request, TextForm(initial=initial, record=proposal, actor=actor), proposal, draft)
    form = TextForm(request.POST, record=proposal, actor=actor)
    if not form.is_valid():
        return _page(request, form, proposal, None, status=422)
    seen = version_seen(request)
    try:
        done = tried(form, lambda: actions.write(proposal, actor, form.cleaned_data, version=seen), conflicts=False)
    except Conflict as conflict:
        return _both(request, conflict, proposal)
    if done is None:
        return _page(request, form, proposal, None, status=422)
    drafts.clear(actor.account_id or 0, KIND, key)
    return _onward(request, proposal)


def _onward(request: HttpRequest, proposal: Proposal) -> HttpResponse:
    """To the page that the pressed button names: handing in, inviting, or the proposal."""
    step = GOES_ON.get(request.POST.get("then", ""))
    if step is None:
        messages.success(request, DONE["saved"])
        return redirect(address(proposal))
    return redirect(step_url(proposal, step))


def _from_record(proposal: Proposal) -> dict[str, Any]:
    rows = proposal.recommendations.filter(voided_at=None).order_by("number")
    names = ("title", "background", "analysis", "survey", "category", "publish_ground", *TICKS)
    return {name: getattr(proposal, name) for name in names} | {
        "wished_lead": proposal.wished_lead_id,
        "recommendations": "\n".join(row.text for row in rows),
        "wished_units": [str(row.unit_id) for row in queries.wished(proposal)],
    }


def _from_draft(data: Mapping[str, Any]) -> dict[str, Any]:
    """Saved fields as a form's initial values: an unticked box was not sent, one picked unit came as a text."""
    several = data.get("wished_units", [])
    return dict(data) | {name: name in data for name in TICKS} | {
        "wished_units": [several] if isinstance(several, str) else several
    }  # fmt: skip


def _page(
    request: HttpRequest, form: TextForm, proposal: Proposal | None, draft: Any, *, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "proposal": proposal,
        "draft": draft,
        "autosave": reverse("drafts:save", args=[KIND, str(proposal.uid) if proposal else NEW]),
        "total": total_of(form),
        "headings": [one.name for one in form.scheme.sections if one.key in form.fields],
        "version": request.POST.get("version") or (proposal.version if proposal else ""),
        "cancel": address(proposal) if proposal else reverse("proposals:mine"),
    }
    return render(request, "proposals/write.html", context, status=status)


def _both(request: HttpRequest, conflict: Conflict, proposal: Proposal) -> HttpResponse:
    """Both texts side by side: what stands now, and what was typed; the typed one can still be saved over it."""
    now = queries.one(actor_of(request), proposal.uid)
    stands = _from_record(now)
    names = labels(now.committee_id, day_of(now))
    texts = [(label, name, str(stands[name]), request.POST.get(name, "")) for name, label in names.items()]
    pairs = [
        (name, text)
        for name, values in request.POST.lists()
        if name not in {"csrfmiddlewaretoken", "once", "version", "then"}
        for text in values
    ]
    context = {"sentence": conflict.sentence, "texts": texts, "pairs": pairs, "proposal": now, "back_url": address(now)}
    return render(request, "proposals/both.html", context, status=conflict.status)
