"""Writing a manuscript: autosaved, kept, handed in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lvzhi.access import Actor, Conflict, Missing, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.models import Committee
from lvzhi.committee.web import tell, version_seen
from lvzhi.drafts import actions as drafts
from lvzhi.drafts import queries as kept
from lvzhi.publications import queries, rules
from lvzhi.publications.actions import writing
from lvzhi.publications.forms.entry import ManuscriptForm
from lvzhi.publications.models import Manuscript
from lvzhi.publications.queries import address
from lvzhi.publications.ties import DRAFT, NEW
from lvzhi.publications.views.place import UNFIT, place
from lvzhi.publications.vocabulary.sentences import DONE
from lvzhi.publications.vocabulary.states import EDITABLE
from lvzhi.workflow import engine, pages
from lvzhi.workflow.engine import steps_open

KEPT = ("title", "witness", "author_kind", "organ", "author", "span", "call", "clue", "text")
HAND_IN = ("submit", "resubmit")


def _staff(actor: Actor, committee: Committee) -> bool:
    return rules.keeps(actor, committee.pk)


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """A new manuscript; a second sending of the same request finds what the first one began."""
    actor, committee, once = actor_of(request), place(request), request.POST.get("once")
    staff = _staff(actor, committee)
    if request.method == "GET":
        draft = kept.load(actor.account_id or 0, DRAFT, NEW)
        initial = _named(request, actor, committee) | (dict(draft.data) if draft else {})
        form = ManuscriptForm(initial=initial, committee=committee, staff=staff, actor=actor)
        return _page(request, form, None, draft)
    again = writing.begun(actor, once)
    if again is not None:
        return redirect(address(again))
    form = ManuscriptForm(request.POST, request.FILES, committee=committee, staff=staff, actor=actor)
    if not form.is_valid():
        return _page(request, form, None, None)
    try:
        made = writing.begin(actor, committee, form.cleaned_data, once=once)
    except (NotAllowed, Missing):
        raise
    except Refusal as refusal:
        tell(form, refusal)
        return _page(request, form, None, None)
    drafts.clear(actor.account_id or 0, DRAFT, NEW)
    return _onward(request, actor, made)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The text again, while it lies with its author."""
    actor = actor_of(request)
    record: Manuscript = queries.one(actor, Manuscript, uid)
    rules.hands_in.check(actor, record)
    if record.state not in EDITABLE or record.voided_at is not None:
        raise Refusal("publications.not_editable", title=record.title, state=record.get_state_display())
    given: dict[str, Any] = {"committee": record.committee, "staff": record.by_staff, "actor": actor, "record": record}
    key = str(record.uid)
    if request.method == "GET":
        draft = kept.load(actor.account_id or 0, DRAFT, key)
        initial = {name: getattr(record, name) for name in KEPT}
        form = ManuscriptForm(initial=initial | (dict(draft.data) if draft else {}), **given)
        return _page(request, form, record, draft)
    form = ManuscriptForm(request.POST, request.FILES, **given)
    version = version_seen(request)
    if not form.is_valid():
        return _page(request, form, record, None)
    try:
        done = writing.write(
            record, actor, form.cleaned_data, version=version
        )  # fmt: skip
    except (NotAllowed, Missing):
        raise
    except Conflict as conflict:
        return pages.clash(request, conflict, form, address(record))
    except Refusal as refusal:
        tell(form, refusal)
        return _page(request, form, record, None)
    drafts.clear(actor.account_id or 0, DRAFT, key)
    return _onward(request, actor, done)


def _named(request: HttpRequest, actor: Actor, committee: Committee) -> dict[str, Any]:
    """The call or clue that the address names."""
    call = queries.call_named(committee, request.GET.get("call", ""))
    clue = queries.clue_named(actor, committee, request.GET.get("clue", ""))
    found: dict[str, Any] = {"call": call.pk} if call else {}
    return found | ({"clue": clue.pk, "title": clue.topic, "span": clue.span} if clue else {})


def _onward(request: HttpRequest, actor: Actor, record: Manuscript) -> HttpResponse:
    """Handed in where that button was pressed, else kept; without a text it stays and says so."""
    if request.POST.get("then") == "keep":
        messages.success(request, DONE["saved"])
        return redirect(address(record))
    step = next((one for one in steps_open(record, actor) if one.key in HAND_IN), None)
    if step is not None:
        try:
            engine.take(record, step.key, actor)
        except Refusal as refusal:
            messages.warning(request, refusal.sentence)
            return redirect("publications:edit", uid=record.uid)
    messages.success(request, DONE["sent"])
    return redirect(address(record))


def _page(request: HttpRequest, form: ManuscriptForm, record: Manuscript | None, draft: Any) -> HttpResponse:
    context = {
        "form": form,
        "record": record,
        "draft": draft,
        "autosave": reverse("drafts:save", args=[DRAFT, str(record.uid) if record else NEW]),
        "version": request.POST.get("version") or (record.version if record else ""),
        "cancel": address(record) if record else reverse("publications:home"),
    }
    return render(request, "publications/write.html", context, status=UNFIT if form.errors else 200)
