"""Browsers on which the second step need not be repeated for some days (a norm; off unless set)."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Final

from lvzhi.accounts.models import Account, KnownBrowser
from lvzhi.accounts.norms import number
from lvzhi.deadlines import clock

COOKIE: Final = "lz_browser"


def days(account: Account) -> int:
    """For how many days a browser may be remembered; 0 is never."""
    return number("accounts.browser_days", account.committee_id)


def is_known(account: Account, token: str) -> bool:
    """Whether the browser holding this token was remembered for the account, and that is still allowed."""
    if not token or not days(account):
        return False
    rows = KnownBrowser.objects.filter(account=account, digest=_digest(token), ends__gt=clock.now())
    return rows.exists()


def remember(account: Account, device: str) -> tuple[str, datetime] | None:
    """Remember a browser; the token for its cookie and until when it counts, None where the norm says never."""
    length = days(account)
    if not length:
        return None
    token, ends = secrets.token_urlsafe(32), clock.now() + timedelta(days=length)
    KnownBrowser.objects.filter(account=account, ends__lte=clock.now()).delete()
    KnownBrowser.objects.create(account=account, digest=_digest(token), device=device, ends=ends)
    return token, ends


def forget_all(account: Account) -> int:
    """Forget every browser of the account; returns how many."""
    count, _ = KnownBrowser.objects.filter(account=account).delete()
    return count


def known(account: Account) -> list[KnownBrowser]:
    """The browsers remembered now, the latest first."""
    return list(KnownBrowser.objects.filter(account=account, ends__gt=clock.now()).order_by("-ends"))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
