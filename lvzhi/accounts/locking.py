"""Lock after repeated failures (R12.4): django-axes counts, the norms say how many and how long."""

from __future__ import annotations

import math
from datetime import timedelta
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest, HttpResponse

from lvzhi.accounts.norms import number
from lvzhi.deadlines import clock

_MINUTE = 60


def failure_limit(request: HttpRequest | None = None, credentials: dict[str, Any] | None = None) -> int:
    """AXES_FAILURE_LIMIT: failures until the lock."""
    return number("accounts.lock_failures")


def cool_off(request: HttpRequest | None = None) -> timedelta:
    """AXES_COOLOFF_TIME: how long the lock holds."""
    return timedelta(minutes=number("accounts.lock_minutes"))


def locked_out(request: HttpRequest, response: HttpResponse, credentials: dict[str, Any] | None = None) -> HttpResponse:
    """AXES_LOCKOUT_CALLABLE: the login page has already said it; its answer stands."""
    return response


def address_of(request: HttpRequest) -> str:
    """The client's address: the last hop the trusted proxy names, else the connection's own."""
    if settings.SECURE_PROXY_SSL_HEADER:
        forwarded = request.headers.get("X-Forwarded-For", "")
        if forwarded:
            return forwarded.rsplit(",", 1)[-1].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def prepare(request: HttpRequest) -> None:
    """Let axes see our clock and our reading of the address instead of its own."""
    AxesProxyHandler.update_request(request)
    request.axes_attempt_time = clock.now()  # type: ignore[attr-defined]  # axes keeps its facts on the request
    request.axes_ip_address = address_of(request) or None  # type: ignore[attr-defined]  # the same


def is_locked(request: HttpRequest, username: str) -> bool:
    """Whether this name is locked for this address now."""
    return not bool(AxesProxyHandler.is_allowed(request, {"username": username}))


def count_failure(request: HttpRequest, username: str) -> None:
    """Count a failure that was no wrong password, such as a wrong code; `prepare` comes first."""
    AxesProxyHandler.user_login_failed(__name__, {"username": username}, request)
    by_our_clock(request, username)


def by_our_clock(request: HttpRequest, username: str) -> None:
    """Set a failure just counted to our clock: axes dates the first of a row by the machine's own."""
    facts: Any = request  # axes keeps its facts on the request
    rows = AccessAttempt.objects.filter(
        username=username, ip_address=facts.axes_ip_address, user_agent=facts.axes_user_agent
    )
    rows.update(attempt_time=facts.axes_attempt_time)


def minutes_left(request: HttpRequest, username: str) -> int:
    """Whole minutes until the lock ends, at least 1."""
    last = AccessAttempt.objects.filter(username=username, ip_address=address_of(request) or None).aggregate(
        last=Max("attempt_time")
    )["last"]
    if last is None:
        return 1
    left: float = (last + cool_off() - clock.now()).total_seconds()
    return max(1, math.ceil(left / _MINUTE))


def unlock(username: str) -> int:
    """Forget the failures of a login name from every address; returns how many rows went."""
    return int(AxesProxyHandler.reset_attempts(username=username))


def is_locked_anywhere(username: str) -> bool:
    """Whether any address is locked out of this login name now."""
    since = clock.now() - cool_off()
    return bool(
        AccessAttempt.objects.filter(
            username=username, attempt_time__gt=since, failures_since_start__gte=failure_limit()
        ).exists()
    )
