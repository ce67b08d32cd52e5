"""Government sign-on by OpenID Connect: off unless the environment names a provider (docs/for-operators/9-sign-on.md).

The code flow with PKCE, state and nonce. A person is found by a claim that an administrator has bound to an account;
nobody's account is made or guessed here.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, cast
from urllib.parse import urlencode, urlsplit

import requests
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from django.conf import settings
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from lvzhi.access import Actor, Refusal
from lvzhi.accounts import rules
from lvzhi.accounts.models import Account, SignOnBinding
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line

SECONDS: Final = 10  # how long the provider may take
LEEWAY: Final = 60  # seconds by which the two clocks may differ
KEPT: Final = timedelta(hours=1)
ALGORITHMS: Final = ("RS256", "RS384", "RS512", "PS256", "ES256", "ES384")  # never "none", never a shared secret
_ENDPOINTS: Final = ("authorization_endpoint", "token_endpoint", "jwks_uri")


@dataclass(frozen=True, slots=True)
class Provider:
    """What the environment says of the provider."""

    issuer: str
    client: str
    secret: str
    claim: str
    scope: str
    name: str
    both: bool
    """Whether its sign-in counts as two factors."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the provider says of itself."""

    said: Mapping[str, Any]
    keys: KeySet
    read_at: datetime


_known: dict[str, Known] = {}


def provider() -> Provider | None:
    """The provider, None where none is configured."""
    given = settings.LVZHI_OIDC
    return Provider(**given) if given else None


def required() -> Provider:
    """The provider; raises Refusal("accounts.sso_off")."""
    found = provider()
    if found is None:
        raise Refusal("accounts.sso_off")
    return found


def forget() -> None:
    """Ask the provider anew at the next use."""
    _known.clear()


def _read(address: str) -> Any:
    try:
        answer = requests.get(address, timeout=SECONDS, allow_redirects=False)
        answer.raise_for_status()
        return answer.json()
    except (requests.RequestException, ValueError) as problem:
        raise Refusal("accounts.sso_unreachable") from problem


def _lawful(address: object) -> bool:
    """Whether an address of the provider may be used: HTTPS, or this machine itself."""
    parts = urlsplit(str(address))
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in {"localhost", "127.0.0.1"})


