"""The page of the second step of signing in."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import View

from lvzhi.access import Refusal
from lvzhi.accounts import browsers, factors, login, second
from lvzhi.accounts.forms import CodeForm, RecoveryForm, show
from lvzhi.accounts.models import Account
from lvzhi.accounts.views.door import entered, next_page
from lvzhi.accounts.vocabulary.factors import FactorKind


@method_decorator([login_not_required, never_cache, sensitive_post_parameters()], name="dispatch")
class SecondView(View):
    """Asks whoever gave the right password for the second factor."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The form; nobody waiting goes to the first step, somebody logged in goes on."""
        if request.user.is_authenticated:
            return HttpResponseRedirect(next_page(request))
        account = second.waiting(request)
        if account is None:
            second.drop(request)
            return redirect("accounts:login")
        return self.page(request, account, CodeForm(browsers.days(account)), RecoveryForm(), 200)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Try the code, or the recovery code."""
        try:
            account = second.someone_waiting(request)
        except Refusal as refusal:
            return self.again(request, refusal)
        by_recovery = "recovery" in request.POST
        code_form = CodeForm(browsers.days(account), None if by_recovery else request.POST)
        recovery_form = RecoveryForm(request.POST if by_recovery else None)
        form = recovery_form if by_recovery else code_form
        if not form.is_valid():
            return self.page(request, account, code_form, recovery_form, 422)
        try:
            if by_recovery:
                entered_as = second.by_recovery(request, form.cleaned_data["recovery"])
            else:
                entered_as = second.by_code(request, form.cleaned_data["code"])
        except login.Locked as refusal:
            return self.again(request, refusal)
        except Refusal as refusal:
            show(form, refusal)
            return self.page(request, account, code_form, recovery_form, refusal.status)
        response = entered(request, entered_as)
        if not by_recovery and form.cleaned_data.get("browser"):
            remember(request, response, entered_as)
        return response

    @staticmethod
    def again(request: HttpRequest, refusal: Refusal) -> HttpResponse:
        """Back to the first step, saying why."""
        messages.error(request, refusal.sentence)
        return redirect("accounts:login")

    @staticmethod
    def page(
        request: HttpRequest, account: Account, code_form: CodeForm, recovery_form: RecoveryForm, status: int
    ) -> HttpResponse:
        """The page around its forms."""
        kinds = factors.kinds_of(account)
        context = {
            "account": account,
            "form": code_form,
            "recovery_form": recovery_form,
            "next": next_page(request),
            "by_code": FactorKind.TOTP in kinds,
            "by_passkey": FactorKind.PASSKEY in kinds,
            "only_passkey": kinds == {FactorKind.PASSKEY},
        }
        return render(request, "accounts/second.html", context, status=status)


def remember(request: HttpRequest, response: HttpResponse, account: Account) -> None:
    """Let the browser be known for some days, where the norm allows it."""
    made = browsers.remember(account, login.device_of(request))
    if made is not None:
        token, ends = made
        response.set_cookie(
            browsers.COOKIE, token, expires=ends, httponly=True, samesite="Lax", secure=request.is_secure()
        )
