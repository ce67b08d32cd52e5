"""The outbox: what a peer is to be told, put there in the transaction in which it happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from lvzhi.access import Actor, Refusal
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.relay import kinds, store
from lvzhi.relay.models import Peer, Post
from lvzhi.relay.norms import limits_of
from lvzhi.relay.packet import Sent, SentRecord, size_of
from lvzhi.relay.packet.canonical import encode
from lvzhi.relay.queries import last_post


@dataclass(frozen=True, slots=True)
class Enclosed:
    """An attachment to go with a record."""

    name: str
    data: bytes


def post(
    actor: Actor, peer: Peer, kind: str, uid: UUID, version: int, payload: Mapping[str, Any],
    files: Sequence[Enclosed] = (), *, title: str = "",
) -> Post:  # fmt: skip
    """Put a record into the outbox, inside the caller's transaction and line of the journal or in one of its own.

    The same version with the same content again changes nothing. Who may is asked by the caller's own step: what goes
    out follows from it.

    Args:
        kind: key of a registered kind. version: rises with every change of the record.
        payload: canonical JSON: objects, lists, texts, whole numbers, true, false, null.
        title: what a list calls it.

    Raises:
        Refusal: ``relay.peer_closed``, ``relay.payload_bad``, ``relay.version_sent``, ``relay.posts_too_large``.
    """
    if not peer.is_live or not peer.holds_on(clock.as_day(actor.at)):
        raise Refusal("relay.peer_closed", peer=peer.name)
    shown = (title or kinds.title_of(kind, payload) or kinds.name_of(kind))[: kinds.TITLE_LENGTH]
    _check_size(peer, SentRecord(kind, str(uid), version, payload, [Sent(one.name, one.data) for one in files]), shown)
    with line(actor, "relay.post", subject=peer, peer=peer.name, kind=kinds.name_of(kind)):
        known = last_post(peer, kind, uid)
        kept = [{"name": one.name, "digest": store.keep(one.data), "size": len(one.data)} for one in files]
        if known is not None and known.record_version >= version:
            if _same(known, version, payload, kept):
                return known
            raise Refusal("relay.version_sent", title=shown, version=known.record_version)
        made = Post(
            committee_id=peer.committee_id, created_at=actor.at, peer=peer, kind=kind, record_uid=uid,
            record_version=version, title=shown, payload=dict(payload), files=kept,
        )  # fmt: skip
        made.save()
    return made


def _check_size(peer: Peer, record: SentRecord, title: str) -> None:
    """That it can be spelt, and fits into one package."""
    limits = limits_of(peer.committee_id)
    try:
        text = len(encode(dict(record.payload), depth=limits.depth - 2))
        size = size_of(record)
    except ValueError:
        raise Refusal("relay.payload_bad", title=title) from None
    if size > limits.size or text > limits.text or len(record.files) + 3 > limits.entries:
        raise Refusal("relay.posts_too_large", title=title, size=size, limit=limits.size)


def _same(known: Post, version: int, payload: Mapping[str, Any], kept: Sequence[Mapping[str, Any]]) -> bool:
    unsent = known.package_id is None
    return unsent and known.record_version == version and known.payload == dict(payload) and known.files == list(kept)
