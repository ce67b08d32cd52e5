"""Holding the chain, its payloads, its witness and the records themselves against one another, in one pass each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from lvzhi.journal import chain, digests, vocabulary, witness
from lvzhi.journal.checks import sealed_models
from lvzhi.journal.errors import KeyMissing
from lvzhi.journal.models import Entry, Head, Private, Sealed
from lvzhi.journal.secrets import digest_key_name, open_bytes
from lvzhi.journal.values import shape_of

CHUNK = 2000
SHOWN = 200
ERASED = "journal.private_erased"


@dataclass(frozen=True)
class Finding:
    """Something that does not fit. `code` is stable; `sentence` is for people; `seq`, `kind`, `uid` name the place."""

    code: str
    seq: int | None = None
    kind: str | None = None
    uid: UUID | None = None
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The finding in one Chinese sentence."""
        return vocabulary.FINDINGS[self.code].format_map(
            {"seq": self.seq, "uid": self.uid, "label": self.kind, **self.facts}
        )


@dataclass
class _Walk:
    """What one pass over the entries learns. Seals are kept as bytes: about 250 bytes a record."""

    told: witness.Told | None
    entries: int = 0
    seq: int = 0
    hash: str = chain.GENESIS
    at_witness: str | None = None
    seals: dict[str, dict[bytes, tuple[int, bytes | None]]] = field(default_factory=dict)
    erased: set[tuple[int, str]] = field(default_factory=set)
    absent: list[tuple[int, str]] = field(default_factory=list)
    strange_keys: dict[str, int] = field(default_factory=dict)


@dataclass
class Check:
    """The result of a verification: what does not fit, and how much was looked at."""

    findings: list[Finding]
    entries: int
    records: int


def verify(*, outside: bool = True, models: Sequence[type[Sealed]] | None = None) -> list[Finding]:
    """Everything that does not fit, the chain's first break first. `outside=False` leaves the witness file aside."""
    return check(outside=outside, models=models).findings


def check(*, outside: bool = True, models: Sequence[type[Sealed]] | None = None) -> Check:
    """Verify and count. Reads entries, payloads and records once each, in the order of their keys."""
    told, witnessed = _told() if outside else (None, [])
    with _snapshot():
        walk = _Walk(told)
        head = Head.objects.filter(pk=1).first()
        findings = [*_entries(walk), *_head(walk, head), *witnessed]
        if outside and not witnessed:
            findings += _outside(walk, head)
        findings += [
            Finding("private_missing", seq, facts={"slot": slot})
            for seq, slot in walk.absent
            if (seq, slot) not in walk.erased
        ]
        records = 0
        for model in sealed_models() if models is None else models:
            count, found = _records(walk, model)
            records += count
            findings += found
        findings += [Finding("key_missing", seq, facts={"key": key}) for key, seq in walk.strange_keys.items()]
    return Check(findings, walk.entries, records)


def report(result: Check) -> tuple[str, int]:
    """The text and exit code of `lvzhi verify-journal`: 0 when all fits, 1 with findings (the first 200 listed)."""
    if not result.findings:
        return vocabulary.PASSED.format(entries=result.entries, records=result.records), 0
    lines = [vocabulary.FAILED.format(count=len(result.findings))]
    lines += [finding.sentence for finding in result.findings[:SHOWN]]
    if len(result.findings) > SHOWN:
        lines.append(vocabulary.MORE.format(count=len(result.findings) - SHOWN))
    return "\n".join(lines), 1


