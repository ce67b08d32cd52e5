"""The manifest: what is in a package, from whom, for whom, which number. Its bytes are signed."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from lvzhi.relay.packet.canonical import encode
from lvzhi.relay.packet.errors import Refused
from lvzhi.relay.packet.signing import ALGORITHMS, Algorithm

FORMAT, VERSION = "lvzhi-package", 1
MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
RECORD_NAME = "records/{:06d}.json"
FILE_NAME = "files/{}"
LARGEST_NUMBER = 2**31 - 1
NAME_LENGTH, ID_LENGTH = 200, 64

_DIGEST = re.compile(r"[0-9a-f]{64}")
_UID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_KIND = re.compile(r"[a-z][a-z0-9_.]{0,62}")
_MADE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
ENTRY_NAME = re.compile(r"manifest\.json|manifest\.sig|records/\d{6}\.json|files/[0-9a-f]{64}")
_KEYS = frozenset({
    "algorithm", "files", "format", "key", "made", "number", "previous", "receiver", "records", "sender", "version",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Party:
    """Who sends or receives: the code both sides agreed on, and a name for people."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class RecordEntry:
    """One record: its kind, which one, which version of it, and the file that holds it."""

    kind: str
    uid: str
    version: int
    digest: str
    file: str


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file of the package beside manifest and signature."""

    name: str
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the signature stands for.

    Args:
        key: fingerprint of the key that signed.
        number: running number of the packages of this sender to this receiver, from 1.
        previous: digest of the manifest with the number before; "" for the first.
        made: moment, ISO 8601 to the second with offset.
    """

    algorithm: str
    key: str
    sender: Party
    receiver: Party
    number: int
    previous: str
    made: str
    records: tuple[RecordEntry, ...]
    files: tuple[FileEntry, ...]

    @property
    def method(self) -> Algorithm:
        """Digest and signature it asks for."""
        return ALGORITHMS[self.algorithm]

    @property
    def moment(self) -> dt.datetime:
        """When it was made."""
        return dt.datetime.fromisoformat(self.made)

    def bytes(self) -> bytes:
        """What is signed."""
        return encode({
            "algorithm": self.algorithm, "format": FORMAT, "version": VERSION, "key": self.key, "made": self.made,
            "number": self.number, "previous": self.previous,
            "sender": {"id": self.sender.id, "name": self.sender.name},
            "receiver": {"id": self.receiver.id, "name": self.receiver.name},
            "records": [
                {"kind": one.kind, "uid": one.uid, "version": one.version, "digest": one.digest, "file": one.file}
                for one in self.records
            ],
            "files": [{"name": one.name, "size": one.size, "digest": one.digest} for one in self.files],
        })  # fmt: skip


def _bad(where: str) -> Refused:
    return Refused("manifest", where=where)


def _text(value: Any, where: str, most: int) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > most:
        raise _bad(where)
    return value


def _number(value: Any, where: str, least: int = 1, most: int = LARGEST_NUMBER) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise _bad(where)
    return value


def _shaped(value: Any, where: str, shape: re.Pattern[str]) -> str:
    if not isinstance(value, str) or not shape.fullmatch(value):
        raise _bad(where)
    return value


def _object(value: Any, where: str, keys: set[str]) -> dict[str, Any]:
    if not isinstance(value, dict) or set(value) != keys:
        raise _bad(where)
    return value


def _list(value: Any, where: str) -> list[Any]:
    if not isinstance(value, list):
        raise _bad(where)
    return value


def _party(value: Any, where: str) -> Party:
    given = _object(value, where, {"id", "name"})
    return Party(_text(given["id"], f"{where}.id", ID_LENGTH), _text(given["name"], f"{where}.name", NAME_LENGTH))


def _record(value: Any, place: int) -> RecordEntry:
    where = f"records[{place - 1}]"
    given = _object(value, where, {"kind", "uid", "version", "digest", "file"})
    if given["file"] != RECORD_NAME.format(place):
        raise _bad(f"{where}.file")
    return RecordEntry(
        kind=_shaped(given["kind"], f"{where}.kind", _KIND),
        uid=_shaped(given["uid"], f"{where}.uid", _UID),
        version=_number(given["version"], f"{where}.version"),
        digest=_shaped(given["digest"], f"{where}.digest", _DIGEST),
        file=given["file"],
    )


def _file(value: Any, place: int) -> FileEntry:
    where = f"files[{place}]"
    given = _object(value, where, {"name", "size", "digest"})
    return FileEntry(
        name=_shaped(given["name"], f"{where}.name", ENTRY_NAME),
        size=_number(given["size"], f"{where}.size", least=0, most=2**40),
        digest=_shaped(given["digest"], f"{where}.digest", _DIGEST),
    )


def _made(value: Any) -> str:
    text = _shaped(value, "made", _MADE)
    try:
        dt.datetime.fromisoformat(text).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        raise _bad("made") from None
    return text


def parse(value: Any) -> Manifest:
    """The manifest of a decoded value, every part of it looked at.

    Raises:
        Refused: ``not_package``, ``newer`` for a later version of the format, ``algorithm``, ``manifest`` naming the
            field.
    """
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise Refused("not_package")
    version = _number(value.get("version"), "version")
    if version > VERSION:
        raise Refused("newer", version=version, known=VERSION)
    if set(value) != _KEYS:
        raise _bad(", ".join(sorted(map(str, set(value) ^ _KEYS)))[:NAME_LENGTH])
    if not isinstance(value["algorithm"], str) or value["algorithm"] not in ALGORITHMS:
        raise Refused("algorithm", given=str(value["algorithm"])[:ID_LENGTH], known=", ".join(ALGORITHMS))
    number = _number(value["number"], "number")
    previous = value["previous"]
    if number == 1 and previous != "":
        raise _bad("previous")
    if number > 1:
        _shaped(previous, "previous", _DIGEST)
    records = tuple(_record(one, place) for place, one in enumerate(_list(value["records"], "records"), 1))
    files = tuple(_file(one, place) for place, one in enumerate(_list(value["files"], "files")))
    _check_lists(records, files)
    return Manifest(
        algorithm=value["algorithm"], key=_shaped(value["key"], "key", _DIGEST),
        sender=_party(value["sender"], "sender"), receiver=_party(value["receiver"], "receiver"),
        number=number, previous=previous, made=_made(value["made"]), records=records, files=files,
    )  # fmt: skip


def _check_lists(records: tuple[RecordEntry, ...], files: tuple[FileEntry, ...]) -> None:
    """Each record has its file with the same digest, in order; the attachments follow, each named by its digest."""
    if not records:
        raise _bad("records")
    if len({(one.kind, one.uid) for one in records}) != len(records):
        raise _bad("records.uid")
    head, tail = files[: len(records)], files[len(records) :]
    if [(one.name, one.digest) for one in head] != [(one.file, one.digest) for one in records]:
        raise _bad("files")
    names = [one.name for one in tail]
    if names != sorted(set(names)) or names != [FILE_NAME.format(one.digest) for one in tail]:
        raise _bad("files")
