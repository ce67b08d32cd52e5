"""Reading a package: measured before it is opened, opened before it is believed, believed only as signed."""

from __future__ import annotations

import io
import os
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from lvzhi.relay.packet import layout
from lvzhi.relay.packet.canonical import decode
from lvzhi.relay.packet.errors import Refused
from lvzhi.relay.packet.limits import Limits
from lvzhi.relay.packet.manifest import (
    ENTRY_NAME,
    FILE_NAME,
    MANIFEST,
    NAME_LENGTH,
    SIGNATURE,
    Manifest,
    RecordEntry,
    parse,
)

Source = bytes | str | os.PathLike[str] | BinaryIO
Known = Callable[[Manifest], str | None]
_ZIP_START = b"PK\x03\x04"
_ENCRYPTED = 0x1
# Whatever the archive library makes of a hostile file.
_UNREADABLE = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError,
    RuntimeError, struct.error, OverflowError, LookupError, MemoryError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attached:
    """An attachment that came: what it is called, its digest, its bytes."""

    name: str
    digest: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Received:
    """A record that came."""

    entry: RecordEntry
    payload: dict[str, Any]
    files: tuple[Attached, ...]


@dataclass(frozen=True, slots=True)
class Package:
    """A package read and verified.

    Args:
        digest: of its manifest: what makes two packages the same.
    """

    manifest: Manifest
    digest: str
    records: tuple[Received, ...]


def read(source: Source, limits: Limits, *, known: Known, receivers: Collection[str] | None = None) -> Package:
    """Read and verify a package.

    Args:
        known: the public key (hex) under which a manifest may be signed: of this sender, algorithm, fingerprint and
            moment; None for an unknown signer.
        receivers: codes of whom packages may be for here; None to take one for anybody.

    Raises:
        Refused: and nothing else, whatever the bytes are.
    """
    data = load(source, limits)
    entries = _listed(data, limits)
    content = _content(data, entries)
    manifest = parse(decode(content[MANIFEST], MANIFEST, depth=limits.depth))
    try:
        return _believed(manifest, content, limits, known, receivers)
    except Refused as refused:
        refused.manifest = manifest
        raise


def _believed(
    manifest: Manifest, content: dict[str, bytes], limits: Limits, known: Known, receivers: Collection[str] | None
) -> Package:
    public = known(manifest)
    if public is None:
        raise Refused("unknown_signer", sender=manifest.sender.name, id=manifest.sender.id, key=manifest.key)
    method = manifest.method
    if method.fingerprint(public) != manifest.key or not method.verify(public, content[MANIFEST], content[SIGNATURE]):
        raise Refused("signature", sender=manifest.sender.name)
    try:
        return _verified(manifest, content, limits, receivers)
    except Refused as refused:
        refused.signed = True
        raise


def _verified(
    manifest: Manifest, content: dict[str, bytes], limits: Limits, receivers: Collection[str] | None
) -> Package:
    if receivers is not None and manifest.receiver.id not in receivers:
        raise Refused("wrong_receiver", receiver=manifest.receiver.name, id=manifest.receiver.id)
    _check_files(manifest, content)
    records = tuple(_record(entry, content, limits) for entry in manifest.records)
    _check_attached(manifest, records)
    return Package(manifest, manifest.method.digest(content[MANIFEST]), records)


def load(source: Source, limits: Limits) -> bytes:
    """The bytes of the file; one that is too large is refused by its size, before it is read.

    Raises:
        Refused: ``missing_file``, ``too_large``, ``empty``.
    """
    if isinstance(source, bytes):
        data = source
    elif isinstance(source, str | os.PathLike):
        try:
            with Path(source).open("rb") as stream:
                data = _bounded(stream, Path(source).name, limits)
        except (OSError, ValueError):
            raise Refused("missing_file", name=str(source)[-NAME_LENGTH:]) from None
    else:
        data = _bounded(source, "", limits)
    if len(data) > limits.size:
        raise Refused("too_large", name="", size=len(data), limit=limits.size)
    if not data:
        raise Refused("empty")
    return data


def _bounded(stream: BinaryIO, name: str, limits: Limits) -> bytes:
    size = stream.seek(0, os.SEEK_END)
    if size > limits.size:
        raise Refused("too_large", name=name, size=size, limit=limits.size)
    stream.seek(0)
    return stream.read(limits.size + 1)


