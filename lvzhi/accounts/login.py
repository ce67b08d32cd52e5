"""Coming and going: sign in, sign out, acting for another, and text held over an expired session."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from typing import Any, Final, NoReturn

from django.contrib import auth
from django.contrib.auth import hashers
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from lvzhi.access import Missing, Refusal
from lvzhi.accounts import browsers, factors, locking, sessions
from lvzhi.accounts.actors import LoginActor, actor_for, visitor
from lvzhi.accounts.holding import is_never_held
from lvzhi.accounts.models import Account, Delegation, LoginSession, same_name
from lvzhi.accounts.norms import number
from lvzhi.accounts.vocabulary import DEVICES, UNKNOWN_DEVICE
from lvzhi.accounts.vocabulary.factors import HOW
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line

HELD: Final = "held"
BEHALF: Final = "behalf"
SECOND: Final = "second"
MUST_ENROL: Final = "must_enrol"
BACKEND: Final = "lvzhi.accounts.backends.AccountBackend"
_LONGEST_NAME: Final = 150
_SECRET_FIELDS: Final = frozenset({"csrfmiddlewaretoken", "password", "old", "new", "again", "code", "recovery"})
_HELD_CHARACTERS: Final = 200_000  # a long report's text; more would swell the session table


class Locked(Refusal):
    """The login name is locked for this address."""

    status = 429


def sign_in(request: HttpRequest, username: str, password: str) -> Account | None:
    """Check name and password; open a session, or answer None where a second step waits (`second`).

    The same refusal for an unknown name and a wrong password (R12.4). Raises Refusal("accounts.wrong")
    or Locked("accounts.locked", minutes=…).
    """
    name = same_name(username)[:_LONGEST_NAME]
    locking.prepare(request)
    if locking.is_locked(request, name):
        raise Locked("accounts.locked", minutes=locking.minutes_left(request, name))
    account = auth.authenticate(request, username=name, password=password)
    if not isinstance(account, Account):
        _failed(request, name)
        raise Refusal("accounts.wrong", limit=locking.failure_limit(), minutes=_lock_minutes())
    if not factors.kinds_of(account):
        return enter(request, account, HOW["password"], password)
    if browsers.is_known(account, request.COOKIES.get(browsers.COOKIE, "")):
        return enter(request, account, HOW["browser"], password)
    first_step(request, account, HOW["password"])
    return None


def first_step(request: HttpRequest, account: Account, by: str) -> None:
    """Keep that the first factor was right, for the page of the second; nothing else opens by it."""
    actor = own_actor(request, account)
    with line(actor, "accounts.first_step", subject=account, committee=account.committee_id):
        pass
    request.session.cycle_key()
    request.session[SECOND] = {
        "account": account.pk, "at": clock.now().isoformat(), "stamp": stamp_of(account), "by": by,
    }  # fmt: skip


def stamp_of(account: Account) -> str:
    """What changes when the account's password does."""
    return str(account.get_session_auth_hash())


def enter(
    request: HttpRequest, account: Account, how: str, password: str | None = None, *, both: bool = False
) -> Account:
    """Open the session of a person known by all that is asked: the one place where this happens.

    Args:
        how: which factors were given, for the journal.
        password: the plain password where it was just given, for a stronger hash.
        both: whether two factors were given elsewhere, so that none need be added here.
    """
    actor = own_actor(request, account)
    held = request.session.get(HELD)
    with line(actor, "accounts.login", subject=account, committee=account.committee_id, how=how):
        _refresh(account, password)
        account.save()
    if not hasattr(account, "backend"):
        account.backend = BACKEND  # Django marks who authenticated; here it was the second step
    auth.login(request, account)
    request.session.pop(SECOND, None)
    if isinstance(held, dict) and held.get("account") == account.pk:
        request.session[HELD] = held
    else:
        request.session.pop(HELD, None)
    if not both and factors.is_required(account) and not factors.kinds_of(account):
        request.session[MUST_ENROL] = True
    open_session(request, account)
    _end_surplus(request, account)
    return account


def _end_surplus(request: HttpRequest, account: Account) -> None:
    """End the sessions used longest ago, where the person has more than the norm allows."""
    most = number("accounts.sessions_most", account.committee_id)
    others = LoginSession.objects.filter(account=account).exclude(session_key=request.session.session_key)
    surplus = list(others.order_by("-seen_at", "-session_key").values_list("pk", flat=True)[most - 1 :])
    if surplus:
        LoginSession.objects.filter(pk__in=surplus).delete()


def _lock_minutes() -> int:
    return number("accounts.lock_minutes")


def _refresh(account: Account, password: str | None) -> None:
    """What a login changes in the account: time, a stronger hash where the setting asks, a stale password's mark."""
    now = clock.now()
    account.last_login = now
    if password is not None and _outdated(account.password):
        account.set_password(password)
    days = number("accounts.password_days", account.committee_id)
    changed = account.password_changed_at
    if days and changed is not None and now - changed >= timedelta(days=days):
        account.must_change_password = True


def _outdated(encoded: str) -> bool:
    """Whether the setting asks for a stronger hash. Read off the stored one: reckoning it again would double the cost
    of a login, and three hundred come within minutes of a plenary's opening."""
    preferred = hashers.get_hasher()
    stored = hashers.identify_hasher(encoded)
    return bool(stored.algorithm != preferred.algorithm or preferred.must_update(encoded))


