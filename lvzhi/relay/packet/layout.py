"""The bytes of the archive: a zip of stored entries in which nothing is left to chance, so that no byte can be altered
unnoticed. Written by hand and compared by hand; ``zipfile`` reads it like any other."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LOCAL = struct.Struct("<4sHHHHHIIIHH")
CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
END = struct.Struct("<4sHHHHIIH")
MADE_BY, NEEDED = 0x0314, 20
DAY = 0x21
"""1 January 1980, the first day a zip knows."""
ATTRIBUTES = 0o600 << 16
"""A file its owner reads and writes."""
MOST_BYTES, MOST_ENTRIES = 2**32 - 1, 2**16 - 1


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: name, checksum, size."""

    name: str
    crc: int
    size: int


def local(entry: Entry) -> bytes:
    """The header before the entry's bytes."""
    name = entry.name.encode("ascii")
    return LOCAL.pack(b"PK\x03\x04", NEEDED, 0, 0, 0, DAY, entry.crc, entry.size, entry.size, len(name), 0) + name


def directory(entries: Sequence[Entry]) -> bytes:
    """What stands behind the last entry."""
    at, parts = 0, []
    for entry in entries:
        name = entry.name.encode("ascii")
        parts.append(
            CENTRAL.pack(
                b"PK\x01\x02", MADE_BY, NEEDED, 0, 0, 0, DAY, entry.crc, entry.size, entry.size, len(name), 0, 0, 0, 0,
                ATTRIBUTES, at,
            ) + name
        )  # fmt: skip
        at += LOCAL.size + len(name) + entry.size
    listed = b"".join(parts)
    return listed + END.pack(b"PK\x05\x06", 0, 0, len(entries), len(entries), len(listed), at, 0)


def places(entries: Sequence[Entry]) -> Iterator[tuple[Entry, int, int]]:
    """Each entry with where its header and its bytes begin."""
    at = 0
    for entry in entries:
        start = at + LOCAL.size + len(entry.name)
        yield entry, at, start
        at = start + entry.size
