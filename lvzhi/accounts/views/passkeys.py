"""Passkeys: making one, renaming, and signing in by one."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from django.views.generic import View

from lvzhi.access import Refusal
from lvzhi.accounts import factors, login, passkeys, second
from lvzhi.accounts.forms import PasskeyForm, show
from lvzhi.accounts.models import Account
from lvzhi.accounts.views.door import entered, next_page
from lvzhi.accounts.views.factors import added
from lvzhi.accounts.views.own import own_account
from lvzhi.accounts.vocabulary.factors import DONE, HOW, PASSKEY_LABEL, FactorKind

MAKING, ASKED = "making_passkey", "asked_passkey"


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class NewView(View):
    """Make a passkey on this device."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The page, with what the browser is asked."""
        label = PASSKEY_LABEL.format(device=login.device_of(request))
        return self.page(request, PasskeyForm(initial={"label": label}), 200)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Keep what the browser has made."""
        form, account = PasskeyForm(request.POST), own_account(request)
        state = request.session.pop(MAKING, None)
        if form.is_valid():
            actor = login.own_actor(request, account)
            data = form.cleaned_data
            try:
                codes = passkeys.add(actor, account, state, data["answer"], data["label"])
            except Refusal as refusal:
                show(form, refusal)
            else:
                return added(request, account, codes, DONE["passkey"])
        return self.page(request, form, 422)

    @staticmethod
    def page(request: HttpRequest, form: PasskeyForm, status: int) -> HttpResponse:
        """The page around a fresh question."""
        account = own_account(request)
        options, request.session[MAKING] = passkeys.ask_new(account)
        context = {
            "form": form,
            "options": options,
            "next": next_page(request),
            "must": login.MUST_ENROL in request.session,
            "offered": passkeys.is_offered(request.get_host()),
        }
        return render(request, "accounts/passkey.html", context, status=status)


@require_POST
def rename(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Another name."""
    account = own_account(request)
    factor = factors.own_factor(account, uid, FactorKind.PASSKEY)
    try:
        passkeys.rename(login.own_actor(request, account), account, factor, request.POST.get("label", ""))
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, DONE["renamed"])
    return redirect("accounts:factors")


@login_not_required
@never_cache
@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """The question for the browser: of whoever waits at the second step, else of anybody the device knows."""
    options, request.session[ASKED] = passkeys.ask(second.waiting(request))
    return HttpResponse(options, content_type="application/json")


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    """Sign in by the browser's answer."""
    state = request.session.pop(ASKED, None)
    try:
        account = _verified(request, state, request.POST.get("answer", ""))
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
        waiting = second.waiting(request) is not None
        return redirect("accounts:second" if waiting else "accounts:login")
    return entered(request, account)


def _verified(request: HttpRequest, state: object, given: str) -> Account:
    factor = passkeys.named(given)
    waiting = second.waiting(request)
    if waiting is not None and waiting.pk != factor.account_id:
        raise Refusal("accounts.passkey_refused")
    second.attempt(request, factor.account, lambda: passkeys.verify(factor, state, given))
    how = HOW["passkey"] if waiting is None else second.how_of(request, HOW["passkey_second"])
    return login.enter(request, factor.account, how)
