"""Keys of one's own: made, handed out as a card with the public part, ended."""

from __future__ import annotations

import datetime as dt

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.relay import rules
from lvzhi.relay.models import Key
from lvzhi.relay.packet import ALGORITHMS, encode
from lvzhi.relay.vocabulary import ALGORITHM_NAMES, CARD_FILE

CARD_FORMAT, CARD_VERSION = "lvzhi-key", 1


def make_key(actor: Actor, committee: Committee, algorithm: str, *, starts: dt.date | None = None) -> Key:
    """Make a new pair; packages are signed with it from its first day on. Raises `NotAllowed`."""
    day = starts or clock.as_day(actor.at)
    method = ALGORITHMS[algorithm]
    private, public = method.make()
    key = Key(
        committee=committee, created_at=actor.at, algorithm=algorithm, public=public, private=private,
        fingerprint=method.fingerprint(public), starts=day,
    )  # fmt: skip
    rules.keeper.check(actor, key)
    with line(
        actor, "relay.key", subject=key, committee=committee, algorithm=ALGORITHM_NAMES[algorithm],
        fingerprint=key.fingerprint, starts=day,
    ):  # fmt: skip
        key.save()
    return key


def end_key(actor: Actor, key: Key, ends: dt.date) -> Key:
    """Let a key end on a day, its last. Raises `Refusal` ``relay.dates``, ``relay.key_over``."""
    rules.keeper.check(actor, key)
    with line(actor, "relay.key_end", subject=key, fingerprint=key.fingerprint, ends=ends):
        found = Key.objects.select_for_update().get(pk=key.pk)
        if found.ends is not None and found.ends < clock.as_day(actor.at):
            raise Refusal("relay.key_over", day=found.ends)
        if ends < found.starts:
            raise Refusal("relay.dates", field="ends", starts=found.starts, ends=ends)
        found.ends = ends
        found.version += 1
        found.save()
    return found


def make_card(actor: Actor, key: Key) -> bytes:
    """The card with the public key that the other side registers. Not secret; its fingerprint is compared."""
    rules.visible.check(actor, key)
    with line(actor, "relay.card", subject=key, fingerprint=key.fingerprint):
        pass
    return encode({
        "format": CARD_FORMAT, "version": CARD_VERSION, "algorithm": key.algorithm, "key": key.public,
        "fingerprint": key.fingerprint, "starts": key.starts.isoformat(),
        "id": key.committee.code, "name": key.committee.name,
    })  # fmt: skip


def card_name(key: Key) -> str:
    """What the card's file is called."""
    return CARD_FILE.format(code=key.committee.code, fingerprint=key.fingerprint[:8])
