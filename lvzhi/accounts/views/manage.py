"""The administrator's pages: accounts and appointments of the own committee's tree."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import NotAllowed, Refusal
from lvzhi.accounts import actions, factors, keepers, links, locking, passwords, queries, rules, sso
from lvzhi.accounts.actors import LoginActor, actor_of, committee_of
from lvzhi.accounts.forms import AccountForm, AppointForm, BindForm, EditForm, EndForm, GroundForm, SearchForm, show
from lvzhi.accounts.models import Account
from lvzhi.accounts.tables import accounts_table
from lvzhi.accounts.vocabulary import DONE, TITLE
from lvzhi.accounts.vocabulary import factors as factor_words
from lvzhi.accounts.vocabulary import keepers as keeper_words
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.ui.paging import keyset


def _admin(request: HttpRequest) -> LoginActor:
    actor = actor_of(request)
    if not rules.may_open_management(actor):
        raise NotAllowed("access.not_allowed", who=rules.LOOK.label)
    return actor


@require_GET
def accounts(request: HttpRequest) -> HttpResponse:
    """The list, with search."""
    actor = _admin(request)
    form = SearchForm(actor, request.GET)
    data = form.cleaned_data if form.is_valid() else {}
    rows = queries.managed(actor, data.get("q", ""), data.get("committee"), data.get("state", ""))
    page = keyset(rows, ["username"], request.GET.get("cursor"), count=True)
    may_create = queries.managed_committees(actor).exists()
    context = {"form": form, "table": accounts_table(page, request.GET), "may_create": may_create, "links": links.KEPT}
    return render(request, "accounts/accounts.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """A new account; its initial password is shown on the answer and nowhere else."""
    actor = _admin(request)
    if not queries.managed_committees(actor).exists():
        raise NotAllowed("access.not_allowed", who=rules.MANAGE.label)
    form = AccountForm(actor, request.POST or None, initial={"committee": committee_of(request)})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            made = actions.create_account(actor, data["username"], data["name"], committee=data["committee"])
        except Refusal as refusal:
            show(form, refusal)
        else:
            return _shown_once(request, made)
    status = 422 if form.errors else 200
    return render(request, "accounts/create.html", {"form": form}, status=status)


def _shown_once(request: HttpRequest, account: Account) -> HttpResponse:
    context = {"account": account, "password": account.initial_password, "rules": passwords.help_text()}
    return render(request, "accounts/initial.html", context)


@require_GET
def account(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One account with its appointments and what may be done with it."""
    actor = _admin(request)
    found = queries.managed_account(actor, uid)
    return _detail(request, actor, found, AppointForm(actor, _place(request, actor, found)), _edit_form(actor, found))


def _edit_form(actor: LoginActor, found: Account) -> EditForm:
    return EditForm(actor, initial={"name": found.name, "committee": found.committee_id})


def _place(request: HttpRequest, actor: LoginActor, found: Account) -> Committee | None:
    """The committee to appoint in: the one chosen, else the account's own."""
    wanted = request.POST.get("committee") or request.GET.get("committee") or ""
    if wanted.isdigit():
        return queries.guarded_committees(actor).filter(pk=int(wanted)).first() or found.committee
    return found.committee


def _detail(
    request: HttpRequest, actor: LoginActor, found: Account, appoint_form: AppointForm, edit_form: EditForm,
    status: int = 200, *, ground_form: GroundForm | None = None,
) -> HttpResponse:  # fmt: skip
    day = clock.today()
    posts = [
        {
            "post": post,
            "now": post.in_force(day),
            "mine": rules.APPOINT(actor, post),
            "form": EndForm(prefix=str(post.pk)),
        }
        for post in queries.appointments_of(found)
    ]
    context = {
        "account": found,
        "posts": posts,
        "form": appoint_form,
        "edit_form": edit_form,
        "factors": factors.factors_of(found),
        "may_manage": rules.MANAGE(actor, found),
        "may_guard": rules.GUARD(actor, found),
        "bind_form": BindForm(initial={"subject": getattr(sso.bound(found), "subject", "")})
        if sso.provider()
        else None,
        "ground_form": ground_form or GroundForm(),
        "locked": locking.is_locked_anywhere(found.username),
        "places": queries.guarded_committees(actor),
        "chosen": appoint_form.place,
        "own": found.pk == actor.account_id,
        "crumbs": [{"label": TITLE, "url": reverse("accounts:accounts")}, {"label": found.name}],
    }
    return render(request, "accounts/account.html", context, status=status)


