"""Receipts: what was taken, what is waited for, what was turned away; a record of the next package back."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from lvzhi.access import Actor
from lvzhi.relay import kinds
from lvzhi.relay.actions.posting import post
from lvzhi.relay.kinds import Arrival, File, Kind
from lvzhi.relay.models import WORDS_MOST, Held, Incoming, Outgoing, Peer, Post
from lvzhi.relay.packet.manifest import LARGEST_NUMBER
from lvzhi.relay.queries import last_post, last_taken, missing_before, parked
from lvzhi.relay.vocabulary import RECEIPT, RECEIPT_NAME, RECEIPT_TITLE, Answer, Fate

_NAMES = uuid.UUID("7b0c7a52-6a63-4b7e-9d64-0d9a5c1d3f10")
TOLD = 200
"""How many missing numbers, and how many reasons, one receipt names at most."""


def receipt_uid(sender: str, receiver: str) -> uuid.UUID:
    """The one record in which a side tells the other what it took."""
    return uuid.uuid5(_NAMES, f"{sender}\n{receiver}")


def post_receipt(actor: Actor, peer: Peer) -> Post | None:
    """Put a receipt into the outbox where one is owed; the caller holds the peer's lock."""
    owed = list(Incoming.objects.filter(peer=peer, owes=True).order_by("id"))
    if not owed:
        return None
    uid = receipt_uid(peer.committee.code, peer.code)
    before = last_post(peer, RECEIPT, uid)
    taken = last_taken(peer)
    number, waiting = (taken.number or 0 if taken else 0), parked(peer)
    refused = [
        {"number": one.number, "digest": one.digest, "code": one.code, "reason": one.reason}
        for one in owed if one.fate == Fate.REFUSED and (one.number or 0) > number
    ]  # fmt: skip
    undone = Held.objects.filter(package__in=owed, done=False).order_by("id")
    payload = {
        "taken_to": number, "parked": waiting[:TOLD], "missing": missing_before(number, waiting)[:TOLD],
        "refused": refused[:TOLD],
        "not_done": [
            {"kind": one.kind, "uid": str(one.record_uid), "version": one.record_version, "code": one.code,
             "reason": one.reason}
            for one in undone
        ][:TOLD],
    }  # fmt: skip
    made = post(actor, peer, RECEIPT, uid, before.record_version + 1 if before else 1, payload)
    for one in owed:
        one.owes = False
    Incoming.objects.bulk_update(owed, ["owes"])
    return made


def take_receipt(actor: Actor, peer: Peer, arrival: Arrival, files: Sequence[File]) -> None:
    """What the other side says of our packages."""
    taken = arrival.payload.get("taken_to")
    if isinstance(taken, int) and not isinstance(taken, bool):
        rows = Outgoing.objects.filter(peer=peer, number__lte=min(max(taken, 0), LARGEST_NUMBER))
        rows.exclude(answer__in=[Answer.TAKEN, Answer.NONE]).update(
            answer=Answer.TAKEN, answered_at=arrival.made, reason=""
        )
    for one in _objects(arrival.payload, "refused"):
        _note_refused(peer, one, arrival)
    for one in _objects(arrival.payload, "not_done"):
        _note_undone(peer, one)


def _note_refused(peer: Peer, one: Mapping[str, Any], arrival: Arrival) -> None:
    number = one.get("number")
    if isinstance(number, int) and not isinstance(number, bool) and 0 < number <= LARGEST_NUMBER:
        rows = Outgoing.objects.filter(peer=peer, number=number, digest=kinds.said(one, "digest"))
        rows.exclude(answer=Answer.TAKEN).update(
            answer=Answer.REFUSED, answered_at=arrival.made, reason=kinds.said(one, "reason")[:WORDS_MOST]
        )


def _note_undone(peer: Peer, one: Mapping[str, Any]) -> None:
    version = one.get("version")
    try:
        uid = uuid.UUID(kinds.said(one, "uid"))
    except ValueError:
        return
    if isinstance(version, int) and not isinstance(version, bool) and 0 < version <= LARGEST_NUMBER:
        rows = Post.objects.filter(peer=peer, kind=kinds.said(one, "kind"), record_uid=uid, record_version=version)
        rows.exclude(package=None).update(refused=kinds.said(one, "reason")[:WORDS_MOST])


def _objects(payload: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = payload.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _title(payload: Mapping[str, Any]) -> str:
    taken = payload.get("taken_to")
    return RECEIPT_TITLE.format(number=taken) if isinstance(taken, int) else ""


KIND = Kind(RECEIPT, RECEIPT_NAME, take_receipt, _title, always=True)
