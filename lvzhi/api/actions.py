"""Making and ending tokens; noting that one was used."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Sequence
from typing import Any, Final

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.accounts.actors import LoginActor
from lvzhi.accounts.models import Account
from lvzhi.accounts.vocabulary import KEEPERS
from lvzhi.api import norms, rules
from lvzhi.api.models import Token
from lvzhi.api.queries import digest_of
from lvzhi.api.vocabulary import ALL_ROOMS, JOINER, Scope
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line

BEGINS: Final = "lz_"
SECRET_BYTES: Final = 32
MARK_BYTES: Final = 4
SEEN_STEP: Final = dt.timedelta(minutes=1)  # noting every request would make every reading a write


def make(
    actor: LoginActor, account: Account, name: str, scope: str, rooms: Sequence[tuple[str, str]], days: int
) -> tuple[Token, str]:
    """A new token of the account's own, and its secret, which is told once and never kept.

    Args:
        rooms: key and name of the rooms it is for; none means all.

    Raises:
        NotAllowed: for another's account, in another's name, or by one of the three administrators.
        Refusal: too long, too many, or without a name.
    """
    _check(actor, account, name, days)
    mark = secrets.token_hex(MARK_BYTES)
    secret = f"{BEGINS}{mark}_{secrets.token_urlsafe(SECRET_BYTES)}"
    ends = actor.at + dt.timedelta(days=days)
    told = JOINER.join(label for _, label in rooms) or ALL_ROOMS
    facts: dict[str, Any] = {"mark": mark, "name": name.strip(), "scope": str(Scope(scope).label), "rooms": told}
    with line(
        actor, "api.token_made", subject=account, committee=account.committee_id, day=clock.as_day(ends), **facts
    ):
        token = Token(
            account=account, name=name.strip(), mark=mark, digest=digest_of(secret), scope=scope,
            rooms=[key for key, _ in rooms], made_at=actor.at, ends_at=ends,
        )  # fmt: skip
        token.save()
    return token, secret


def _check(actor: LoginActor, account: Account, name: str, days: int) -> None:
    """Refuse a token that the account may not have."""
    if actor.account_id != account.pk:
        raise NotAllowed("access.not_allowed", who=rules.OWN.label)
    if actor.behalf:
        raise NotAllowed("api.on_behalf")
    if any(actor.has(role) for role in KEEPERS):
        raise NotAllowed("api.keeper")
    if not name.strip():
        raise Refusal("api.name_missing", field="name")
    longest = norms.number(norms.DAYS, account.committee)
    if not 1 <= days <= longest:
        raise Refusal("api.token_days", field="days", most=longest)
    most = norms.number(norms.MOST, account.committee)
    standing = Token.objects.filter(account=account, revoked_at=None, ends_at__gt=actor.at).count()
    if standing >= most:
        raise Refusal("api.tokens_most", most=most)


def revoke(actor: Actor, token: Token) -> None:
    """End a token; a second time changes nothing.

    Raises:
        NotAllowed: neither its holder nor who guards the account.
    """
    rules.END.check(actor, token)
    if token.revoked_at is not None:
        return
    account = token.account
    with line(
        actor, "api.token_revoked", subject=account, committee=account.committee_id, mark=token.mark, name=token.name
    ):
        token.revoked_at = actor.at
        token.save()


def note_use(token: Token, address: str) -> None:
    """That the token was used, at most once a minute."""
    now = clock.now()
    if token.used_at is None or now - token.used_at >= SEEN_STEP or token.used_from != address:
        Token.objects.filter(pk=token.pk).update(used_at=now, used_from=address)
