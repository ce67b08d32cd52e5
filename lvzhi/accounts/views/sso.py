"""The government sign-on: to the provider, back from it, and the binding of an account."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from lvzhi.access import NotAllowed, Refusal
from lvzhi.accounts import factors, locking, login, queries, sso
from lvzhi.accounts.actors import actor_of, visitor
from lvzhi.accounts.forms import BindForm
from lvzhi.accounts.views.door import SSO_TOKEN, entered, next_page
from lvzhi.accounts.vocabulary import sso as words
from lvzhi.accounts.vocabulary.factors import HOW
from lvzhi.journal.lines import line

SSO = "sso"


def _back(request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("accounts:sso_back"))


@login_not_required
@never_cache
@require_GET
def begin(request: HttpRequest) -> HttpResponse:
    """To the provider."""
    try:
        address, kept = sso.begin(_back(request))
    except Refusal as refusal:
        return _refused(request, refusal)
    request.session[SSO] = kept | {"next": next_page(request)}
    return HttpResponseRedirect(address)


@login_not_required
@never_cache
@require_GET
def back(request: HttpRequest) -> HttpResponse:
    """Back from the provider."""
    kept = request.session.pop(SSO, None)
    try:
        account, identity = sso.finish(kept, request.GET.dict(), _back(request))
    except Refusal as refusal:
        someone = visitor(locking.address_of(request))
        with line(someone, "accounts.sso_refused", reason=refusal.code):
            pass
        return _refused(request, refusal)
    both = sso.required().both
    target = kept["next"] if isinstance(kept, dict) else "/"
    if factors.kinds_of(account) and not both:
        login.first_step(request, account, HOW["sso"])
        request.session[SSO_TOKEN] = identity
        return redirect(reverse("accounts:second", query={"next": target}))
    login.enter(request, account, HOW["sso"], both=both)
    request.session[SSO_TOKEN] = identity
    return entered(request, account, target)


def _refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    messages.error(request, refusal.sentence)
    return redirect("accounts:login")


@require_POST
def bind(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Say which person of the provider an account belongs to."""
    found = queries.managed_account(actor_of(request), uid)
    form = BindForm(request.POST)
    if form.is_valid():
        try:
            sso.bind(actor_of(request), found, form.cleaned_data["subject"])
        except NotAllowed:
            raise
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
        else:
            messages.success(request, words.DONE["bound"])
    else:
        messages.error(request, " ".join(str(one) for many in form.errors.values() for one in many))
    return redirect("accounts:account", uid)
