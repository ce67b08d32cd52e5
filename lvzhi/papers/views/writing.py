"""Writing a paper: a new one, also about a record of any room, and changing one that is drafted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lvzhi.access import Conflict, Missing, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.committee.models import Committee
from lvzhi.committee.web import tell, version_seen
from lvzhi.drafts import actions as drafts
from lvzhi.drafts import queries as kept
from lvzhi.links.kinds import kind_of
from lvzhi.papers import actions, queries, rules
from lvzhi.papers.actions.writing import EDITABLE, Ref
from lvzhi.papers.forms import TextForm
from lvzhi.papers.models import Paper
from lvzhi.papers.tables import address
from lvzhi.papers.ties import DRAFT, NEW
from lvzhi.papers.views.detail import step_url
from lvzhi.papers.vocabulary import DONE
from lvzhi.workflow import pages

FIELDS = ("kind", "title", "text", "addressee", "copies", "drafter", "for_members")


def _place(request: HttpRequest) -> Committee:
    """The committee in whose name the paper is written.

    Raises:
        NotAllowed: the actor drafts no papers there.
    """
    found = committee_of(request)
    if found is None or not rules.may_draft(actor_of(request), found.pk):
        raise NotAllowed("papers.not_drafter", committee=found.name if found else "")
    return found


def _about(request: HttpRequest) -> list[Ref]:
    """Kind and uid of the records that the address or the form names; what cannot be read is left out."""
    found = []
    for text in request.POST.getlist("about") or request.GET.getlist("about"):
        kind, _, uid = text.partition(":")
        try:
            found.append((kind, UUID(uid)))
        except ValueError:
            continue
    return found


def _organ(request: HttpRequest, about: list[Ref]) -> int | None:
    """Which organ drafts: the one that has the record in hand, else the one that the actor heads."""
    actor = actor_of(request)
    for kind, uid in about:
        known = kind_of(kind)
        if known is not None and known.organ is not None and known.visible(actor, uid):
            return known.organ(uid)
    heads = actor.organs("organ_head")
    return next(iter(heads)) if len(heads) == 1 else None


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """A new paper."""
    actor, place, about = actor_of(request), _place(request), _about(request)
    if request.method == "GET":
        draft = kept.load(actor.account_id or 0, DRAFT, NEW) if not about else None
        initial = {"kind": request.GET.get("kind", ""), "organ": _organ(request, about)}
        initial |= _from_draft(draft.data) if draft else {}
        return _page(request, TextForm(initial=initial, actor=actor, committee=place), None, draft, about)
    form = TextForm(request.POST, actor=actor, committee=place)
    if not form.is_valid():
        return _page(request, form, None, None, about, status=422)
    again = actions.begun(actor, request.POST.get("once"))
    if again is not None:
        return _onward(request, again)
    try:
        paper = actions.begin_draft(actor, place, form.cleaned_data, about=about, once=request.POST.get("once"))
    except (NotAllowed, Missing):
        raise
    except Refusal as refusal:
        tell(form, refusal)
        return _page(request, form, None, None, about, status=422)
    drafts.clear(actor.account_id or 0, DRAFT, NEW)
    return _onward(request, paper)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The text again, while it is drafted."""
    actor = actor_of(request)
    paper = queries.one(actor, uid)
    rules.author.check(actor, paper)
    if paper.state not in EDITABLE or paper.voided_at is not None:
        raise Refusal("papers.not_editable", state=paper.get_state_display())
    key = str(paper.uid)
    if request.method == "GET":
        draft = kept.load(actor.account_id or 0, DRAFT, key)
        initial = {name: getattr(paper, name) for name in FIELDS} | {"organ": paper.organ_id}
        initial |= _from_draft(draft.data) if draft else {}
        return _page(request, TextForm(initial=initial, record=paper, actor=actor), paper, draft, [])
    form = TextForm(request.POST, record=paper, actor=actor)
    if not form.is_valid():
        return _page(request, form, paper, None, [], status=422)
    version = version_seen(request)
    try:
        actions.write(paper, actor, form.cleaned_data, version=version)
    except (NotAllowed, Missing):
        raise
    except Conflict as conflict:
        return pages.clash(request, conflict, form, address(paper))
    except Refusal as refusal:
        tell(form, refusal)
        return _page(request, form, paper, None, [], status=422)
    drafts.clear(actor.account_id or 0, DRAFT, key)
    return _onward(request, paper)


def _onward(request: HttpRequest, paper: Paper) -> HttpResponse:
    """To the paper, or on to handing it in where that button was pressed."""
    if request.POST.get("then") == "hand_in":
        return redirect(step_url(paper, "hand_in"))
    messages.success(request, DONE["saved"])
    return redirect(address(paper))


def _from_draft(data: Mapping[str, Any]) -> dict[str, Any]:
    """Saved fields as a form's initial values: an unticked box was not sent."""
    return dict(data) | {"for_members": "for_members" in data}


def _page(
    request: HttpRequest, form: TextForm, paper: Paper | None, draft: Any, about: list[Ref], *, status: int = 200
) -> HttpResponse:
    actor = actor_of(request)
    named = [
        {"key": f"{kind}:{uid}", "title": known.title(uid), "name": known.name}
        for kind, uid in about
        if (known := kind_of(kind)) is not None and known.visible(actor, uid)
    ]
    context = {
        "form": form,
        "paper": paper,
        "draft": draft,
        "about": named,
        "autosave": "" if about else reverse("drafts:save", args=[DRAFT, str(paper.uid) if paper else NEW]),
        "version": request.POST.get("version") or (paper.version if paper else ""),
        "cancel": address(paper) if paper else reverse("papers:list"),
    }
    return render(request, "papers/write.html", context, status=status)