def _listed(data: bytes, limits: Limits) -> list[layout.Entry]:
    """What the archive says is in it, refused before a byte of it is unpacked."""
    if not data.startswith(_ZIP_START):
        raise Refused("not_package")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = archive.infolist()
    except _UNREADABLE:
        raise Refused("truncated") from None
    if len(found) > limits.entries:
        raise Refused("too_many", count=len(found), limit=limits.entries)
    unpacked = sum(one.file_size for one in found)
    if unpacked > limits.unpacked or unpacked > limits.ratio * len(data):
        raise Refused("zip_bomb", size=unpacked, limit=limits.unpacked)
    for one in found:
        _check_entry(one, limits)
    names = [one.filename for one in found]
    name, times = Counter(names).most_common(1)[0] if names else ("", 0)
    if times > 1:
        raise Refused("double_name", name=name)
    if names[:2] != [MANIFEST, SIGNATURE]:
        raise Refused("not_package")
    return [layout.Entry(one.filename, one.CRC, one.file_size) for one in found]


def _check_entry(one: zipfile.ZipInfo, limits: Limits) -> None:
    name = one.orig_filename
    shown = ascii(name)[1:-1][:NAME_LENGTH]
    mode = one.external_attr >> 16
    if mode and not stat.S_ISREG(mode) and stat.S_IFMT(mode):
        raise Refused("not_plain", name=shown)
    if name != one.filename or not ENTRY_NAME.fullmatch(name):
        raise Refused("bad_name", name=shown)
    if one.flag_bits & _ENCRYPTED:
        raise Refused("encrypted", name=shown)
    if one.compress_type != zipfile.ZIP_STORED or one.compress_size != one.file_size:
        raise Refused("compressed", name=shown)
    text = name in (MANIFEST, SIGNATURE) or name.startswith("records/")
    if text and one.file_size > limits.text:
        raise Refused("too_large", name=shown, size=one.file_size, limit=limits.text)


def _content(data: bytes, entries: list[layout.Entry]) -> dict[str, bytes]:
    """The files, once every byte of the archive is what the format says it must be."""
    found: dict[str, bytes] = {}
    end = 0
    for entry, at, start in layout.places(entries):
        end = start + entry.size
        content = data[start:end]
        if data[at:start] != layout.local(entry) or len(content) != entry.size or zlib.crc32(content) != entry.crc:
            raise Refused("altered", name=entry.name)
        found[entry.name] = content
    if data[end:] != layout.directory(entries):
        raise Refused("altered", name="zip")
    return found


def _check_files(manifest: Manifest, content: dict[str, bytes]) -> None:
    names = [MANIFEST, SIGNATURE, *(one.name for one in manifest.files)]
    listed = set(names)
    for name in content:
        if name not in listed:
            raise Refused("unexpected", name=name)
    for name in names:
        if name not in content:
            raise Refused("lacks", name=name)
    if list(content) != names:
        raise Refused("altered", name="zip")
    for one in manifest.files:
        data = content[one.name]
        if len(data) != one.size or manifest.method.digest(data) != one.digest:
            raise Refused("digest", name=one.name)


def _record(entry: RecordEntry, content: dict[str, bytes], limits: Limits) -> Received:
    value = decode(content[entry.file], entry.file, depth=limits.depth)
    if not isinstance(value, dict) or set(value) != {"files", "payload"} or not isinstance(value["payload"], dict):
        raise Refused("record", file=entry.file)
    if not isinstance(value["files"], list):
        raise Refused("record", file=entry.file)
    return Received(entry, value["payload"], tuple(_attached(one, entry, content) for one in value["files"]))


def _attached(value: Any, entry: RecordEntry, content: dict[str, bytes]) -> Attached:
    if not isinstance(value, dict) or set(value) != {"digest", "name"}:
        raise Refused("record", file=entry.file)
    name, digest = value["name"], value["digest"]
    if not isinstance(name, str) or not isinstance(digest, str) or not 0 < len(name) <= NAME_LENGTH:
        raise Refused("record", file=entry.file)
    data = content.get(FILE_NAME.format(digest))
    if data is None:
        raise Refused("lacks", name=FILE_NAME.format(digest)[:NAME_LENGTH])
    return Attached(name, digest, data)


def _check_attached(manifest: Manifest, records: tuple[Received, ...]) -> None:
    """No attachment that no record speaks of."""
    named = {one.digest for record in records for one in record.files}
    for one in manifest.files[len(records) :]:
        if one.digest not in named:
            raise Refused("unexpected", name=one.name)