def discover(one: Provider, *, anew: bool = False) -> Known:
    """What the provider says of itself (kept for an hour), and its keys. Raises Refusal when it does not fit."""
    kept = _known.get(one.issuer)
    if kept is not None and not anew and clock.now() - kept.read_at < KEPT:
        return kept
    said = _read(f"{one.issuer.rstrip('/')}/.well-known/openid-configuration")
    fits = isinstance(said, dict) and said.get("issuer") == one.issuer and all(_lawful(said.get(e)) for e in _ENDPOINTS)
    if not fits:
        raise Refusal("accounts.sso_unfit")
    try:
        keys = KeySet.import_key_set(_read(said["jwks_uri"]))
    except (JoseError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise Refusal("accounts.sso_unfit") from problem
    _known[one.issuer] = found = Known(said, keys, clock.now())
    return found


def _session(one: Provider, back: str, **more: Any) -> OAuth2Session:
    return OAuth2Session(
        one.client, one.secret or None, scope=one.scope, redirect_uri=back, code_challenge_method="S256",
        token_endpoint_auth_method="client_secret_basic" if one.secret else "none", **more,
    )  # fmt: skip


def begin(back: str) -> tuple[str, dict[str, str]]:
    """Where to send the browser, and what the session keeps until it comes back to `back`. Raises Refusal."""
    one = required()
    kept = {
        "state": secrets.token_urlsafe(32),
        "nonce": secrets.token_urlsafe(32),
        "verifier": secrets.token_urlsafe(48),
    }
    address, _ = _session(one, back).create_authorization_url(
        discover(one).said["authorization_endpoint"],
        state=kept["state"],
        nonce=kept["nonce"],
        code_verifier=kept["verifier"],
    )
    return cast("str", address), kept


def finish(kept: object, answer: Mapping[str, str], back: str) -> tuple[Account, str]:
    """The account of whoever came back, and the identity token for signing out there.

    Raises:
        Refusal: accounts.sso_over without a matching state, sso_denied, sso_unreachable, sso_bad for a token that does
            not hold, sso_unknown for a person whom no administrator has bound to an account.
    """
    one = required()
    if not isinstance(kept, dict) or not hmac.compare_digest(str(kept["state"]), answer.get("state", "")):
        raise Refusal("accounts.sso_over")
    if "error" in answer or not answer.get("code"):
        raise Refusal("accounts.sso_denied")
    known = discover(one)
    try:
        token = _session(one, back).fetch_token(
            known.said["token_endpoint"], code=answer["code"], code_verifier=kept["verifier"], timeout=SECONDS
        )
    except (OAuthError, requests.RequestException, ValueError) as problem:
        raise Refusal("accounts.sso_unreachable") from problem
    identity = str(token.get("id_token", ""))
    return account_of(one, claims(one, identity, str(kept["nonce"]))), identity


def claims(one: Provider, identity: str, nonce: str) -> dict[str, Any]:
    """What a token says, held against signature, issuer, audience, times and nonce. Raises Refusal("accounts.sso_bad").

    A key not known yet is asked for once: providers change theirs.
    """
    try:
        token = _decoded(one, identity)
        now = int(clock.now().timestamp())
        jwt.JWTClaimsRegistry(
            now=now, leeway=LEEWAY, iss={"essential": True, "value": one.issuer}, aud={"essential": True},
            exp={"essential": True}, iat={"essential": True}, nonce={"essential": True, "value": nonce},
        ).validate(token.claims)  # fmt: skip
    except (JoseError, ValueError, KeyError, TypeError) as problem:
        raise Refusal("accounts.sso_bad") from problem
    found = token.claims
    audience = found["aud"] if isinstance(found["aud"], list) else [found["aud"]]
    if one.client not in audience or (len(audience) > 1 and found.get("azp") != one.client):
        raise Refusal("accounts.sso_bad")
    return found


def _decoded(one: Provider, identity: str) -> jwt.Token:
    try:
        return jwt.decode(identity, discover(one).keys, algorithms=list(ALGORITHMS))
    except (JoseError, ValueError):
        return jwt.decode(identity, discover(one, anew=True).keys, algorithms=list(ALGORITHMS))


def account_of(one: Provider, found: Mapping[str, Any]) -> Account:
    """The active account bound to the person. Raises Refusal("accounts.sso_unknown")."""
    subject = found.get(one.claim)
    rows = SignOnBinding.objects.select_related("account", "account__committee")
    row = rows.filter(issuer=one.issuer, subject=str(subject)).first() if subject else None
    if row is None or not row.account.is_active:
        raise Refusal("accounts.sso_unknown")
    account: Account = row.account
    return account


def leaving(identity: str, back: str) -> str:
    """Where to sign out at the provider too; empty where it offers nothing or cannot be reached."""
    one = provider()
    if one is None or not identity:
        return ""
    try:
        end = discover(one).said.get("end_session_endpoint")
    except Refusal:
        return ""
    if not _lawful(end):
        return ""
    return f"{end}?{urlencode({'id_token_hint': identity, 'post_logout_redirect_uri': back, 'client_id': one.client})}"


# binding


def bound(account: Account) -> SignOnBinding | None:
    """The account's binding at the provider in use."""
    one = provider()
    return SignOnBinding.objects.filter(account=account, issuer=one.issuer).first() if one else None


def bind(actor: Actor, account: Account, subject: str) -> None:
    """Say which person of the provider an account belongs to; the empty text takes the binding away. Raises Refusal."""
    rules.GUARD.check(actor, account)
    rules.check_reach(actor, account)
    if actor.account_id == account.pk:
        raise Refusal("accounts.bind_yourself")
    one, wanted = required(), subject.strip()
    limit = int(SignOnBinding._meta.get_field("subject").max_length or 0)
    if len(wanted) > limit:
        raise Refusal("accounts.subject_long", field="subject", limit=limit)
    taken = SignOnBinding.objects.filter(issuer=one.issuer, subject=wanted).exclude(account=account).first()
    if wanted and taken is not None:
        raise Refusal("accounts.subject_taken", field="subject")
    row = bound(account)
    facts: dict[str, Any] = {"username": account.username}
    event = "accounts.bound" if wanted else "accounts.unbound"
    with line(actor, event, subject=account, committee=account.committee, **facts):
        if wanted:
            row = row or SignOnBinding(account=account, issuer=one.issuer)
            row.subject = wanted
            row.save()
        elif row is not None:
            row.delete()
