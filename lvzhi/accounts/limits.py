"""How often something may be asked for: one mechanism over the cache, limits as norms, by person or by address.

Windows are fixed: a minute, or ten. The cache is each process's own unless LVZHI_REDIS names one for all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.core.cache import cache
from redis.exceptions import RedisError

from lvzhi.accounts.norms import number
from lvzhi.deadlines import clock


@dataclass(frozen=True, slots=True)
class Limit:
    """One kind of request.

    Args:
        norm: how many are allowed in a window.
        seconds: length of the window.
        by_person: counted by account; else by the address it comes from.
    """

    norm: str
    seconds: int
    by_person: bool


KINDS: Final[dict[str, Limit]] = {
    "sign_in": Limit("accounts.rate_sign_in", 60, by_person=False),
    "second": Limit("accounts.rate_second", 600, by_person=True),
    "proof": Limit("accounts.rate_second", 600, by_person=True),
    "export": Limit("accounts.rate_export", 60, by_person=True),
    "search": Limit("accounts.rate_search", 60, by_person=True),
    "upload": Limit("accounts.rate_upload", 60, by_person=True),
}
_ADDRESSES: Final[dict[str, str]] = {
    "accounts:login": "sign_in",
    "accounts:sso_back": "sign_in",
    "opening:home": "sign_in",
    "accounts:passkey_answer": "sign_in",
    "accounts:second": "second",
    "accounts:password": "proof",
    "accounts:remove_factor": "proof",
    "accounts:renew_codes": "proof",
    "desk:search": "search",
}


def register(kind: str, limit: Limit, *addresses: str) -> None:
    """Let a room above have a limit of its own, or put posts to its addresses under one."""
    KINDS[kind] = limit
    for name in addresses:
        _ADDRESSES[name] = kind


_COUNTS_ITSELF: Final[list[str]] = []


def leave(prefix: str) -> None:
    """Let a room above count requests to its addresses itself: who asks is known later there."""
    _COUNTS_ITSELF.append(prefix)


def kind_of(name: str, method: str, *, uploads: bool) -> str | None:
    """Which limit a request falls under.

    Args:
        name: of the address, with its namespace; exports are known by theirs.
        uploads: whether it brings files.
    """
    if name.startswith(tuple(_COUNTS_ITSELF)):
        return None
    listed = _ADDRESSES.get(name)
    if listed is not None:
        return listed if method == "POST" or name in {"desk:search", "accounts:sso_back"} else None
    if name.startswith("search:"):
        return "search"
    if "export" in name.rpartition(":")[2]:
        return "export"
    return "upload" if uploads else None


def wait(kind: str, who: str, committee: int | None = None) -> int:
    """Count one request; the seconds until the next is allowed, 0 where this one is."""
    limit = KINDS[kind]
    now = int(clock.now().timestamp())
    window, left = now // limit.seconds, limit.seconds - now % limit.seconds
    key = f"rate:{kind}:{who}:{window}"
    try:
        cache.add(key, 0, timeout=limit.seconds)
        count = cache.incr(key)
    except (ValueError, OSError, RedisError):
        return 0  # forgotten by a full cache, or the shared one is down: nobody is kept out for that
    return left if count > number(limit.norm, committee) else 0


def is_first_beyond(kind: str, who: str) -> bool:
    """Whether nobody wrote down yet that this one is over the limit in this window: one line each is enough."""
    limit = KINDS[kind]
    window = int(clock.now().timestamp()) // limit.seconds
    return bool(cache.add(f"rate-told:{kind}:{who}:{window}", 1, timeout=limit.seconds))
