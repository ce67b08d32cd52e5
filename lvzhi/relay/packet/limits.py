"""How much a package may ask of the machine: norms of the committee, handed in by the caller."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Hard limits of the reader, and of the writer.

    Args:
        size: bytes of the whole file; a larger one is refused by its size, before it is read.
        entries: files inside.
        unpacked: bytes of all files inside together, as the archive declares them.
        ratio: how many times larger than the file itself they may claim to be.
        text: bytes of the manifest, and of one record.
        depth: objects and arrays inside one another in JSON.
    """

    size: int
    entries: int
    unpacked: int
    ratio: int
    text: int
    depth: int
