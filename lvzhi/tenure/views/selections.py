"""A selection: calling, nominating, its page, voiding."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import attempt
from lvzhi.deadlines import clock
from lvzhi.files.queries import of as files_of
from lvzhi.journal.queries import timeline
from lvzhi.norms import codes
from lvzhi.tenure import actions, queries, rules, tables, ties
from lvzhi.tenure.forms import CallForm, NominateForm, SelfForm
from lvzhi.tenure.models import Selecting
from lvzhi.tenure.queries import shown
from lvzhi.tenure.queries.addresses import selection_address
from lvzhi.tenure.views.place import UNFIT, form_page, kept
from lvzhi.tenure.vocabulary.sentences import DONE
from lvzhi.tenure.vocabulary.words import BODIES
from lvzhi.workflow.clocks import left
from lvzhi.workflow.engine import steps_open
from lvzhi.workflow.forms import VoidForm


@require_http_methods(["GET", "POST"])
def call(request: HttpRequest) -> HttpResponse:
    """Call for places in an organ."""
    actor, committee = actor_of(request), kept(request)
    form = CallForm(request.POST or None, committee=committee)
    made: list[Selecting] = []

    def do(data: dict[str, Any]) -> None:
        made.append(actions.call(actor, committee, data, once=request.POST.get("once")))

    if request.method == "POST" and attempt(form, do):
        messages.success(request, DONE["called"])
        return redirect(selection_address(made[0]))
    return form_page(request, form, DONE["call"], reverse("tenure:selections"))


@require_GET
def one(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A selection: what is called for, who is nominated, who was chosen where."""
    actor = actor_of(request)
    selection = queries.selection_of(actor, uid)
    today, kind = clock.today(), selection._meta.label_lower
    takes = selection.voided_at is None and selection.takes_on(today)
    mine = queries.own_nomination(actor, selection)
    keeps, reads = rules.selection_keeps(actor, selection), rules.reader(actor, selection)
    rows = queries.nominees_seen(actor, selection)
    groups: dict[str, list[Any]] = {}
    for row in rows:
        groups.setdefault(row.get_standing_display(), []).append(row)
    context = {
        "selection": selection, "tag": shown.selection_tag(selection), "reads": reads, "keeps": keeps,
        "groups": [(label, tables.nominees_table(group), len(group)) for label, group in groups.items()],
        "mine": mine, "mine_tag": shown.standing_tag(mine) if mine is not None else None,
        "joins": takes and mine is None and queries.member_here(actor, selection.committee) is not None,
        "names": takes and rules.names_for(actor, selection.committee_id),
        "body": codes.name_of(BODIES, selection.committee_id, selection.decides, selection.called_on),
        "buttons": steps_open(selection, actor), "left": left(selection.due_on, selection.committee_id),
        "files": files_of(kind, selection.uid), "steps": tables.selection_steps(selection),
        "add_url": reverse("files:add", args=[kind, selection.uid]) if ties.may_add(actor, selection) else "",
        "events": timeline(kind, selection.uid) if reads else [],
    }  # fmt: skip
    return render(request, "tenure/selection.html", context)


@require_http_methods(["GET", "POST"])
def nominate(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Put members forward. Raises `NotAllowed` for whoever neither keeps nor heads an organ there."""
    actor = actor_of(request)
    selection = queries.selection_of(actor, uid)
    if not rules.names_for(actor, selection.committee_id):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    headed = None if rules.keeps(actor, selection.committee_id) else actor.organs(rules.ORGAN_HEAD)
    form = NominateForm(request.POST or None, committee=selection.committee, headed=headed)

    def do(data: dict[str, Any]) -> None:
        actions.nominate(actor, selection, data["members"], organ=data["organ"], reason=data["reason"])

    if request.method == "POST" and attempt(form, do):
        messages.success(request, DONE["named"].format(count=len(form.cleaned_data["members"])))
        return redirect(selection_address(selection))
    return form_page(request, form, DONE["nominate"].format(title=selection.title), selection_address(selection))


@require_http_methods(["GET", "POST"])
def nominate_self(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Put oneself forward. Raises `NotAllowed` for one who is no member there."""
    actor = actor_of(request)
    selection = queries.selection_of(actor, uid)
    if queries.member_here(actor, selection.committee) is None:
        raise NotAllowed("access.not_allowed", who=rules.own.label)
    form = SelfForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda data: actions.nominate_self(actor, selection, data["reason"])
    ):  # fmt: skip
        messages.success(request, DONE["named_self"])
        return redirect(selection_address(selection))
    title = DONE["nominate_self"].format(title=selection.title)
    return form_page(request, form, title, selection_address(selection))


@require_POST
def leave(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Withdraw a nomination."""
    actor = actor_of(request)
    row = queries.nominee_of(actor, uid)
    actions.leave_selection(actor, row)
    messages.success(request, DONE["left"])
    return redirect(selection_address(row.selection))


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Void a mis-entered selection; places that it gave go with it."""
    actor = actor_of(request)
    selection = queries.selection_of(actor, uid)
    rules.selection_keeps.check(actor, selection)
    back = selection_address(selection)
    if selection.voided_at is not None:
        return redirect(back)
    form: Any = VoidForm(request.POST if request.method == "POST" else None, record=selection, actor=actor)
    do = partial(actions.void_selection, selection, actor)
    if request.method == "POST" and attempt(form, lambda data: do(data["ground"])):
        messages.success(request, DONE["voided"])
        return redirect(back)
    context = {"form": form, "title": selection.title, "back": back, "hint": DONE["void_selection"]}
    return render(request, "tenure/void.html", context, status=UNFIT if form.errors else 200)


@require_POST
def restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring it back, with the places it gave."""
    actor = actor_of(request)
    selection = queries.selection_of(actor, uid)
    if selection.voided_at is not None:
        actions.restore_selection(selection, actor)
        messages.success(request, DONE["restored"])
    return redirect(selection_address(selection))
