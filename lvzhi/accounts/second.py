"""The second step of signing in: a code, a recovery code or a passkey, by whoever has given the right password."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from django.http import HttpRequest

from lvzhi.access import Refusal
from lvzhi.accounts import factors, locking, login, sessions
from lvzhi.accounts.models import Account
from lvzhi.accounts.norms import number
from lvzhi.accounts.vocabulary.factors import HOW
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line

ENROLLING: Final = "enrolling"


def waiting(request: HttpRequest) -> Account | None:
    """Who has given the right password and not yet the second; None when nobody, or it was too long ago."""
    kept = request.session.get(login.SECOND)
    if not isinstance(kept, dict):
        return None
    account = Account.objects.select_related("committee").filter(pk=kept["account"], is_active=True).first()
    since = sessions.moment(kept["at"])
    if account is None or since is None or kept["stamp"] != login.stamp_of(account):
        return None  # gone, closed, or its password was changed meanwhile
    longest = timedelta(minutes=number("accounts.second_minutes", account.committee_id))
    return account if clock.now() - since < longest else None


def someone_waiting(request: HttpRequest) -> Account:
    """The same; raises Refusal("accounts.second_over")."""
    account = waiting(request)
    if account is None:
        drop(request)
        raise Refusal("accounts.second_over")
    return account


def drop(request: HttpRequest) -> None:
    """Back to the first step."""
    request.session.pop(login.SECOND, None)


def by_code(request: HttpRequest, code: str) -> Account:
    """Finish with a code of the authenticator. Raises Refusal or Locked."""
    account = someone_waiting(request)
    attempt(request, account, lambda: factors.use_code(account, code))
    return login.enter(request, account, how_of(request, HOW["totp"]))


def by_recovery(request: HttpRequest, code: str) -> Account:
    """Finish with a recovery code. Raises Refusal or Locked."""
    account = someone_waiting(request)
    actor = login.own_actor(request, account)
    attempt(request, account, lambda: factors.use_recovery(actor, account, code))
    return login.enter(request, account, how_of(request, HOW["recovery"]))


def how_of(request: HttpRequest, with_password: str) -> str:
    """How the session was entered: the words given, unless the first step was the government sign-on."""
    kept = request.session.get(login.SECOND) or {}
    return HOW["sso_second"] if kept.get("by") == HOW["sso"] else with_password


def attempt(request: HttpRequest, account: Account, check: Callable[[], object]) -> None:
    """Run a check whose failures count towards the same lock as wrong passwords (R12.4). Raises Refusal or Locked."""
    name = account.username
    locking.prepare(request)
    if locking.is_locked(request, name):
        drop(request)
        raise login.Locked("accounts.locked", minutes=locking.minutes_left(request, name))
    try:
        check()
    except Refusal:
        locking.count_failure(request, name)
        actor = login.own_actor(request, account)
        with line(actor, "accounts.second_failed", subject=account, committee=account.committee_id):
            pass
        if locking.is_locked(request, name):
            drop(request)
            login.say_locked(request, account, name, name)
        raise
