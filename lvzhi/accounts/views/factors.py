"""One's own second step: the authenticator, recovery codes, browsers, taking away."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST
from django.views.generic import View

from lvzhi.access import Refusal
from lvzhi.accounts import browsers, factors, login, second, totp
from lvzhi.accounts.forms import EnrolForm, ProofForm, show
from lvzhi.accounts.models import Account, Factor
from lvzhi.accounts.views.door import next_page
from lvzhi.accounts.views.own import own_account
from lvzhi.accounts.vocabulary.factors import DONE, ISSUER, FactorKind
from lvzhi.deadlines import clock
from lvzhi.journal import secrets

CODES = "codes"
LATEST_ENROLMENT = 3600  # seconds for which the picture shown can be confirmed


@never_cache
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """My second step: what I have, how many recovery codes are left."""
    return page(request, own_account(request), None, 200)


def page(request: HttpRequest, account: Account, form: ProofForm | None, status: int, about: str = "") -> HttpResponse:
    """The page; `form` is a refused proof, `about` what it was for: the uid of a factor, or codes."""
    rows = list(factors.factors_of(account))
    context = {
        "account": account,
        "totp": next((row for row in rows if row.kind == FactorKind.TOTP), None),
        "passkeys": [row for row in rows if row.kind == FactorKind.PASSKEY],
        "rows": [(row, form if form and str(row.uid) == about else ProofForm(str(row.uid))) for row in rows],
        "left": factors.codes_left(account),
        "required": factors.is_required(account),
        "browsers": browsers.known(account),
        "codes_form": form if form and about == CODES else ProofForm(CODES),
        "about": about,
    }
    return render(request, "accounts/factors.html", context, status=status)


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class TotpView(View):
    """Add an authenticator: the picture, then the code that proves it was read."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """A fresh picture."""
        secret = totp.new_secret()
        account = own_account(request)
        kept = secrets.seal_text(f"{int(clock.now().timestamp())} {secret}", f"enrol/{account.pk}")
        request.session[second.ENROLLING] = kept
        return self.page(request, EnrolForm(), secret, 200)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Confirm by a code; the recovery codes are shown on the answer and nowhere else."""
        account = own_account(request)
        secret = self.kept(request, account)
        if secret is None:
            messages.error(request, Refusal("accounts.enrolment_over").sentence)
            return redirect(request.get_full_path())
        form = EnrolForm(request.POST)
        if form.is_valid():
            actor = login.own_actor(request, account)
            try:
                codes = factors.add_totp(actor, account, secret, form.cleaned_data["code"])
            except Refusal as refusal:
                show(form, refusal)
            else:
                del request.session[second.ENROLLING]
                return added(request, account, codes, DONE["totp"])
        return self.page(request, form, secret, 422)

    @staticmethod
    def kept(request: HttpRequest, account: Account) -> str | None:
        """The secret whose picture was shown in this session, None when that is too long ago."""
        sealed = request.session.get(second.ENROLLING)
        if not isinstance(sealed, str):
            return None
        since, _, secret = secrets.open_text(sealed, f"enrol/{account.pk}").partition(" ")
        return secret if clock.now().timestamp() - int(since) < LATEST_ENROLMENT else None

    @staticmethod
    def page(request: HttpRequest, form: EnrolForm, secret: str, status: int) -> HttpResponse:
        """The page around the picture."""
        account = own_account(request)
        context = {
            "form": form,
            "next": next_page(request),
            "must": login.MUST_ENROL in request.session,
            "picture": totp.picture(totp.address(secret, account.username, ISSUER)),
            "secret": totp.grouped(secret),
            "account": account,
        }
        return render(request, "accounts/totp.html", context, status=status)


def added(request: HttpRequest, account: Account, codes: list[str], done: str) -> HttpResponse:
    """After a first factor: the session goes on, and recovery codes are shown where some were made."""
    request.session.pop(login.MUST_ENROL, None)
    request.session.cycle_key()
    if codes:
        return shown_once(request, account, codes)
    messages.success(request, done)
    return redirect("accounts:factors")


def shown_once(request: HttpRequest, account: Account, codes: list[str]) -> HttpResponse:
    """Recovery codes on the answer, to be printed or written down."""
    context = {"codes": codes, "account": account, "next": next_page(request), "day": clock.today()}
    return render(request, "accounts/codes.html", context)


def _prove(request: HttpRequest, form: ProofForm) -> bool:
    """Whether the form proves the person; its failures count like those of signing in."""
    if not form.is_valid():
        return False
    account = own_account(request)
    actor = login.own_actor(request, account)
    data = form.cleaned_data
    try:
        second.attempt(request, account, lambda: factors.prove(actor, account, data["password"], data["code"]))
    except Refusal as refusal:
        show(form, refusal)
        return False
    return True


@sensitive_post_parameters()
@never_cache
@require_POST
def remove(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take away a factor, proved by password and code."""
    account = own_account(request)
    factor: Factor = factors.own_factor(account, uid)
    form = ProofForm(str(uid), request.POST)
    if not _prove(request, form):
        return page(request, account, form, 422, str(uid))
    try:
        factors.remove(login.own_actor(request, account), account, factor)
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, DONE["removed"])
    return redirect("accounts:factors")


@sensitive_post_parameters()
@never_cache
@require_POST
def renew_codes(request: HttpRequest) -> HttpResponse:
    """New recovery codes, proved by password and code."""
    account = own_account(request)
    form = ProofForm(CODES, request.POST)
    if not factors.kinds_of(account):
        raise Refusal("accounts.no_factor")
    if not _prove(request, form):
        return page(request, account, form, 422, CODES)
    return shown_once(request, account, factors.renew_codes(login.own_actor(request, account), account))


@require_POST
def forget_browsers(request: HttpRequest) -> HttpResponse:
    """Ask on every browser again."""
    account = own_account(request)
    factors.forget_browsers(login.own_actor(request, account), account)
    messages.success(request, DONE["forgotten"])
    return redirect("accounts:factors")
