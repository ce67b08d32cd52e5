"""Appending to the chain: one lock, one insert, whatever number of lines a transaction holds."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, connection, transaction

from lvzhi.journal import digests, following, witness
from lvzhi.journal.following import Wrote
from lvzhi.journal.models import Entry, Head, Private
from lvzhi.journal.secrets import digest_key_name, keyed, seal_bytes
from lvzhi.journal.values import canonical, instant

GENESIS = ""
SALT_BYTES = 16


@dataclass
class Draft:
    """An entry that has everything but its place in the chain, the personal values that go with it, what it wrote."""

    entry: Entry
    kinds: frozenset[str] = frozenset()
    personal: dict[tuple[str, uuid.UUID | None], dict[str, Any]] = field(default_factory=dict)
    wrote: Sequence[Wrote] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a chain ends."""

    chain: uuid.UUID
    seq: int
    hash: str


# The end of the chain as this process last left it. A guess: the update below only succeeds if it is still the truth,
# and a rolled-back or foreign append only costs one more statement.
_last: dict[str, Place] = {}


def body(entry: Entry) -> dict[str, Any]:
    """What an entry's hash is taken over: every column but the hash itself and its keyed digest."""
    return {
        name: instant(value) if name == "at" else str(value) if isinstance(value, uuid.UUID) else value
        for name, value in ((f.attname, getattr(entry, f.attname)) for f in Entry._meta.concrete_fields)
        if name not in {"hash", "mac"}
    }


def entry_hash(entry: Entry) -> str:
    """The hash of an entry under the algorithm it names. Raises `ValueError` for an unknown one."""
    return digests.hexdigest(canonical(body(entry)), entry.algorithm)


def entry_mac(digest: str) -> str:
    """The keyed digest of an entry's hash, prefixed with the key's id."""
    return f"{digest_key_name()}:{keyed('entry', digest.encode()).hex()}"


def append(drafts: Sequence[Draft]) -> None:
    """Write entries at the end of the chain, inside the caller's transaction, and tell the witness after commit."""
    following.tell([one for draft in drafts for one in draft.wrote])
    private = [row for draft in drafts for row in _private(draft)]
    guess = _last.get("default")
    place = None
    if guess is not None:
        place = _chained(guess, drafts)
        if not _moved(guess, place):
            place = None
    if place is None:
        head = _locked_head()
        place = _chained(Place(head.chain, head.seq, head.hash), drafts)
        Head.objects.filter(pk=1).update(seq=place.seq, hash=place.hash)
    Entry.objects.bulk_create([draft.entry for draft in drafts])
    _touch(frozenset().union(*(draft.kinds for draft in drafts)), place.seq)
    if private:
        for draft, row in private:
            row.seq = draft.entry.seq
        Private.objects.bulk_create([row for _, row in private], batch_size=500)
    end = _last["default"] = place
    transaction.on_commit(lambda: witness.write(end.chain, end.seq, end.hash), robust=True)


def _moved(guess: Place, place: Place) -> bool:
    """Move the head if it still is where we guess; plain SQL, for this runs with every write of the house."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE journal_head SET seq = %s, hash = %s WHERE id = 1 AND seq = %s AND hash = %s",
            [place.seq, place.hash, guess.seq, guess.hash],
        )
        return bool(cursor.rowcount == 1)


def _touch(kinds: frozenset[str], seq: int) -> None:
    """Say which kinds of record were written last here; plain SQL for the same reason."""
    if not kinds:
        return
    rows = ", ".join(["(%s, %s)"] * len(kinds))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO journal_touched (kind, seq) VALUES {rows} "  # noqa: S608  reason: placeholders only
            "ON CONFLICT (kind) DO UPDATE SET seq = excluded.seq",
            [value for kind in sorted(kinds) for value in (kind, seq)],
        )


def _chained(start: Place, drafts: Sequence[Draft]) -> Place:
    seq, last = start.seq, start.hash
    for draft in drafts:
        seq += 1
        draft.entry.seq, draft.entry.prev_hash = seq, last
        last = draft.entry.hash = entry_hash(draft.entry)
        draft.entry.mac = entry_mac(last)
    return Place(start.chain, seq, last)


def _locked_head() -> Head:
    head = Head.objects.select_for_update().filter(pk=1).first()
    if head is not None:
        return head
    try:
        with transaction.atomic():
            Head.objects.create(pk=1, hash=GENESIS)
    except IntegrityError:
        # Somebody else laid the first stone a moment ago.
        pass
    return Head.objects.select_for_update().get(pk=1)


def _private(draft: Draft) -> list[tuple[Draft, Private]]:
    """Encrypt the personal values of a draft and leave their salted digests in the entry."""
    rows = []
    for (kind, uid), values in draft.personal.items():
        salt = secrets.token_hex(SALT_BYTES)
        row = Private(kind=kind, uid=uid, salt=salt, payload=seal_bytes(canonical(values), f"journal/{kind}"))
        draft.entry.private_digests[row.slot] = digests.salted(salt, values, draft.entry.algorithm)
        rows.append((draft, row))
    return rows