@require_POST
def edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Change name or home committee."""
    actor = _admin(request)
    found = queries.managed_account(actor, uid)
    rules.MANAGE.check(actor, found)
    form = EditForm(actor, request.POST)
    if form.is_valid():
        try:
            actions.edit_account(actor, found, name=form.cleaned_data["name"], committee=form.cleaned_data["committee"])
        except Refusal as refusal:
            show(form, refusal)
        else:
            messages.success(request, DONE["edited"])
            return redirect("accounts:account", uid)
    return _detail(request, actor, found, AppointForm(actor, found.committee), form, 422)


@never_cache
@require_POST
def do(request: HttpRequest, uid: UUID, what: str) -> HttpResponse:
    """Disable, enable, unlock, end all sessions."""
    actor = _admin(request)
    found = queries.managed_account(actor, uid)
    act, done = {
        "disable": (actions.disable, "disabled"),
        "enable": (actions.enable, "enabled"),
        "unlock": (actions.unlock, "unlocked"),
        "expel": (actions.expel, "expelled"),
    }[what]
    try:
        act(actor, found)
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, DONE.get(done) or keeper_words.DONE[done])
    return redirect("accounts:account", uid)


@require_POST
def reset_factors(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a person's second step away, with the ground; the person is told."""
    actor = _admin(request)
    found = queries.managed_account(actor, uid)
    rules.GUARD.check(actor, found)
    form = GroundForm(request.POST)
    if form.is_valid():
        try:
            actions.reset_factors(actor, found, form.cleaned_data["ground"])
        except Refusal as refusal:
            show(form, refusal)
        else:
            messages.success(request, factor_words.DONE["reset"])
            return redirect("accounts:account", uid)
    return _detail(
        request, actor, found, AppointForm(actor, found.committee), _edit_form(actor, found), 422, ground_form=form
    )


@require_POST
def appoint(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Give a role."""
    actor = _admin(request)
    found = queries.managed_account(actor, uid)
    if not queries.guarded_committees(actor).exists():
        raise NotAllowed("access.not_allowed", who=rules.APPOINT.label)
    form = AppointForm(actor, _place(request, actor, found), request.POST)
    if form.is_valid():
        data = form.cleaned_data
        try:
            actions.appoint(actor, found, **data)
        except Refusal as refusal:
            show(form, refusal)
        else:
            messages.success(request, DONE["appointed"])
            return redirect("accounts:account", uid)
    return _detail(request, actor, found, form, _edit_form(actor, found), 422)


@require_POST
def end_appointment(request: HttpRequest, uid: UUID) -> HttpResponse:
    """End a role on a day."""
    actor = _admin(request)
    post = queries.managed_appointment(actor, uid)
    form = EndForm(request.POST, prefix=str(post.pk))
    if form.is_valid():
        try:
            actions.end_appointment(actor, post, form.cleaned_data["ends"])
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
        else:
            messages.success(request, DONE["ended"])
    else:
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
    return redirect("accounts:account", post.account.uid)


@require_GET
def keepers_page(request: HttpRequest) -> HttpResponse:
    """Who the three administrators are and what each may do."""
    actor = actor_of(request)
    if not rules.may_see_keepers(actor):
        raise NotAllowed("access.not_allowed", who=keeper_words.SEEN_BY)
    return render(
        request, "accounts/keepers.html", {"places": [_place_of_keepers(one) for one in keepers.places(actor)]}
    )


def _place_of_keepers(place: Committee) -> dict[str, object]:
    held, apart = keepers.holders(place), rules.is_separated(place)
    names = [name for _, name, _ in held]
    deeds = [{"label": deed.label, "cells": list(zip(deed.may, names, strict=True))} for deed in keepers.deeds(place)]
    words = keeper_words.APART if apart else keeper_words.NOT_APART
    return {"place": place, "apart": apart, "words": words, "holders": held, "deeds": deeds}