@contextmanager
def _snapshot() -> Iterator[None]:
    """One consistent view for the whole verification, without holding writers up."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
    else:
        # Django would begin IMMEDIATE here and lock everybody out; a deferred transaction only reads.
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")


def _told() -> tuple[witness.Told | None, list[Finding]]:
    """What the witness says, read before the database so that it can only lag behind."""
    head = Head.objects.filter(pk=1).first()
    if head is None:
        return None, []
    try:
        return witness.read(head.chain), []
    except ValueError:
        return None, [Finding("witness_damaged", facts={"file": witness.path_of(head.chain).name})]


def _entries(walk: _Walk) -> Iterator[Finding]:
    """The chain and its payloads, line by line."""
    payloads = _payloads()
    payload = next(payloads, None)
    for entry in Entry.objects.order_by("seq").iterator(chunk_size=CHUNK):
        while payload is not None and payload.seq < entry.seq:
            yield Finding("private_stray", payload.seq)
            payload = next(payloads, None)
        yield from _link(walk, entry)
        here: dict[str, Private] = {}
        while payload is not None and payload.seq == entry.seq:
            here[payload.slot] = payload
            payload = next(payloads, None)
        yield from _private(walk, entry, here)
        _learn(walk, entry)
    while payload is not None:
        yield Finding("private_stray", payload.seq)
        payload = next(payloads, None)


def _payloads() -> Iterator[Private]:
    return Private.objects.order_by("seq", "pk").iterator(chunk_size=CHUNK)


def _link(walk: _Walk, entry: Entry) -> Iterator[Finding]:
    """One entry against itself and the one before."""
    gap = entry.seq > walk.seq + 1
    if gap:
        yield Finding("missing", walk.seq + 1)
    try:
        true = chain.entry_hash(entry)
    except ValueError:
        true = ""
    if true != entry.hash:
        yield Finding("altered", entry.seq)
    elif _key_of(entry.mac) != digest_key_name():
        walk.strange_keys.setdefault(_key_of(entry.mac), entry.seq)
    elif chain.entry_mac(entry.hash) != entry.mac:
        yield Finding("forged", entry.seq)
    elif entry.seq <= walk.seq or (not gap and entry.prev_hash != walk.hash):
        yield Finding("inserted", entry.seq)


def _key_of(sealed: str) -> str:
    return sealed.partition(":")[0]


def _private(walk: _Walk, entry: Entry, here: dict[str, Private]) -> Iterator[Finding]:
    """The personal values of one entry against the digests it holds of them."""
    for slot, told in entry.private_digests.items():
        row = here.pop(slot, None)
        if row is None:
            walk.absent.append((entry.seq, slot))
            continue
        try:
            values = json.loads(open_bytes(row.payload, f"journal/{row.kind}"))
            fits = digests.salted(row.salt, values, entry.algorithm) == told
        except KeyMissing as problem:
            walk.strange_keys.setdefault(str(problem), entry.seq)
            continue
        except ValueError:
            fits = False
        if not fits:
            yield Finding("private_altered", entry.seq)
    if here:
        yield Finding("private_stray", entry.seq)


def _learn(walk: _Walk, entry: Entry) -> None:
    """Go on to the next entry, keeping the seals and erasures this one tells of."""
    walk.entries += 1
    walk.seq, walk.hash = entry.seq, entry.hash
    if walk.told is not None and walk.told.seq == entry.seq:
        walk.at_witness = entry.hash
    if entry.event == ERASED:
        walk.erased.update((int(seq), str(slot)) for seq, slot in entry.facts.get("erased", []))
    for key, seal in entry.seals.items():
        kind, _, uid = key.partition(":")
        name, _, digest = (seal or "").partition(":")
        if seal and name != digest_key_name():
            walk.strange_keys.setdefault(name, entry.seq)
        walk.seals.setdefault(kind, {})[UUID(uid).bytes] = (entry.seq, bytes.fromhex(digest) if seal else None)


def _head(walk: _Walk, head: Head | None) -> Iterator[Finding]:
    """The head row against the last entry."""
    if head is None:
        if walk.entries:
            yield Finding("head_missing")
    elif head.seq != walk.seq:
        yield Finding("head_differs", head.seq, facts={"last": walk.seq})
    elif head.hash != walk.hash:
        yield Finding("head_hash", head.seq)


def _outside(walk: _Walk, head: Head | None) -> Iterator[Finding]:
    """The witness outside the database: it may lag behind, never be ahead, and its line must be the same."""
    if head is None:
        return
    if walk.told is None:
        if head.seq:
            yield Finding("witness_missing", head.seq)
    elif walk.told.seq > walk.seq:
        yield Finding("tail_cut", walk.told.seq, facts={"last": walk.seq})
    elif walk.at_witness != walk.told.hash:
        yield Finding("witness_hash", walk.told.seq)


def _records(walk: _Walk, model: type[Sealed]) -> tuple[int, list[Finding]]:
    """Every record of one kind against its last seal."""
    shape, count, found = shape_of(model), 0, []
    label = {"label": str(model._meta.verbose_name)}
    seals = walk.seals.pop(shape.kind, {})
    rows = model._base_manager.order_by("pk").values_list("uid", *shape.attnames)
    for uid, *values in rows.iterator(chunk_size=CHUNK):
        count += 1
        seq, sealed = seals.pop(uid.bytes, (0, None))
        code = ""
        if sealed is None:
            code = "record_revived" if seq else "record_unknown"
        else:
            try:
                digest = shape.digest(shape.row(values)).partition(":")[2]
                code = "" if bytes.fromhex(digest) == sealed else "record_changed"
            except (KeyMissing, ValueError):
                code = "record_unreadable"
        if code:
            found.append(Finding(code, seq or None, shape.kind, uid, label))
    found += [
        Finding("record_removed", seq, shape.kind, UUID(bytes=raw), label)
        for raw, (seq, sealed) in seals.items()
        if sealed is not None
    ]
    return count, found


def as_sealed(model: type[Sealed], seals: Mapping[UUID, str]) -> set[UUID]:
    """Those of the records that hold what a line of the journal left in them; one that cannot be read does not.

    Args:
        seals: by uid, the seal as an entry keeps it.
    """
    shape, found = shape_of(model), set()
    rows = model._base_manager.filter(uid__in=list(seals)).values_list("uid", *shape.attnames)
    for uid, *values in rows:
        try:
            digest = shape.digest(shape.row(values)).partition(":")[2]
        except (KeyMissing, ValueError):
            continue
        if seals[uid].partition(":")[2] == digest:
            found.add(uid)
    return found
