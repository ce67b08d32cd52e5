"""One's own account: appointments, type size, sessions, acting for another."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from lvzhi.access import Missing, Refusal
from lvzhi.accounts import actions, links, login, queries
from lvzhi.accounts.actors import LoginActor, actor_of
from lvzhi.accounts.forms import DelegateForm, show
from lvzhi.accounts.models import Account, Delegation
from lvzhi.accounts.views.door import SIZE_COOKIE, remember_size
from lvzhi.accounts.vocabulary import DONE, ROLE_HELP, ROLE_JOINER, Role
from lvzhi.deadlines import clock


def own_account(request: HttpRequest) -> Account:
    """The account logged in."""
    return cast("Account", request.user)


@require_GET
def me(request: HttpRequest) -> HttpResponse:
    """My account."""
    return _page(request, DelegateForm(_own_actor(request)), 200)


def _own_actor(request: HttpRequest) -> LoginActor:
    """The person with the own posts, also while acting for another."""
    actor = actor_of(request)
    return login.own_actor(request, own_account(request)) if actor.behalf else actor


def _page(request: HttpRequest, form: DelegateForm, status: int) -> HttpResponse:
    account = own_account(request)
    day = clock.today()
    appointments = [
        {"post": post, "help": ROLE_HELP.get(post.role, ""), "now": post.in_force(day)}
        for post in queries.appointments_of(account)
    ]
    context = {
        "account": account,
        "appointments": appointments,
        "sessions": [
            {"session": each, "mark": login.mark_of(each), "this": each.session_key == request.session.session_key}
            for each in queries.sessions_of(account)
        ],
        "taken": [(each, _labels(each)) for each in queries.delegations_to(account)],
        "given": [(each, _labels(each)) for each in queries.delegations_by(account)],
        "acting": actor_of(request).behalf,
        "form": form,
        "links": links.OWN,
    }
    return render(request, "accounts/me.html", context, status=status)


def _labels(delegation: Delegation) -> str:
    return ROLE_JOINER.join(str(Role(code).label) for code in delegation.roles)


@require_POST
def large_type(request: HttpRequest) -> HttpResponse:
    """Switch the large type on or off for this account and this browser."""
    account = own_account(request)
    actions.set_large_type(actor_of(request), account, request.POST.get("large") == "on")
    response = redirect("accounts:me")
    response.delete_cookie(SIZE_COOKIE)
    remember_size(response, account)
    return response


@require_POST
def end_session(request: HttpRequest) -> HttpResponse:
    """End one of my sessions elsewhere, or all others."""
    account = own_account(request)
    number = request.POST.get("number", "")
    others = [each for each in queries.sessions_of(account) if each.session_key != request.session.session_key]
    if number == "all":
        for each in others:
            actions.end_session(actor_of(request), account, each.session_key)
        messages.success(request, DONE["others_ended"])
    else:
        # The page names a session by a digest: its key in a page would be as good as a password.
        key = next((each.session_key for each in others if login.mark_of(each) == number), "")
        actions.end_session(actor_of(request), account, key)
        messages.success(request, DONE["session_ended"])
    return redirect("accounts:me")


@require_POST
def act(request: HttpRequest) -> HttpResponse:
    """Begin or stop acting for another."""
    account = own_account(request)
    wanted = request.POST.get("delegation", "")
    if not wanted:
        login.act_as_self(request, account)
        messages.success(request, DONE["self"])
        return redirect("/")
    delegation = next((each for each in queries.delegations_to(account) if str(each.uid) == wanted), None)
    if delegation is None:
        raise Missing("accounts.no_delegation")
    login.act_for(request, account, delegation)
    messages.success(request, DONE["acting"].format(giver=delegation.giver.name))
    return redirect("/")


@require_POST
def delegate(request: HttpRequest) -> HttpResponse:
    """Let another act for me."""
    actor = _own_actor(request)
    form = DelegateForm(actor, request.POST)
    if form.is_valid():
        data = form.cleaned_data
        try:
            taker = queries.delegate_named(data["taker"])
            actions.delegate(actor, own_account(request), taker, data["roles"], data["starts"], data["ends"])
        except Refusal as refusal:
            show(form, refusal)
        else:
            messages.success(request, DONE["delegated"])
            return redirect("accounts:me")
    return _page(request, form, 422)


@require_POST
def end_delegation(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take back a delegation I gave."""
    account = own_account(request)
    given = next((each for each in queries.delegations_by(account) if each.uid == uid), None)
    if given is None:
        raise Missing("accounts.no_delegation")
    actions.end_delegation(_own_actor(request), given)
    messages.success(request, DONE["undelegated"])
    return redirect("accounts:me")
