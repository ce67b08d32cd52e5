"""Puts the actor on the request, ends sessions that have become stale (R12.2 b, R12.4), holds the limits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.middleware import get_user
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from lvzhi.access import Refusal
from lvzhi.accounts import limits, locking, login, second, sessions
from lvzhi.accounts.actors import LoginActor, actor_for, actor_of, visitor
from lvzhi.accounts.models import Account, Delegation
from lvzhi.accounts.vocabulary.limits import WHAT
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line

# Writing "seen" on every request would make every page view a write.
_SEEN_STEP: Final = timedelta(minutes=1)
_WITHOUT_NEW_PASSWORD: Final = frozenset({"accounts:password", "accounts:logout"})
_WITHOUT_FACTOR: Final = _WITHOUT_NEW_PASSWORD | {"accounts:totp", "accounts:passkey_new"}


class TooOften(Refusal):
    """Asked for more often than the norm allows."""

    status = 429


UNATTENDED: Final = "X-Unattended"
"""Header of requests a page sends by itself (polling): they do not count as use."""


class LimitMiddleware:
    """Answers 429 with a sentence to whoever asks too often; stands below the one that knows who asks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Count the request, before the view runs."""
        match = request.resolver_match
        uploads = request.method == "POST" and request.content_type == "multipart/form-data"
        kind = limits.kind_of(match.view_name, request.method or "", uploads=uploads) if match else None
        if kind is None:
            return None
        who, account = _asking(request, kind)
        seconds = limits.wait(kind, who, account.committee_id if account else None)
        if not seconds:
            return None
        if limits.is_first_beyond(kind, who):
            actor = actor_for(account, address=locking.address_of(request)) if account else actor_of(request)
            with line(actor, "accounts.too_often", subject=account, what=str(WHAT[kind])):
                pass
        refusal = TooOften("accounts.too_often", what=WHAT[kind], seconds=seconds)
        if login.is_background(request):
            response = HttpResponse(refusal.sentence, status=refusal.status)
        else:
            response = render(request, "400.html", {"sentence": refusal.sentence}, status=refusal.status)
        response.headers["Retry-After"] = str(seconds)
        return response


def _asking(request: HttpRequest, kind: str) -> tuple[str, Account | None]:
    """Who is counted: the person, whoever waits at the second step, else the address."""
    account = request.user if isinstance(request.user, Account) else None
    if kind == "second":
        account = second.waiting(request)
    if limits.KINDS[kind].by_person and account is not None:
        return f"a{account.pk}", account
    return locking.address_of(request), None


class ActorMiddleware:
    """Sets request.actor (lazily), ends idle and disabled sessions, forces the change of an initial password."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if SESSION_KEY in request.session:
            self._watch(request)
        request.actor = SimpleLazyObject(partial(_actor, request))  # type: ignore[attr-defined]  # see actor_of
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Send to the login page, or to the change of password, before the view runs."""
        if not getattr(view, "login_required", True):
            return None
        user = request.user
        if not user.is_authenticated:
            self._hold_again(request)
            return _elsewhere(request, reverse("accounts:login"), 401)
        match = request.resolver_match
        if (
            isinstance(user, Account)
            and user.must_change_password
            and (match is None or match.view_name not in _WITHOUT_NEW_PASSWORD)
        ):
            return _elsewhere(request, reverse("accounts:password"), 403)
        if login.MUST_ENROL in request.session and (match is None or match.view_name not in _WITHOUT_FACTOR):
            return _elsewhere(request, reverse("accounts:totp"), 403)
        return None

    def _watch(self, request: HttpRequest) -> None:
        user = get_user(request)
        request.user = user  # the account itself instead of Django's lazy stand-in: the journal asks for its class
        if not isinstance(user, Account):  # gone or disabled: Django no longer hands the account out
            self._end(request, None)
            return
        now = clock.now()
        seen = sessions.moment(request.session.get(sessions.SEEN))
        if seen is None:
            login.open_session(request, user)
            return
        minutes = int(request.session.get(sessions.IDLE, 0))
        if minutes and now - seen >= timedelta(minutes=minutes):
            self._idle(request, user, minutes)
        elif self._over(request, now):
            self._idle(request, user, 0)
        elif abs(now - seen) >= _SEEN_STEP and UNATTENDED not in request.headers:
            request.session[sessions.SEEN] = now.isoformat()

    @staticmethod
    def _over(request: HttpRequest, now: datetime) -> bool:
        """Whether the session has lasted as long as any may, however much it was used."""
        hours = int(request.session.get(sessions.LONGEST, 0))
        started = sessions.moment(request.session.get(sessions.STARTED))
        return bool(hours) and started is not None and now - started >= timedelta(hours=hours)

    def _idle(self, request: HttpRequest, account: Account, minutes: int) -> None:
        held = login.hold(request, account.pk) if request.method == "POST" else None
        actor = actor_for(account, address=locking.address_of(request))
        if minutes:
            with line(actor, "accounts.idle_out", subject=account, committee=account.committee_id, minutes=minutes):
                pass
        else:
            with line(actor, "accounts.session_over", subject=account, committee=account.committee_id):
                pass
        self._end(request, held)

    @staticmethod
    def _end(request: HttpRequest, held: dict[str, Any] | None) -> None:
        request.session.flush()
        request.user = AnonymousUser()
        if held is not None:
            request.session[login.HELD] = held

    @staticmethod
    def _hold_again(request: HttpRequest) -> None:
        """A page left open goes on saving after the time-out: keep its newest text, for the same account."""
        former = request.session.get(login.HELD) if request.method == "POST" else None
        if isinstance(former, dict):
            request.session[login.HELD] = login.hold(request, int(former["account"])) or former


def _actor(request: HttpRequest) -> LoginActor:
    address = locking.address_of(request)
    user = request.user
    if not isinstance(user, Account):
        return visitor(address)
    behalf: Delegation | None = None
    chosen = request.session.get(login.BEHALF)
    if chosen is not None:
        behalf = Delegation.objects.select_related("giver").filter(pk=chosen, taker_id=user.pk).first()
        if behalf is None or not behalf.in_force(clock.today()):
            behalf = None  # ended meanwhile: from here on the person acts as himself again
            del request.session[login.BEHALF]
    return actor_for(user, address=address, behalf=behalf)


def _elsewhere(request: HttpRequest, target: str, status: int) -> HttpResponse:
    """Redirect a page; tell a script where to go (htmx follows HX-Redirect by itself)."""
    address = f"{target}?{urlencode({'next': _came_from(request)})}"
    if login.is_background(request):
        return HttpResponse(status=status, headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)


def _came_from(request: HttpRequest) -> str:
    """The page to return to: that asked for, or for what cannot be asked again by address, the page it came from."""
    if request.method == "GET" and not login.is_background(request):
        return request.get_full_path()
    page = urlsplit(request.headers.get("HX-Current-URL") or request.headers.get("Referer", ""))
    if page.netloc and page.netloc != request.get_host():
        return "/"
    return page._replace(scheme="", netloc="", fragment="").geturl() or "/"
