"""What is done with the records of a package: those that are new, in their order, each by its kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from lvzhi.access import Actor, Refusal
from lvzhi.journal.lines import Subject, line
from lvzhi.relay import kinds
from lvzhi.relay.kinds import Arrival, Kind
from lvzhi.relay.models import WORDS_MOST, Held, Incoming, Peer
from lvzhi.relay.packet import Manifest, Package, Received
from lvzhi.relay.vocabulary import RECEIPT


@dataclass(frozen=True, slots=True)
class Done:
    """How many records could not be carried out; whether the other side is owed a receipt."""

    refused: int
    owes: bool


def carry_out(actor: Actor, peer: Peer, row: Incoming, package: Package) -> Done:
    """Carry out every record that is new; the package's own transaction and line are open.

    Raises:
        Refusal: the whole package is refused: a kind unknown or not agreed, a version below the one held, or the same
            version with other content.
    """
    manifest = package.manifest
    ways = [_kind(peer, one, manifest) for one in package.records]
    refused = 0
    for way, one in zip(ways, package.records, strict=True):
        held = Held.objects.filter(peer=peer, kind=way.key, record_uid=one.entry.uid).first()
        if held is not None and _known(peer, held, one, manifest):
            continue
        refused += not _carry(actor, peer, row, way, one, held or _held(actor, peer, one), manifest)
    return Done(refused, owes=any(one.entry.kind != RECEIPT for one in package.records))


def _kind(peer: Peer, one: Received, manifest: Manifest) -> Kind:
    found = kinds.kind_of(one.entry.kind)
    if found is None:
        raise Refusal("relay.kind_unknown", peer=peer.name, number=manifest.number, kind=one.entry.kind)
    if not found.always and found.key not in peer.kinds:
        raise Refusal("relay.kind_not_allowed", peer=peer.name, kind=found.name)
    return found


def _known(peer: Peer, held: Held, one: Received, manifest: Manifest) -> bool:
    """Whether exactly this is held already."""
    version = one.entry.version
    if version > held.record_version:
        return False
    name = kinds.name_of(held.kind)
    facts: dict[str, Any] = {"peer": peer.name, "number": manifest.number, "kind": name, "title": held.title}
    facts["given"] = version
    if version < held.record_version:
        raise Refusal("relay.version_below", held=held.record_version, **facts)
    if one.entry.digest != held.digest:
        raise Refusal("relay.version_twice", **facts)
    return True


def _held(actor: Actor, peer: Peer, one: Received) -> Held:
    return Held(
        committee_id=peer.committee_id, created_at=actor.at, peer=peer, kind=one.entry.kind,
        record_uid=UUID(one.entry.uid),
    )  # fmt: skip


def _carry(actor: Actor, peer: Peer, row: Incoming, way: Kind, one: Received, held: Held, manifest: Manifest) -> bool:
    """One record: done, or refused by its kind with what it wrote undone; either way it is held. True if done."""
    arrival = Arrival(
        kind=way.key, uid=UUID(one.entry.uid), version=one.entry.version, payload=one.payload, number=manifest.number,
        made=manifest.moment,
    )  # fmt: skip
    held.record_version, held.digest, held.package = one.entry.version, one.entry.digest, row
    held.title = kinds.title_of(way.key, one.payload)
    held.done, held.code, held.reason = True, "", ""
    try:
        with line(
            actor, "relay.record", subject=Subject(f"relay.{way.key}", arrival.uid), committee=peer.committee_id,
            peer=peer.name, kind=way.name, version=arrival.version,
        ):  # fmt: skip
            way.take(actor, peer, arrival, one.files)
            held.save()
    except Refusal as refusal:
        held.done, held.code = False, refusal.code
        held.reason = refusal.sentence[:WORDS_MOST]
        held.save()
    return held.done
