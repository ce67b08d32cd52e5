"""Resetting a password with two persons: asking, approving, and the password shown once to whoever approved."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from lvzhi.access import NotAllowed, Refusal
from lvzhi.accounts import actions, passwords, queries, rules
from lvzhi.accounts.actors import LoginActor, actor_of
from lvzhi.accounts.forms import ResetForm, show
from lvzhi.accounts.vocabulary.resets import ASKERS, DONE, Verdict

LATEST = 50


@require_http_methods(["GET", "POST"])
def resets(request: HttpRequest) -> HttpResponse:
    """What was asked and waits, what became of earlier ones; asking for one."""
    actor = actor_of(request)
    if not rules.may_see_resets(actor):
        raise NotAllowed("access.not_allowed", who=ASKERS)
    form = ResetForm(request.POST or None, initial={"who": request.GET.get("who", "")})
    if request.method == "POST" and form.is_valid():
        try:
            found = queries.to_reset(actor, form.cleaned_data["who"])
            actions.ask_reset(actor, found, form.cleaned_data["ground"])
        except NotAllowed:
            raise
        except Refusal as refusal:
            show(form, refusal)
        else:
            messages.success(request, DONE["asked"])
            return redirect("accounts:resets")
    return _page(request, actor, form)


def _page(request: HttpRequest, actor: LoginActor, form: ResetForm) -> HttpResponse:
    rows = list(queries.resets(actor)[:LATEST])
    waiting = [
        {
            "row": row,
            "mine": row.asked_by_id == actor.account_id,
            "late": actions.is_late(row),
            "may": rules.GUARD(actor, row.account) and actor.account_id not in (row.asked_by_id, row.account_id),
        }
        for row in rows
        if row.verdict == Verdict.OPEN
    ]
    past = [row for row in rows if row.verdict != Verdict.OPEN]
    context = {"form": form, "waiting": waiting, "past": past}
    return render(request, "accounts/resets.html", context, status=422 if form.errors else 200)


@never_cache
@require_POST
def decide(request: HttpRequest, uid: UUID, what: str) -> HttpResponse:
    """Approve, send back, take back."""
    actor = actor_of(request)
    found = queries.reset_of(actor, uid)
    try:
        if what == "approve":
            account = actions.approve_reset(actor, found)
            context = {"account": account, "password": account.initial_password, "rules": passwords.help_text()}
            return render(request, "accounts/initial.html", {**context, "reset": True})
        if what == "decline":
            actions.decline_reset(actor, found, request.POST.get("reason", ""))
        else:
            actions.withdraw_reset(actor, found)
    except NotAllowed:
        raise
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, DONE["declined" if what == "decline" else "withdrawn"])
    return redirect("accounts:resets")
