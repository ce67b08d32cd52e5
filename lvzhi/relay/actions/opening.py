"""Opening a file that came: whose it is, whether it is sound, what is in it. Writes nothing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.relay import kinds, packet, rules
from lvzhi.relay.models import Incoming, Peer
from lvzhi.relay.norms import limits_of
from lvzhi.relay.packet import Manifest, Package, Refused
from lvzhi.relay.packet.reading import Source
from lvzhi.relay.queries import last_taken, signer_of, standing


@dataclass(frozen=True, slots=True)
class Opened:
    """A package that is sound, with the peer that signed it."""

    peer: Peer
    package: Package
    data: bytes


class Turned(Exception):  # noqa: N818  reason: carries a refusal with what is to be noted beside it
    """A file that is not taken, with what is known of it: its peer where a known signer stands for it."""

    def __init__(self, refusal: Refusal, data: bytes, manifest: Manifest | None, peer: Peer | None) -> None:
        super().__init__(refusal.code)
        self.refusal, self.data, self.manifest, self.peer = refusal, data, manifest, peer


def open_file(source: Source, places: Collection[Committee], limits_at: int) -> Opened:
    """Read a file and find its peer.

    Args:
        places: committees it may be for. limits_at: the committee whose limits hold.

    Raises:
        Turned: and nothing else, whatever the bytes are.
    """
    limits = limits_of(limits_at)
    data = b""
    found: list[Peer] = []

    def known(manifest: Manifest) -> str | None:
        for peer in _peers(manifest, places):
            public = signer_of(peer, manifest.algorithm, manifest.key, clock.as_day(manifest.moment))
            if public is not None:
                found.append(peer)
                return public
        return None

    try:
        data = packet.reading.load(source, limits)
        package = packet.read(data, limits, known=known, receivers={one.code for one in places})
    except Refused as bad:
        refusal = Refusal(f"relay.{bad.code}", **bad.facts)
        raise Turned(refusal, data, bad.manifest, found[0] if bad.signed and found else None) from None
    peer = found[0]
    day = clock.as_day(package.manifest.moment)
    if not peer.holds_on(day):
        raise Turned(Refusal("relay.peer_over", peer=peer.name, day=day), data, package.manifest, peer)
    return Opened(peer, package, data)


def _peers(manifest: Manifest, places: Collection[Committee]) -> list[Peer]:
    """Peers that call themselves as the sender does: those of the receiver first."""
    rows = Peer.objects.live().filter(code=manifest.sender.id, committee__in=[one.pk for one in places])
    rows = rows.select_related("committee", "unit", "account")
    return sorted(rows, key=lambda peer: (peer.committee.code != manifest.receiver.id, peer.pk))


@dataclass(frozen=True, slots=True)
class Listed:
    """A record of a package, as a page lists it."""

    name: str
    title: str
    version: int
    files: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What is in a package and what would become of it.

    Args:
        before: the package of that number that was taken or is parked already.
        missing: whether numbers before it are missing.
    """

    peer: Peer
    manifest: Manifest
    records: tuple[Listed, ...]
    before: Incoming | None
    missing: bool


def preview(actor: Actor, committee: Committee, source: Source) -> Preview:
    """Look into a file for a committee, without taking it. Raises `NotAllowed`, `Refusal`."""
    rules.keeper.check(actor, committee)
    try:
        opened = open_file(source, [committee], committee.pk)
    except Turned as turned:
        raise turned.refusal from None
    manifest = opened.package.manifest
    taken = last_taken(opened.peer)
    listed = tuple(
        Listed(
            kinds.name_of(one.entry.kind), kinds.title_of(one.entry.kind, one.payload), one.entry.version,
            len(one.files),
        )
        for one in opened.package.records
    )  # fmt: skip
    missing = manifest.number > (taken.number or 0 if taken else 0) + 1
    return Preview(opened.peer, manifest, listed, standing(opened.peer, manifest.number), missing)
