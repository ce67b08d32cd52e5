"""Writing an item: autosaved, kept, handed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
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
from lvzhi.files.actions import attach_all
from lvzhi.journal.lines import Subject
from lvzhi.links.kinds import Said, kind_of
from lvzhi.opinions import queries, rules
from lvzhi.opinions.actions import writing
from lvzhi.opinions.forms.entry import ConcernForm, initial
from lvzhi.opinions.models import Concern
from lvzhi.opinions.queries import CONCERN, address
from lvzhi.opinions.queries.similar import text_of
from lvzhi.opinions.ties import DRAFT, NEW
from lvzhi.opinions.views.place import UNFIT, place
from lvzhi.opinions.views.similar import nearly_same
from lvzhi.opinions.vocabulary.sentences import DONE
from lvzhi.opinions.vocabulary.states import EDITABLE
from lvzhi.opinions.workflow.opening import check_may
from lvzhi.workflow import engine, pages
from lvzhi.workflow.engine import steps_open


@dataclass(frozen=True, slots=True)
class About:
    """The record from whose text an item is begun."""

    subject: Subject
    said: Said


HAND_IN = ("submit", "resubmit")
CONFIRMED = {"not_secret": "on"}


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """A new item; a second sending of the same request finds what the first one began."""
    actor, committee, once = actor_of(request), place(request), request.POST.get("once")
    check_may(actor, committee)
    follows, about = _followed(request, actor), _about(request, actor)
    given: dict[str, Any] = {
        "committee": committee, "actor": actor, "staff": rules.edits(actor, committee.pk), "follows": follows,
    }  # fmt: skip
    if request.method == "GET":
        draft = kept.load(actor.account_id or 0, DRAFT, NEW)
        begun = _begun(committee, follows, about)
        form = ConcernForm(initial=begun | (dict(draft.data) if draft else {}), **given)
        return _page(request, form, None, draft, about)
    again = writing.begun(actor, once)
    if again is not None:
        return redirect(address(again))
    form = ConcernForm(request.POST, request.FILES, **given)
    if not form.is_valid():
        return _page(request, form, None, None, about)
    try:
        made = _made(actor, committee, form, once, about)
    except (NotAllowed, Missing):
        raise
    except Refusal as refusal:
        tell(form, refusal)
        return _page(request, form, None, None, about)
    drafts.clear(actor.account_id or 0, DRAFT, NEW)
    return _onward(request, actor, made)


def _made(actor: Actor, committee: Committee, form: ConcernForm, once: str | None, about: About | None) -> Concern:
    """The item with its attachments, all or nothing."""
    with transaction.atomic():
        subject = about.subject if about else None
        made = writing.begin(actor, committee, form.cleaned_data, once=once, about=subject)
        if form.cleaned_data.get("uploads"):
            attach_all(actor, CONCERN, made.uid, form.cleaned_data["uploads"])
    return made


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The item again, while it lies with its author."""
    actor = actor_of(request)
    record = queries.one(actor, uid)
    rules.hands_in.check(actor, record)
    if record.state not in EDITABLE or record.voided_at is not None:
        raise Refusal("opinions.not_editable", title=record.title, state=record.get_state_display())
    staff = record.by_staff and rules.edits(actor, record.committee_id)
    given: dict[str, Any] = {"committee": record.committee, "actor": actor, "staff": staff, "record": record}
    key = str(record.uid)
    if request.method == "GET":
        draft = kept.load(actor.account_id or 0, DRAFT, key)
        return _page(request, ConcernForm(initial=initial(record) | (dict(draft.data) if draft else {}), **given),
                     record, draft)  # fmt: skip
    form = ConcernForm(request.POST, request.FILES, **given)
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


def _followed(request: HttpRequest, actor: Actor) -> Concern | None:
    """The earlier item that the address names, where the actor may read it."""
    given = request.GET.get("follows", "")
    try:
        return queries.one(actor, UUID(given)) if given else None
    except ValueError:
        raise Refusal("opinions.follows_unknown", field="follows") from None


def _about(request: HttpRequest, actor: Actor) -> About | None:
    """The record of another room that the address names, with its text.

    Raises:
        Refusal: none such, not the actor's to read, or its text may not be taken up.
    """
    kind, _, given = (request.POST.get("about") or request.GET.get("about", "")).partition(":")
    if not kind:
        return None
    known = kind_of(kind)
    try:
        uid = UUID(given)
    except ValueError:
        raise Refusal("opinions.about_unknown") from None
    if known is None or known.said is None or not known.visible(actor, uid):
        raise Refusal("opinions.about_unknown")
    said = known.said(uid)
    if said is None:
        raise Refusal("opinions.about_silent", title=known.title(uid))
    return About(Subject(kind, uid, known.title(uid)), said)


def _begun(committee: Committee, follows: Concern | None, about: About | None) -> dict[str, Any]:
    """What a new form begins with: an earlier item's category, another record's text and authors."""
    found: dict[str, Any] = {"follows": follows.pk, "category": follows.category} if follows else {}
    if about is None:
        return found
    said = about.said
    return found | {
        "title": said.title, "situation": said.situation, "analysis": said.analysis, "suggestion": said.wish,
        "people": queries.member_keys(committee, said.persons),
    }  # fmt: skip


def _onward(request: HttpRequest, actor: Actor, record: Concern) -> HttpResponse:
    """Handed in where that button was pressed, else kept; what is not complete stays and says so."""
    if request.POST.get("then") == "keep":
        messages.success(request, DONE["saved"])
        return redirect(address(record))
    step = next((one for one in steps_open(record, actor) if one.key in HAND_IN), None)
    if step is not None:
        try:
            engine.take(record, step.key, actor, CONFIRMED)
        except Refusal as refusal:
            messages.warning(request, refusal.sentence)
            return redirect("opinions:edit", uid=record.uid)
    messages.success(request, DONE["sent"])
    for one in nearly_same(actor, record.committee, text_of(record), record.uid):
        messages.warning(request, DONE["same"].format(kind=one.kind, title=one.title))
    return redirect(address(record))


def _filled(form: ConcernForm) -> bool:
    """Whether anything stands in the fields folded away, or is wrong there."""
    if form["publish"].value() == "":
        return True
    return any(form[name].errors or form[name].value() for name in form.folded if name != "publish")


def _page(
    request: HttpRequest, form: ConcernForm, record: Concern | None, draft: Any, about: About | None = None
) -> HttpResponse:
    context = {
        "about": f"{about.subject.kind}:{about.subject.uid}" if about else "",
        "about_title": about.subject.title if about else "",
        "form": form,
        "record": record,
        "draft": draft,
        "limit": form.limit,
        "folded": form.folded,
        "unfold": _filled(form),
        "autosave": reverse("drafts:save", args=[DRAFT, str(record.uid) if record else NEW]),
        "version": request.POST.get("version") or (record.version if record else ""),
        "cancel": address(record) if record else reverse("opinions:home"),
    }
    return render(request, "opinions/write.html", context, status=UNFIT if form.errors else 200)
