"""Making pairs: one, or a plan that is shown before it is written; ending one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lvzhi.access import Missing, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import attempt
from lvzhi.contacts import actions, queries, rules
from lvzhi.contacts.forms import EndForm, PairForm, PlanForm
from lvzhi.contacts.models import Pair
from lvzhi.contacts.queries import Far
from lvzhi.contacts.queries.addresses import pair_address
from lvzhi.contacts.views.place import UNFIT, kept, kind_of
from lvzhi.contacts.vocabulary.sentences import DONE
from lvzhi.contacts.vocabulary.states import How
from lvzhi.deadlines import clock
from lvzhi.links.kinds import kind_of as record_kind


@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, code: str) -> HttpResponse:
    """What is proposed; with it sent back, what was chosen of it is written."""
    actor, committee = actor_of(request), kept(request)
    scheme = kind_of(committee, code, clock.today())
    given = request.POST if request.method == "POST" else request.GET
    form = PlanForm(given or None)
    usual: dict[str, Any] = {"how": How.EVEN, "starts": clock.today()}
    asked = form.cleaned_data if form.is_bound and form.is_valid() else usual
    found, loose = None, ""
    try:
        if request.method == "POST":
            chosen = [_chosen(text) for text in request.POST.getlist("pair")]
            made = actions.write_plan(actor, committee, code, asked["starts"], chosen)
            messages.success(request, DONE["planned"].format(count=len(made)))
            return redirect("contacts:kind", code)
        if not form.errors:
            found = actions.propose(committee, code, asked["starts"], asked["how"])
    except NotAllowed:
        raise
    except Refusal as refusal:
        loose = refusal.sentence
    context = {
        "form": form, "scheme": scheme, "plan": found, "loose": loose, "back": reverse("contacts:kind", args=[code]),
        "asked": asked,
    }  # fmt: skip
    return render(request, "contacts/plan.html", context, status=UNFIT if loose or form.errors else 200)


def _chosen(text: str) -> tuple[int, str]:
    near, _, far = text.partition("/")
    return (int(near) if near.isdecimal() else 0), far


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, code: str) -> HttpResponse:
    """One pair; with ``about`` the project that it leads to."""
    actor, committee = actor_of(request), kept(request)
    scheme = kind_of(committee, code, clock.today())
    fixed = _about(request)
    form = PairForm(request.POST or None, committee=committee, scheme=scheme, fixed=fixed)
    made: list[Pair] = []

    def do(data: dict[str, Any]) -> None:
        member = data["member"][0] if data["member"] else None
        made.append(actions.pair(actor, committee, code, member, form.far(), data["starts"]))

    if request.method == "POST" and attempt(form, do):
        messages.success(request, actions.done_words(made[0]))
        return redirect(pair_address(made[0]))
    context = {
        "form": form, "title": scheme.name, "fixed": fixed, "scheme": scheme,
        "back": _back(fixed) or reverse("contacts:kind", args=[code]),
    }  # fmt: skip
    return render(request, "contacts/form.html", context, status=UNFIT if form.errors else 200)


def _about(request: HttpRequest) -> Far | None:
    """The project that the address names.

    Raises:
        Missing: none such.
        Refusal: ``contacts.record_gone``.
    """
    given = request.GET.get("about")
    if not given:
        return None
    try:
        return actions.record_far(actor_of(request), UUID(given))
    except ValueError:
        raise Missing("contacts.record_gone") from None


def _back(fixed: Far | None) -> str:
    kind = record_kind(fixed.row.kind) if fixed is not None else None
    return kind.url(fixed.row.uid) if kind is not None and fixed is not None else ""


@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, uid: UUID) -> HttpResponse:
    """End a pair."""
    actor = actor_of(request)
    pair = queries.pair_of(actor, uid)
    rules.keeper.check(actor, pair)
    form = EndForm(request.POST or None)
    if request.method == "POST" and attempt(form, lambda data: actions.end(actor, pair, data["ends"])):
        messages.success(request, DONE["ended"])
        return redirect(pair_address(pair))
    context = {"form": form, "title": str(pair), "back": pair_address(pair)}
    return render(request, "contacts/form.html", context, status=UNFIT if form.errors else 200)
