"""Writing a package: records and attachments in, one signed file out."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lvzhi.relay.packet import layout
from lvzhi.relay.packet.canonical import encode
from lvzhi.relay.packet.errors import Refused
from lvzhi.relay.packet.limits import Limits
from lvzhi.relay.packet.manifest import (
    FILE_NAME,
    MANIFEST,
    RECORD_NAME,
    SIGNATURE,
    FileEntry,
    Manifest,
    Party,
    RecordEntry,
)
from lvzhi.relay.packet.signing import ALGORITHMS

ROOM_PER_ENTRY = 1024
"""Bytes reckoned for each entry's headers and its lines of the manifest, when a package is filled."""


@dataclass(frozen=True, slots=True)
class Sent:
    """An attachment: what it is called, its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class SentRecord:
    """A record to go: its kind, which one, which version, its content, its attachments."""

    kind: str
    uid: str
    version: int
    payload: Mapping[str, Any]
    files: Sequence[Sent] = field(default=())


@dataclass(frozen=True, slots=True)
class Built:
    """A package: the file, its manifest, and the digest by which the next one names it."""

    data: bytes
    manifest: Manifest
    digest: str


def body(record: SentRecord, digest: Callable[[bytes], str]) -> bytes:
    """The file of a record: its payload, and the names and digests of its attachments.

    Raises:
        ValueError: the payload has no canonical spelling.
    """
    files = [{"digest": digest(one.data), "name": one.name} for one in record.files]
    return encode({"files": files, "payload": dict(record.payload)})


def size_of(record: SentRecord) -> int:
    """How many bytes of a package a record takes, reckoned generously."""
    text = len(body(record, lambda data: "0" * 64))
    return text + sum(len(one.data) for one in record.files) + ROOM_PER_ENTRY * (1 + len(record.files))


def write(
    records: Sequence[SentRecord], *, algorithm: str, private: str, public: str, sender: Party, receiver: Party,
    number: int, previous: str, made: str, limits: Limits,
) -> Built:  # fmt: skip
    """Make the package of these records.

    Args:
        private, public: the sender's key, hex. previous: digest of the package before; "" for number 1.
        made: moment, ISO 8601 to the second with offset.

    Raises:
        Refused: ``too_large``, ``too_many`` where it would be over the receiver's limits as far as they are ours.
        ValueError: a payload has no canonical spelling.
    """
    method = ALGORITHMS[algorithm]
    content: dict[str, bytes] = {}
    listed = []
    attached: dict[str, bytes] = {}
    for place, record in enumerate(records, 1):
        name, data = RECORD_NAME.format(place), body(record, method.digest)
        if len(data) > limits.text:
            raise Refused("too_large", name=name, size=len(data), limit=limits.text)
        content[name] = data
        listed.append(RecordEntry(record.kind, record.uid, record.version, method.digest(data), name))
        for one in record.files:
            attached[FILE_NAME.format(method.digest(one.data))] = one.data
    content |= dict(sorted(attached.items()))
    files = tuple(FileEntry(name, len(data), method.digest(data)) for name, data in content.items())
    manifest = Manifest(
        algorithm, method.fingerprint(public), sender, receiver, number, previous, made, tuple(listed), files
    )
    signed = manifest.bytes()
    data = assemble({MANIFEST: signed, SIGNATURE: method.sign(private, signed), **content})
    if len(data) > limits.size:
        raise Refused("too_large", name=str(number), size=len(data), limit=limits.size)
    if len(content) + 2 > limits.entries:
        raise Refused("too_many", count=len(content) + 2, limit=limits.entries)
    return Built(data, manifest, method.digest(signed))


def assemble(content: Mapping[str, bytes]) -> bytes:
    """The archive of these files in this order."""
    entries = [layout.Entry(name, zlib.crc32(data), len(data)) for name, data in content.items()]
    parts: list[bytes] = []
    for entry, data in zip(entries, content.values(), strict=True):
        parts += [layout.local(entry), data]
    return b"".join([*parts, layout.directory(entries)])
