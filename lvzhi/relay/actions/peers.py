"""The other side: registered, with its keys, which count once their fingerprints were compared."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from lvzhi.access import Actor, Refusal
from lvzhi.accounts.models import Account
from lvzhi.accounts.queries import holders
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.directory.models import Unit
from lvzhi.journal.lines import line
from lvzhi.relay import rules
from lvzhi.relay.actions.keys import CARD_FORMAT
from lvzhi.relay.models import NAME_MOST, Peer, PeerKey
from lvzhi.relay.packet import ALGORITHMS
from lvzhi.relay.vocabulary import ALGORITHM_NAMES

OFFICER = "unit_officer"
_FINE = re.compile(r"[0-9a-f]+")


@dataclass(frozen=True, slots=True)
class PeerFacts:
    """What is known of a peer."""

    code: str
    name: str
    algorithm: str
    kinds: Sequence[str]
    starts: dt.date
    ends: dt.date | None = None
    elsewhere: Committee | None = None
    unit: Unit | None = None
    account: Account | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A public key as the other side hands it over."""

    code: str
    name: str
    algorithm: str
    public: str


def add_peer(
    actor: Actor, committee: Committee, *, code: str, name: str, algorithm: str, kinds: Sequence[str] = (),
    starts: dt.date, ends: dt.date | None = None, elsewhere: Committee | None = None, unit: Unit | None = None,
    account: Account | None = None,
) -> Peer:  # fmt: skip
    """Register who is on the other side.

    Raises:
        NotAllowed.
        Refusal: code or unit taken, both a committee and a unit, an account that is not the unit's officer, dates.
    """
    peer = Peer(committee=committee, created_at=actor.at)
    rules.keeper.check(actor, peer)
    facts = PeerFacts(code.strip(), name.strip(), algorithm, kinds, starts, ends, elsewhere, unit, account)
    with line(actor, "relay.peer", subject=peer, committee=committee, name=facts.name) as entry:
        _fill(actor, peer, facts)
        peer.save()
        entry.subject = peer
    return peer


def alter_peer(
    actor: Actor, peer: Peer, *, code: str, name: str, algorithm: str, kinds: Sequence[str], starts: dt.date,
    ends: dt.date | None = None, elsewhere: Committee | None = None, unit: Unit | None = None,
    account: Account | None = None, version: int | None = None,
) -> Peer:  # fmt: skip
    """Change what is known of a peer. Raises as `add_peer`, and `Conflict` when somebody was first."""
    rules.keeper.check(actor, peer)
    facts = PeerFacts(code.strip(), name.strip(), algorithm, kinds, starts, ends, elsewhere, unit, account)
    with line(actor, "relay.peer_edit", subject=peer, name=facts.name):
        found = Peer.objects.select_for_update().get(pk=peer.pk)
        found.expect(version)
        _fill(actor, found, facts)
        found.version += 1
        found.save()
    return found


def _fill(actor: Actor, peer: Peer, facts: PeerFacts) -> None:
    _check(actor, peer, facts)
    for field in ("code", "name", "algorithm", "starts", "ends", "elsewhere", "unit", "account"):
        setattr(peer, field, getattr(facts, field))
    peer.kinds = sorted(facts.kinds)


def _check(actor: Actor, peer: Peer, facts: PeerFacts) -> None:
    committee, unit, account = peer.committee, facts.unit, facts.account
    if facts.code == committee.code:
        raise Refusal("relay.code_own", field="code", given=facts.code)
    others = Peer.objects.live().filter(committee=committee).exclude(pk=peer.pk)
    same = others.filter(code=facts.code).first()
    if same is not None:
        raise Refusal("relay.code_taken", field="code", given=facts.code, name=same.name)
    if facts.ends is not None and facts.ends < facts.starts:
        raise Refusal("relay.dates", field="ends", starts=facts.starts, ends=facts.ends)
    if unit is not None and facts.elsewhere is not None:
        raise Refusal("relay.both_kinds", field="unit")
    if unit is None:
        if account is not None:
            raise Refusal("relay.account_no_unit", field="account")
        return
    if unit.committee_id != committee.pk:
        raise Refusal("relay.unit_elsewhere", field="unit", unit=unit.name, committee=committee.display)
    taken = others.filter(unit=unit).first()
    if taken is not None:
        raise Refusal("relay.unit_taken", field="unit", unit=unit.name, name=taken.name)
    if account is not None and account.pk not in holders(OFFICER, unit=unit.pk, on=clock.as_day(actor.at)):
        raise Refusal("relay.account_unfit", field="account", account=account.name, unit=unit.name)


def read_card(data: bytes, name: str) -> Card:
    """A card of a public key. Raises `Refusal` ``relay.card_bad``."""
    try:
        value = json.loads(data.decode())
        found = Card(*(value[key] for key in ("id", "name", "algorithm", "key")))
        sound = value["format"] == CARD_FORMAT and ALGORITHMS[found.algorithm].is_public(found.public)
        sound = sound and all(isinstance(one, str) and 0 < len(one) <= NAME_MOST for one in (found.code, found.name))
    except (ValueError, KeyError, TypeError, RecursionError, AttributeError):
        raise Refusal("relay.card_bad", field="card", name=name) from None
    if not sound:
        raise Refusal("relay.card_bad", field="card", name=name)
    return found


def add_peer_key(actor: Actor, peer: Peer, *, algorithm: str, public: str, starts: dt.date) -> PeerKey:
    """Register a public key of a peer; it counts once compared.

    Raises:
        Refusal: ``relay.key_bad``, ``relay.key_known``.
    """
    rules.keeper.check(actor, peer)
    text = "".join(public.split()).lower()
    method = ALGORITHMS[algorithm]
    if not _FINE.fullmatch(text) or not method.is_public(text):
        raise Refusal("relay.key_bad", field="public", algorithm=ALGORITHM_NAMES[algorithm])
    fingerprint = method.fingerprint(text)
    if PeerKey.objects.live().filter(peer=peer, fingerprint=fingerprint).exists():
        raise Refusal("relay.key_known", field="public", peer=peer.name)
    key = PeerKey(
        committee_id=peer.committee_id, created_at=actor.at, peer=peer, algorithm=algorithm, public=text,
        fingerprint=fingerprint, starts=starts,
    )  # fmt: skip
    with line(actor, "relay.peer_key", subject=peer, name=peer.name, fingerprint=fingerprint):
        key.save()
    return key


def compare_key(actor: Actor, key: PeerKey) -> PeerKey:
    """Note that the fingerprint was compared by another way and agrees. Raises `Refusal` where it was before."""
    rules.keeper.check(actor, key)
    with line(actor, "relay.peer_key_compared", subject=key.peer, name=key.peer.name):
        found = PeerKey.objects.select_for_update().get(pk=key.pk)
        if found.compared_at is not None:
            raise Refusal("relay.key_compared", day=clock.as_day(found.compared_at), who=found.compared_by)
        found.compared_at, found.compared_by = actor.at, actor.name
        found.version += 1
        found.save()
    return found


def end_peer_key(actor: Actor, key: PeerKey, ends: dt.date) -> PeerKey:
    """Let a peer's key end on a day; packages made later with it are refused. Raises `Refusal` ``relay.dates``."""
    rules.keeper.check(actor, key)
    with line(actor, "relay.peer_key_end", subject=key.peer, name=key.peer.name, ends=ends):
        found = PeerKey.objects.select_for_update().get(pk=key.pk)
        if ends < found.starts:
            raise Refusal("relay.dates", field="ends", starts=found.starts, ends=ends)
        found.ends = ends
        found.version += 1
        found.save()
    return found
