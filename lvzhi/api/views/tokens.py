"""Tokens as pages: one's own under 我的账号, those of the accounts one guards, and what the addresses are."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.accounts.models import Account
from lvzhi.accounts.rules import may_open_management
from lvzhi.api import actions, kinds, norms, queries, rules, tables
from lvzhi.api.forms import TokenForm
from lvzhi.api.vocabulary import DONE, TITLES
from lvzhi.committee.web import tell
from lvzhi.deadlines import clock
from lvzhi.metrics import registry
from lvzhi.ui.paging import keyset

UNFIT = 422


def _account(request: HttpRequest) -> Account:
    account = request.user
    assert isinstance(account, Account)  # noqa: S101  reason: the middleware lets nobody else in
    return account


def _form(request: HttpRequest, data: Any = None) -> TokenForm:
    account = _account(request)
    most = norms.number(norms.DAYS, account.committee)
    return TokenForm(data, rooms=kinds.rooms(), most=most, proof=account.has_usable_password())


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def mine(request: HttpRequest) -> HttpResponse:
    """One's tokens, and a new one; its secret stands on this answer and nowhere else."""
    if request.method == "GET":
        return _page(request, _form(request))
    form = _form(request, request.POST)
    if not form.is_valid():
        return _page(request, form, status=UNFIT)
    asked, account = form.cleaned_data, _account(request)
    if "password" in asked and not account.check_password(asked["password"]):
        form.add_error("password", Refusal("api.wrong_password").sentence)
        return _page(request, form, status=UNFIT)
    rooms = [one for one in kinds.rooms() if one[0] in asked["rooms"]]
    try:
        token, secret = actions.make(actor_of(request), account, asked["name"], asked["scope"], rooms, asked["days"])
    except Refusal as refusal:
        tell(form, refusal)
        return _page(request, form, status=max(UNFIT, refusal.status))
    return _page(request, _form(request), made=token, secret=secret)


def _page(request: HttpRequest, form: TokenForm, status: int = 200, **more: Any) -> HttpResponse:
    now = clock.now()
    button = tables.buttons(now, csrf=get_token(request), back="")
    context = {
        "form": form, "table": tables.own(queries.own(actor_of(request)), dict(kinds.rooms()), now, button),
        "crumbs": _crumbs("tokens"), "base": request.build_absolute_uri(reverse("api:openapi")),
        "may_hold": rules.may_hold(actor_of(request)),
        "guards": may_open_management(actor_of(request)), **more,
    }  # fmt: skip
    return render(request, "api/tokens.html", context, status=status)


def _crumbs(key: str) -> list[dict[str, str]]:
    first = {"label": TITLES["account"], "url": reverse("accounts:me")}
    if key == "tokens":
        return [first, {"label": TITLES[key], "url": ""}]
    return [first, {"label": TITLES["tokens"], "url": reverse("api:tokens")}, {"label": TITLES[key], "url": ""}]


@require_POST
def revoke(request: HttpRequest, uid: UUID) -> HttpResponse:
    """End one of one's own tokens, or one of an account one guards."""
    actor = actor_of(request)
    token = queries.to_end(actor, uid)
    actions.revoke(actor, token)
    messages.success(request, DONE["revoked"].format(mark=token.mark))
    return redirect("api:tokens" if token.account_id == actor.account_id else "api:guarded")


@require_GET
def guarded(request: HttpRequest) -> HttpResponse:
    """The tokens of the accounts that the security administrator guards."""
    now, actor = clock.now(), actor_of(request)
    page = keyset(queries.guarded(actor), ["-made_at"], request.GET.get("cursor", ""))
    button = tables.buttons(now, csrf=get_token(request))
    table = tables.guarded(page, dict(kinds.rooms()), now, request.GET, button)
    return render(request, "api/guarded.html", {"table": table, "crumbs": _crumbs("guarded")})


@require_GET
def reference(request: HttpRequest) -> HttpResponse:
    """What the addresses are and give, read off the document that machines read."""
    context = {
        "table": tables.kinds(kinds.all_kinds()), "crumbs": _crumbs("reference"),
        "figures": len(registry.figures()), "base": request.build_absolute_uri("/api/v1/"),
        "document": reverse("api:openapi"),
    }  # fmt: skip
    return render(request, "api/reference.html", context)