def _failed(request: HttpRequest, name: str) -> None:
    locking.by_our_clock(request, name)
    known = Account.objects.filter(username=name).first()
    # People type passwords into the wrong box: an unknown name is not written down in full.
    shown = name if known else f"{name[:1]}***"
    committee = known.committee_id if known else None
    someone = visitor(locking.address_of(request))
    with line(someone, "accounts.login_failed", subject=known, committee=committee, username=shown):
        pass
    if locking.is_locked(request, name):
        say_locked(request, known, name, shown)


def say_locked(request: HttpRequest, account: Account | None, name: str, shown: str) -> NoReturn:
    """Write down that a name is locked from here on, and raise Locked."""
    facts: dict[str, Any] = {"failures": locking.failure_limit(), "minutes": _lock_minutes()}
    someone = visitor(locking.address_of(request))
    committee = account.committee_id if account else None
    with line(someone, "accounts.lock", subject=account, committee=committee, username=shown, **facts):
        pass
    raise Locked("accounts.locked", minutes=locking.minutes_left(request, name))


def open_session(request: HttpRequest, account: Account) -> None:
    """Write into the session what the idle time-out and the list of sessions need."""
    now = clock.now().isoformat()
    request.session[sessions.STARTED] = now
    request.session[sessions.SEEN] = now
    request.session[sessions.ADDRESS] = locking.address_of(request)
    request.session[sessions.DEVICE] = device_of(request)
    request.session[sessions.IDLE] = number("accounts.idle_minutes", account.committee_id)
    request.session[sessions.LONGEST] = number("accounts.session_hours", account.committee_id)


def device_of(request: HttpRequest) -> str:
    """A word for the device, read off the browser's description of itself."""
    agent = request.headers.get("User-Agent", "")
    return next((word for mark, word in DEVICES if mark in agent), UNKNOWN_DEVICE)


def sign_out(request: HttpRequest, actor: LoginActor) -> None:
    """End the session at the person's wish."""
    account = request.user
    if isinstance(account, Account):
        with line(actor, "accounts.logout", subject=account, committee=account.committee_id):
            pass
    request.session.flush()
    request.user = auth.models.AnonymousUser()


def act_for(request: HttpRequest, account: Account, delegation: Delegation) -> None:
    """Act in the name of the delegation's giver until changed back or logged out."""
    if delegation.taker_id != account.pk or not delegation.in_force(clock.today()):
        raise Missing("accounts.no_delegation")
    actor = actor_for(account, address=locking.address_of(request), behalf=delegation)
    facts: dict[str, Any] = {"giver": delegation.giver.name}
    with line(actor, "accounts.act_for", subject=account, committee=account.committee_id, **facts):
        request.session[BEHALF] = delegation.pk


def act_as_self(request: HttpRequest, account: Account) -> None:
    """Back to acting in the own name."""
    if request.session.pop(BEHALF, None) is not None:
        actor = actor_for(account, address=locking.address_of(request))
        with line(actor, "accounts.act_as_self", subject=account, committee=account.committee_id):
            pass


def hold(request: HttpRequest, account_id: int) -> dict[str, Any] | None:
    """What an expired session was about to send, so that no text is lost (shown to the same account after login).

    Passwords and files are never held; nor is more text than fits, nor anything sent to a secret page.
    """
    if is_never_held(request):
        return None
    fields = _fields(request)
    size = sum(len(text) for texts in fields.values() for text in texts)
    if not fields or size > _HELD_CHARACTERS:
        return None
    background = is_background(request)
    return {
        "account": account_id,
        "path": request.get_full_path(),
        "page": request.headers.get("HX-Current-URL") or request.headers.get("Referer", ""),
        "fields": fields,
        "again": not background,
        "files": bool(request.FILES),
    }


def _fields(request: HttpRequest) -> dict[str, list[str]]:
    if request.content_type == "application/json":
        try:
            body = json.loads(request.body)
        except ValueError:
            return {}
        pairs = body.items() if isinstance(body, dict) else ()
        return {str(key): [text] for key, text in pairs if isinstance(text, str) and key not in _SECRET_FIELDS}
    return {key: [str(text) for text in texts] for key, texts in request.POST.lists() if key not in _SECRET_FIELDS}


def page_of(request: HttpRequest, held: dict[str, Any]) -> str:
    """The page the text was written on, as an address of this site."""
    page = str(held.get("page", ""))
    safe = url_has_allowed_host_and_scheme(page, {request.get_host()}, require_https=request.is_secure())
    return page if page and safe else "/"


def own_actor(request: HttpRequest, account: Account) -> LoginActor:
    """The person with the own posts, whoever is being acted for."""
    return actor_for(account, address=locking.address_of(request))


def keep_this_session(request: HttpRequest, account: Account) -> None:
    """After a change of password: this session goes on under a new key, all others end."""
    auth.update_session_auth_hash(request, account)
    LoginSession.objects.filter(account=account).exclude(session_key=request.session.session_key).delete()


def mark_of(session: LoginSession) -> str:
    """A name for a session that cannot be used to take it over."""
    return hashlib.sha256(session.session_key.encode()).hexdigest()[:16]


def is_background(request: HttpRequest) -> bool:
    """Whether a script asked, which cannot follow a redirect to a login page."""
    return (
        request.headers.get("HX-Request") == "true"
        or request.headers.get("X-Requested-With", "").lower() in {"fetch", "xmlhttprequest"}
        or "application/json" in request.headers.get("Accept", "")
        or request.content_type == "application/json"
    )
