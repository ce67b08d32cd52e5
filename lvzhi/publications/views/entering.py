"""Entering calls, clues, issues and reports."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lvzhi.access import Conflict, Missing, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import attempt, tell, version_seen
from lvzhi.links.kinds import kind_of
from lvzhi.publications import notices, queries, rules
from lvzhi.publications.actions import collecting, issuing, reporting
from lvzhi.publications.forms import entry as forms
from lvzhi.publications.models import Call, Clue, Coverage, Issue
from lvzhi.publications.queries import address
from lvzhi.publications.views.place import UNFIT, place
from lvzhi.publications.vocabulary.sentences import DONE
from lvzhi.workflow import engine, pages


def _page(request: HttpRequest, form: Any, key: str, back: str, **more: Any) -> HttpResponse:
    context = {"form": form, "key": key, "back": back, **more}
    return render(request, "publications/form.html", context, status=UNFIT if form.errors else 200)


def _done(request: HttpRequest, record: Any, words: str) -> HttpResponse:
    messages.success(request, DONE[words])
    return redirect(address(record))


@require_http_methods(["GET", "POST"])
def call_new(request: HttpRequest) -> HttpResponse:
    """Ask for materials; members are told."""
    actor, committee, once = actor_of(request), place(request, keeps=True), request.POST.get("once")
    form = forms.CallForm(request.POST or None, committee=committee)
    if request.method == "POST":
        again = engine.begun(Call, actor, once)
        made: list[Call] = [again] if again else []
        if again or attempt(form, lambda data: made.append(collecting.call(actor, committee, data, once=once))):
            if not again:
                notices.tell_members(made[0])
            return _done(request, made[0], "saved")
    return _page(request, form, "call", reverse("publications:list", args=["calls"]))


@require_http_methods(["GET", "POST"])
def clue_new(request: HttpRequest) -> HttpResponse:
    """Offer a clue."""
    actor, committee, once = actor_of(request), place(request), request.POST.get("once")
    keeps = rules.keeps(actor, committee.pk)
    initial = {"call": queries.call_named(committee, request.GET.get("call", ""))}
    form = forms.ClueForm(request.POST or None, committee=committee, keeps=keeps, initial=initial)
    if request.method == "POST":
        again = engine.begun(Clue, actor, once)
        made: list[Clue] = [again] if again else []
        if again or attempt(form, lambda data: made.append(collecting.clue(actor, committee, data, once=once))):
            return _done(request, made[0], "offered")
    return _page(request, form, "clue", reverse("publications:home"))


@require_http_methods(["GET", "POST"])
def issue_new(request: HttpRequest) -> HttpResponse:
    """Begin an issue."""
    actor, committee, once = actor_of(request), place(request, keeps=True), request.POST.get("once")
    form = forms.IssueForm(request.POST or None, committee=committee)
    if request.method == "POST":
        again = engine.begun(Issue, actor, once)
        made: list[Issue] = [again] if again else []
        if again or attempt(form, lambda data: made.append(issuing.begin_issue(actor, committee, data, once=once))):
            return _done(request, made[0], "saved")
    return _page(request, form, "issue", reverse("publications:list", args=["issues"]))


@require_http_methods(["GET", "POST"])
def issue_edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What it is called, again."""
    actor = actor_of(request)
    issue: Issue = queries.one(actor, Issue, uid)
    rules.keeper.check(actor, issue)
    initial = {name: getattr(issue, name) for name in ("series", "number", "theme", "editor", "organ")}
    form = forms.IssueForm(request.POST or None, committee=issue.committee, initial=initial)
    return _changed(
        request, form, issue, "issue", lambda version: issuing.write_issue(
            issue, actor, form.cleaned_data, version=version
        )
    )  # fmt: skip


def _changed(
    request: HttpRequest, form: Any, record: Any, key: str, do: Callable[[int | None], object]
) -> HttpResponse:
    """Save a change; who was second is told who was first."""
    version = version_seen(request)
    if request.method == "POST" and form.is_valid():
        try:
            do(version)
        except (NotAllowed, Missing):
            raise
        except Conflict as conflict:
            return pages.clash(request, conflict, form, address(record))
        except Refusal as refusal:
            tell(form, refusal)
        else:
            return _done(request, record, "saved")
    return _page(request, form, key, address(record), record=record, version=version or record.version)


def _about(request: HttpRequest) -> tuple[str, UUID] | None:
    text = request.POST.get("about") or request.GET.get("about", "")
    kind, _, uid = text.partition(":")
    try:
        return (kind, UUID(uid)) if text else None
    except ValueError:
        raise Refusal("publications.about_unknown") from None


@require_http_methods(["GET", "POST"])
def item_new(request: HttpRequest) -> HttpResponse:
    """Put down a report, also about a record of any room."""
    actor, committee, about = actor_of(request), place(request, keeps=True), _about(request)
    known = kind_of(about[0]) if about else None
    if about and (known is None or not known.visible(actor, about[1])):
        raise Refusal("publications.about_unknown")
    form = forms.ItemForm(request.POST or None, request.FILES or None, committee=committee)
    made: list[Coverage] = []
    if request.method == "POST" and attempt(
        form, lambda data: made.append(reporting.report(actor, committee, data, about=about))
    ):
        return _done(request, made[0], "saved")
    more = {"about": f"{about[0]}:{about[1]}", "about_title": known.title(about[1])} if about and known else {}
    return _page(request, form, "item", reverse("publications:list", args=["items"]), **more)


@require_http_methods(["GET", "POST"])
def item_edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The report again."""
    actor = actor_of(request)
    item: Coverage = queries.one(actor, Coverage, uid)
    rules.keeper.check(actor, item)
    names = ("title", "published_on", "outlet", "url", "author", "organ", "words")
    initial = {name: getattr(item, name) for name in names}
    form = forms.ItemForm(request.POST or None, committee=item.committee, record=item, initial=initial)
    return _changed(
        request, form, item, "item", lambda version: reporting.write_item(
            item, actor, form.cleaned_data, version=version
        )
    )  # fmt: skip
