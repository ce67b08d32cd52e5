"""Login, logout, forced change of password, and text kept over an expired session."""

from __future__ import annotations

from typing import cast
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST
from django.views.generic import View

from lvzhi.access import Refusal
from lvzhi.accounts import demo_logins, locking, login, passkeys, passwords, sso
from lvzhi.accounts.actions import change_password
from lvzhi.accounts.actors import actor_of
from lvzhi.accounts.forms import LoginForm, PasswordForm, show
from lvzhi.accounts.models import Account
from lvzhi.accounts.vocabulary import DONE

SIZE_COOKIE = "lz_size"
SSO_TOKEN = "sso_token"  # noqa: S105  reason: the name under which the session keeps it
_YEAR = 365 * 24 * 3600


def next_page(request: HttpRequest) -> str:
    """Where to go on to: ``next``, if it is an address of this site."""
    wanted = request.POST.get("next") or request.GET.get("next") or "/"
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else "/"


def remember_size(response: HttpResponse, account: Account) -> None:
    """Give the browser the account's choice of type size, which the pages read from its cookie."""
    if account.large_type:
        response.set_cookie(SIZE_COOKIE, "large", max_age=_YEAR, samesite="Lax")


def entered(request: HttpRequest, account: Account, target: str | None = None) -> HttpResponse:
    """Where somebody just signed in goes: the text held for the account, else the page asked for."""
    wanted = target or next_page(request)
    target = reverse("accounts:held") if login.HELD in request.session else wanted
    response = HttpResponseRedirect(target)
    remember_size(response, account)
    return response


@method_decorator([login_not_required, never_cache, ensure_csrf_cookie, sensitive_post_parameters()], name="dispatch")
class LoginView(View):
    """The page before everything else."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The form; somebody already logged in goes on."""
        if request.user.is_authenticated:
            return HttpResponseRedirect(next_page(request))
        return self.page(request, LoginForm(), 200)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Try to log in."""
        form = LoginForm(request.POST)
        if not form.is_valid():
            return self.page(request, form, 422)
        try:
            account = login.sign_in(request, form.cleaned_data["username"], form.cleaned_data["password"])
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
            return self.page(request, form, refusal.status)
        if account is None:
            return HttpResponseRedirect(f"{reverse('accounts:second')}?{urlencode({'next': next_page(request)})}")
        return entered(request, account)

    @staticmethod
    def page(request: HttpRequest, form: LoginForm, status: int) -> HttpResponse:
        """The login page around a form."""
        context = {
            "form": form,
            "next": next_page(request),
            "logins": demo_logins.offered(),
            "held": login.HELD in request.session,
            "sign_on": sso.provider(),
            "by_passkey": passkeys.is_offered(request.get_host()),
        }
        response = render(request, "accounts/login.html", context, status=status)
        if status == login.Locked.status:
            response.headers["Retry-After"] = str(60 * locking.minutes_left(request, form.data.get("username", "")))
        return response


@require_POST
def logout(request: HttpRequest) -> HttpResponse:
    """End the session."""
    identity = str(request.session.get(SSO_TOKEN, ""))
    login.sign_out(request, actor_of(request))
    messages.success(request, DONE["logged_out"])
    elsewhere = sso.leaving(identity, request.build_absolute_uri(reverse("accounts:login")))
    if elsewhere:  # a link, since the policy lets no form lead away from here
        return render(request, "accounts/left.html", {"elsewhere": elsewhere})
    return redirect("accounts:login")


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class PasswordView(View):
    """Change of one's own password; the first page after a first login."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The form."""
        return self.page(request, PasswordForm(), 200)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Change it."""
        account = cast("Account", request.user)
        form = PasswordForm(request.POST)
        if form.is_valid():
            data = form.cleaned_data
            try:
                change_password(actor_of(request), account, data["old"], data["new"], data["again"])
            except Refusal as refusal:
                show(form, refusal)
            else:
                login.keep_this_session(request, account)
                messages.success(request, DONE["password"])
                return HttpResponseRedirect(next_page(request))
        return self.page(request, form, 422)

    @staticmethod
    def page(request: HttpRequest, form: PasswordForm, status: int) -> HttpResponse:
        """The page around a form."""
        account = cast("Account", request.user)
        context = {
            "form": form,
            "next": next_page(request),
            "must": account.must_change_password,
            "rules": passwords.help_text(account.committee_id),
            "account": account,
        }
        return render(request, "accounts/password.html", context, status=status)


@never_cache
@require_GET
def held(request: HttpRequest) -> HttpResponse:
    """What was being sent when the session expired."""
    kept = request.session.get(login.HELD)
    if not isinstance(kept, dict):
        return redirect("/")
    fields = [(name, text) for name, texts in kept["fields"].items() for text in texts]
    context = {"held": kept, "fields": fields, "page": login.page_of(request, kept)}
    return render(request, "accounts/held.html", context)


@require_POST
def drop_held(request: HttpRequest) -> HttpResponse:
    """Done with the kept text."""
    kept = request.session.pop(login.HELD, None)
    return redirect(login.page_of(request, kept) if isinstance(kept, dict) else "/")
