"""Beginning a rule, writing its text, registering one that was issued before; the pages of all steps."""

from __future__ import annotations

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
from lvzhi.files.actions import attach
from lvzhi.regulations import actions, queries, rules
from lvzhi.regulations.forms import BroughtForm, DescribeForm, RuleForm, TextForm
from lvzhi.regulations.models import Opinion, Version
from lvzhi.regulations.queries.addresses import matter_address, opinion_address, rule_address, version_address
from lvzhi.regulations.views.place import UNFIT, about_of, place, title_of
from lvzhi.regulations.views.reading import reading_of
from lvzhi.regulations.vocabulary.sentences import DONE
from lvzhi.regulations.vocabulary.words import ADOPT_TITLE, HELPS
from lvzhi.regulations.workflow import ALL, OPINION, REGULATION, VERSION
from lvzhi.workflow import pages
from lvzhi.workflow.declare import Workflow


def _kept(request: HttpRequest, row: Version, code: str) -> HttpResponse:
    """Keep the file that the text was read from, say how the text was read, go to the version."""
    sent = request.FILES.get("file")
    if sent is not None:
        attach(actor_of(request), row._meta.label_lower, row.uid, sent)
    found = reading_of(row)
    messages.success(request, DONE[code].format(read=found["numbered"]))
    for words in found["faults"]:
        messages.warning(request, words)
    return redirect(version_address(row))


def _page(request: HttpRequest, form: Any, title: str, cancel: str, **more: Any) -> HttpResponse:
    context = {"form": form, "heading": title, "cancel": cancel, **more}
    return render(request, "regulations/form.html", context, status=UNFIT if form.errors else 200)


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """A new rule with the first draft of its text."""
    actor, committee = actor_of(request), place(request, rules.may_write, "regulations.not_author")
    heads = actor.organs("organ_head")
    initial = {"organ": next(iter(heads)) if len(heads) == 1 else None}
    form = RuleForm(request.POST or None, request.FILES or None, initial=initial, actor=actor, committee=committee)
    made: list[Version] = []
    if request.method == "POST" and attempt(
        form, lambda data: made.append(actions.begin_rule(actor, committee, data, once=request.POST.get("once")))
    ):
        return _kept(request, made[0], "begun")
    return _page(request, form, str(REGULATION.name), reverse("regulations:register"), verb="write")


@require_http_methods(["GET", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    """A rule that was issued before this product kept it."""
    actor, committee = actor_of(request), place(request, rules.keeps, "regulations.not_keeper")
    form = BroughtForm(request.POST or None, request.FILES or None, actor=actor, committee=committee)
    made: list[Version] = []
    if request.method == "POST" and attempt(
        form, lambda data: made.append(actions.bring_rule(actor, committee, data))
    ):  # fmt: skip
        return _kept(request, made[0], "brought")
    return _page(
        request, form, str(REGULATION.name), reverse("regulations:register"), verb="bring", hint=HELPS["brought"]
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The text again, while it is drafted or asked about."""
    actor = actor_of(request)
    row = queries.version_of(actor, uid)
    rules.version_author.check(actor, row)
    if row.state not in actions.WRITABLE or row.voided_at is not None:
        raise Refusal("regulations.not_editable", state=row.get_state_display())
    initial = {name: getattr(row, name) for name in ("title", "note", "text")}
    form = TextForm(request.POST or None, request.FILES or None, initial=initial, record=row, actor=actor)
    shown = {"version": request.POST.get("version") or row.version, "verb": "edit"}
    if request.method != "POST" or not form.is_valid():
        return _page(request, form, str(row), version_address(row), **shown)
    try:
        done = actions.write(row, actor, form.cleaned_data, seen=version_seen(request))
    except (NotAllowed, Missing):
        raise
    except Conflict as conflict:
        return pages.clash(request, conflict, form, version_address(row))
    except Refusal as refusal:
        tell(form, refusal)
        return _page(request, form, str(row), version_address(row), **shown)
    return _kept(request, done, "begun")


@require_http_methods(["GET", "POST"])
def describe(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Kind, level, organ again."""
    actor = actor_of(request)
    regulation = queries.one(actor, uid)
    rules.author.check(actor, regulation)
    initial = {"kind": regulation.kind, "level": regulation.level, "organ": regulation.organ_id}
    form = DescribeForm(request.POST or None, initial=initial, record=regulation, actor=actor)
    shown = {"version": request.POST.get("version") or regulation.version, "verb": "describe"}
    if request.method != "POST" or not form.is_valid():
        return _page(request, form, regulation.title_for_people, rule_address(regulation), **shown)
    try:
        actions.describe(regulation, actor, form.cleaned_data, seen=version_seen(request))
    except (NotAllowed, Missing):
        raise
    except Conflict as conflict:
        return pages.clash(request, conflict, form, rule_address(regulation))
    except Refusal as refusal:
        tell(form, refusal)
        return _page(request, form, regulation.title_for_people, rule_address(regulation), **shown)
    messages.success(request, DONE["saved"])
    return redirect(rule_address(regulation))


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, kind: str, uid: UUID, key: str) -> HttpResponse:
    """Ask what the step asks; take it."""
    workflow = pages.wanted(ALL, kind, key)
    record, back = _record(request, workflow, uid)
    if workflow is VERSION and key == "adopt" and request.method == "GET":
        return _adopting(request, record, back)
    onward = _to_draft if workflow is REGULATION and key == "revise" else None
    frame = pages.Frame(title=record.title_for_people, back=back, onward=onward)
    return pages.step(request, workflow, record, key, frame)


def _record(request: HttpRequest, workflow: Workflow, uid: UUID) -> tuple[Any, str]:
    actor = actor_of(request)
    record: Any
    if workflow is REGULATION:
        record = queries.one(actor, uid)
        return record, rule_address(record)
    if workflow is VERSION:
        record = queries.version_of(actor, uid)
        return record, version_address(record)
    if workflow is OPINION:
        found: Opinion = queries.opinion_of(actor, uid)
        return found, opinion_address(found)
    record = queries.matter_of(actor, uid)
    return record, matter_address(record)


def _to_draft(regulation: Any) -> str:
    """Where a revision leads: its new draft."""
    ahead = queries.ahead_of(regulation)
    return version_address(ahead) if ahead is not None else rule_address(regulation)


def _adopting(request: HttpRequest, record: Any, back: str) -> HttpResponse:
    """The step with the meeting from whose page one comes filled in."""
    about = about_of(request)
    title = title_of(about)
    more = {"about": f"{about[0]}:{about[1]}" if about else "", "about_title": title, "heading": ADOPT_TITLE}
    frame = pages.Frame(
        title=record.title_for_people, back=back, more=more, template="regulations/adopt_step.html"
    )  # fmt: skip
    return pages.step(request, VERSION, record, "adopt", frame)
