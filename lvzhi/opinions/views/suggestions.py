"""Citizens' small suggestions: the public pages, which anybody may open, and what editors see of them.

Works without scripting. What was offered is shown to nobody before an editor has looked; no name, place or phone ever.
"""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from lvzhi.access import Missing, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.models import Committee
from lvzhi.committee.web import tell
from lvzhi.journal.lines import line
from lvzhi.journal.queries import timeline
from lvzhi.opinions import queries, rules, tables
from lvzhi.opinions.actions import suggesting
from lvzhi.opinions.forms.suggesting import OfferForm, TicketForm
from lvzhi.opinions.views.place import UNFIT, place, tabs
from lvzhi.opinions.vocabulary.marks import SUGGESTION_HOLDERS, SUGGESTION_TONES
from lvzhi.opinions.vocabulary.sentences import REFUSALS
from lvzhi.opinions.vocabulary.states import SuggestionState
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import keyset
from lvzhi.workflow.engine import steps_open

NEWEST: Final = ("-id",)


def _open(code: str) -> Committee:
    """The committee, where it takes suggestions; one that does not is told like one that is not there."""
    found = queries.committee_coded(code)
    if not suggesting.is_open(found):
        raise Missing("opinions.suggestions_closed", committee=found.name)
    return found


def _tag(suggestion: Any) -> Tag:
    return Tag(suggestion.get_state_display(), SUGGESTION_TONES[suggestion.state])  # type: ignore[arg-type]  # reason: the table holds tones


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def suggest(request: HttpRequest, code: str) -> HttpResponse:
    """Offer a suggestion; the answer is a code by which to see what became of it."""
    committee, once = _open(code), request.POST.get("once")
    form = OfferForm(request.POST if request.method == "POST" else None, committee=committee)
    if request.method == "POST":
        made = suggesting.begun(once)
        if made is None and form.is_valid():
            try:
                made = suggesting.offer(
                    committee, form.cleaned_data, address=actor_of(request).address, once=once
                )  # fmt: skip
            except Refusal as refusal:
                tell(form, refusal)
        if made is not None:
            return render(request, "opinions/offered.html", {"committee": committee, "ticket": made.ticket})
    context = {"committee": committee, "form": form, "ticket": TicketForm()}
    return render(request, "opinions/suggest.html", context, status=UNFIT if form.errors else 200)


@login_not_required
@require_safe
def shown(request: HttpRequest, code: str) -> HttpResponse:
    """What has been shown, with the replies."""
    committee = _open(code)
    page = keyset(queries.shown(committee), NEWEST, request.GET.get("cursor"))
    return render(request, "opinions/shown.html", {"committee": committee, "page": page})


@login_not_required
@never_cache
@require_POST
def ticket(request: HttpRequest, code: str) -> HttpResponse:
    """What became of one's own; the code is sent in the body, so that no address holds it."""
    committee, form = _open(code), TicketForm(request.POST)
    found = queries.by_ticket(committee, form.cleaned_data["ticket"]) if form.is_valid() else None
    if found is None and form.is_valid():
        form.add_error("ticket", REFUSALS["opinions.ticket_unknown"])
    context = {"committee": committee, "form": form, "found": found, "tag": _tag(found) if found else None}
    return render(request, "opinions/ticket.html", context, status=200 if found else UNFIT)


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """All suggestions of a committee, narrowed by state."""
    committee = place(request, reads=True)
    rows = queries.suggestions(actor_of(request), committee).filter(voided_at=None)
    state = request.GET.get("state", "")
    if state in SuggestionState.values:
        rows = rows.filter(state=state)
    page = keyset(rows.order_by("-id"), NEWEST, request.GET.get("cursor"), count=True)
    context = {
        "tabs": tabs(request, committee, "suggestions"), "table": tables.suggestions_table(page, request.GET),
        "states": [(value, label, value == state) for value, label in SuggestionState.choices], "state": state,
        "open": suggesting.is_open(committee), "committee": committee,
    }  # fmt: skip
    return render(request, "opinions/suggestions.html", context)


@require_GET
def suggestion(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One suggestion with what became of it."""
    return _page(request, uid, phone="")


@require_POST
def phone(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The whole telephone number, for an editor who has to ask; the journal keeps who looked."""
    actor = actor_of(request)
    record = queries.suggestion(actor, uid)
    rules.editor.check(actor, record)
    with line(actor, "opinions.suggestion_phone", subject=record, committee=record.committee_id):
        pass
    return _page(request, uid, phone=record.phone.reveal())


def _page(request: HttpRequest, uid: UUID, *, phone: str) -> HttpResponse:
    actor = actor_of(request)
    record: Any = queries.suggestion(actor, uid)
    context = {
        "record": record, "tag": tables.suggestion_tag(record), "edits": rules.editor(actor, record), "phone": phone,
        "buttons": [{"step": one, "url": tables.step_url(record, one.key)} for one in steps_open(record, actor)],
        "holder": SUGGESTION_HOLDERS.get(record.state, ""), "left": tables.left_tag(record),
        "events": timeline(record._meta.label_lower, record.uid),
    }  # fmt: skip
    return render(request, "opinions/suggestion.html", context)
