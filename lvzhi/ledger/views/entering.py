"""Entering on an occasion, in a few taps; several at once."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from lvzhi.access import Missing
from lvzhi.accounts.actors import actor_of
from lvzhi.activities.queries import one as activity_of
from lvzhi.committee.web import attempt, version_seen
from lvzhi.contacts.queries import contact_of
from lvzhi.deadlines import clock
from lvzhi.ledger import queries, rules
from lvzhi.ledger.actions.converting import check_convertible, from_proposal
from lvzhi.ledger.actions.entering import edit, enter_advice, enter_problems
from lvzhi.ledger.actions.solving import solve_at_once
from lvzhi.ledger.forms.entry import AdviceForm, EditForm, EntryForm, ProblemsForm, ThemeForm
from lvzhi.ledger.notices import address
from lvzhi.ledger.views.place import committee_of, kept_committee, record_of
from lvzhi.ledger.vocabulary.pages import ADD, CONVERT, LISTS, SAID
from lvzhi.ledger.vocabulary.words import ADVICE, PROBLEM
from lvzhi.links.kinds import kind_of
from lvzhi.party.queries import meeting_of
from lvzhi.projects.queries import one as project_of
from lvzhi.proposals.queries import one as proposal_of

MANY = 40
FIND: dict[str, Any] = {
    "activity": activity_of, "proposal": proposal_of, "project": project_of, "contact": contact_of,
}  # fmt: skip


@require_http_methods(["GET", "POST"])
def problems(request: HttpRequest) -> HttpResponse:
    """Problems found on one occasion; those solved on the spot are struck off at once."""

    def save(form: EntryForm, once: str | None) -> list[Any]:
        actor, given = actor_of(request), form.cleaned_data
        if given["solved"]:
            return solve_at_once(actor, form.texts(), form.occasion(), given["result"], once=once)
        return enter_problems(actor, form.texts(), form.occasion(), once=once)

    return _enter(request, ProblemsForm, PROBLEM, save)


@require_http_methods(["GET", "POST"])
def advice(request: HttpRequest) -> HttpResponse:
    """Advice given on one occasion, with its authors."""

    def save(form: EntryForm, once: str | None) -> list[Any]:
        return enter_advice(actor_of(request), form.texts(), form.occasion(), once=once)

    return _enter(request, AdviceForm, ADVICE, save)


def _beside(request: HttpRequest) -> dict[str, Any]:
    """The activity, proposal, project, contact or meeting that the address names.

    Raises:
        Missing: named, and not to be seen.
    """
    actor, found = actor_of(request), {}
    for name, find in (
        ("activity", activity_of),
        ("proposal", proposal_of),
        ("project", project_of),
        ("contact", contact_of),
        ("meeting", meeting_of),
    ):
        given = request.GET.get(name)
        if given:
            try:
                found[name] = find(actor, UUID(given))
            except ValueError:
                raise Missing("ledger.unknown") from None
    return found


def _enter(request: HttpRequest, form_class: type[EntryForm], kind: str, save: Any) -> HttpResponse:
    beside = _beside(request)
    committee = next((one.committee for one in beside.values()), None) or kept_committee(request)
    form = form_class(request.POST or None, committee=committee, actor=actor_of(request), **beside)
    made: list[Any] = []
    if request.method == "POST" and attempt(form, lambda data: made.extend(save(form, request.POST.get("once")))):
        messages.success(request, SAID["one"] if len(made) == 1 else SAID["entered"].format(count=len(made)))
        return redirect(_back(beside, kind) or (address(made[0]) if len(made) == 1 else reverse(LISTS[kind])))
    context = {
        "form": form,
        "title": ADD[kind],
        "beside": next(iter(beside.values()), None),
        "back": _back(beside, kind) or reverse(LISTS[kind]),
    }
    return render(request, "ledger/enter.html", context, status=422 if form.errors else 200)


def _back(beside: dict[str, Any], kind: str) -> str:
    """The page of the record that one came from."""
    for one in beside.values():
        known = kind_of(one._meta.label_lower)
        return known.url(one.uid) if known else f"{reverse(LISTS[kind])}?activity={one.uid}"
    return ""


@require_http_methods(["GET", "POST"])
def edit_entry(request: HttpRequest, kind: str, uid: UUID) -> HttpResponse:
    """Change the words of an entry."""
    actor, entry = actor_of(request), record_of(request, kind, uid)
    rules.keeper.check(actor, entry)
    form = EditForm(request.POST or None, entry=entry, actor=actor)
    version = version_seen(request)
    if request.method == "POST" and attempt(form, lambda data: edit(actor, entry, version=version, **data)):
        messages.success(request, SAID["edited"])
        return redirect(address(entry))
    context = {"form": form, "row": entry, "back": address(entry)}
    return render(request, "ledger/edit.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def convert(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A proposal that was not filed and went on as advice becomes an entry of the ledger."""
    actor = actor_of(request)
    proposal = proposal_of(actor, uid)
    check_convertible(actor, proposal)
    form = ThemeForm(request.POST or None, committee=proposal.committee)
    made: list[Any] = []

    def save(given: dict[str, Any]) -> None:
        made.append(from_proposal(actor, proposal, theme=given["theme"], once=request.POST.get("once")))

    if request.method == "POST" and attempt(form, save):
        messages.success(request, SAID["converted"])
        return redirect(address(made[0]))
    context = {"form": form, "title": CONVERT, "beside": proposal, "back": _back({"proposal": proposal}, ADVICE)}
    return render(request, "ledger/enter.html", context, status=422 if form.errors else 200)


@require_GET
def pick_person(request: HttpRequest) -> HttpResponse:
    """Members and staff whose name, pinyin or initials fit what was typed."""
    kept_committee(request)
    committee, day = committee_of(request), clock.today()
    typed = (request.GET.get("q") or request.GET.get(f"{request.GET.get('of', '')}__typed") or "").strip()
    if committee is None or not typed:
        return render(request, "ui/picker_options.html", {"options": []})
    rows = list(queries.persons_here(committee, day, typed)[:MANY])
    names = queries.called_persons(committee, rows, day)
    options = [(row.pk, names[row.pk], row.work) for row in rows]
    return render(request, "ui/picker_options.html", {"options": options})
