"""The backup file: a zip whose manifest names every member with its digest and is sealed with the installation's key.

Nothing in a file is believed before the seal of its manifest fits: sizes, names and digests are taken from there, so a
bomb, a name that leads elsewhere or an added member is refused before it is unpacked.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from lvzhi.config.keeping.telling import MEGABYTE, Progress, Stop
from lvzhi.journal import secrets

FORMAT = "lvzhi-backup/1"
MANIFEST, SEAL, KEYS, FIGURES, MARK = "manifest.json", "manifest.seal", "keys.sealed", "figures.json", "demonstration"
DATABASES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}
FIXED = {FIGURES, MARK, KEYS, *DATABASES.values()}
STORED = re.compile(r"(files|relay)/([0-9a-f]{2})/(\2[0-9a-f]{62})")
MANIFEST_MOST, SMALL_MOST = 64 * MEGABYTE, MEGABYTE
CHUNK = 1024 * 1024
START = b"PK\x03\x04"
SALT, NONCE = 16, 12
LEAST = 12  # characters of a passphrase
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, KeyError)


def seal_of(manifest: bytes) -> str:
    """What only somebody with the installation's key can write below a manifest."""
    return secrets.keyed("backup/manifest", manifest).hex()


def digest_of(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def lock_keys(text: str, passphrase: str) -> bytes:
    """The keys under a passphrase: salt, nonce, ciphertext."""
    salt, nonce = os.urandom(SALT), os.urandom(NONCE)
    return salt + nonce + AESGCM(_stretched(passphrase, salt)).encrypt(nonce, text.encode(), FORMAT.encode())


def unlock_keys(data: bytes, passphrase: str) -> str:
    """What `lock_keys` locked. Raises `Stop` passphrase."""
    salt, nonce, body = data[:SALT], data[SALT : SALT + NONCE], data[SALT + NONCE :]
    try:
        return AESGCM(_stretched(passphrase, salt)).decrypt(nonce, body, FORMAT.encode()).decode()
    except (InvalidTag, ValueError):
        raise Stop("passphrase") from None


def _stretched(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=2**15, r=8, p=1).derive(passphrase.encode())


class Packing:
    """A backup file being written.

    Args:
        path: where; the caller renames it when it is whole.
    """

    def __init__(self, path: Path) -> None:
        self.members: dict[str, list[Any]] = {}
        self.file = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
        self.zip = zipfile.ZipFile(self.file, "w", zipfile.ZIP_DEFLATED, compresslevel=1)

    def put(self, name: str, data: bytes) -> None:
        """A member of these bytes."""
        self.zip.writestr(name, data)
        self.members[name] = [len(data), hashlib.sha256(data).hexdigest()]

    def put_file(self, name: str, path: Path, *, shrink: bool = False, progress: Progress | None = None) -> None:
        """A member with a file's content; `shrink` where it is worth the time."""
        digest, size, total = hashlib.sha256(), 0, path.stat().st_size
        info = zipfile.ZipInfo(name)
        info.compress_type = zipfile.ZIP_DEFLATED if shrink else zipfile.ZIP_STORED
        with path.open("rb") as source, self.zip.open(info, "w", force_zip64=True) as target:
            while chunk := source.read(CHUNK):
                target.write(chunk)
                digest.update(chunk)
                size += len(chunk)
                if progress:
                    progress("database", size // MEGABYTE, total // MEGABYTE)
        self.members[name] = [size, digest.hexdigest()]

    def close(self, manifest: dict[str, Any]) -> None:
        """Write the manifest and its seal, and see all of it onto the disk."""
        text = json.dumps({"format": FORMAT, **manifest, "members": self.members}, ensure_ascii=False).encode()
        self.zip.writestr(MANIFEST, text)
        self.zip.writestr(SEAL, seal_of(text))
        self.zip.close()
        self.file.flush()
        os.fsync(self.file.fileno())
        self.file.close()


class Parcel:
    """A backup file being read; open it with `opened`."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self.path, self.zip = path, archive
        self.manifest: dict[str, Any] = {}
        self.members: dict[str, list[Any]] = {}

    @property
    def name(self) -> str:
        """What sentences call it."""
        return self.path.name

    @property
    def identity(self) -> str:
        """A digest of its manifest: the same for the same backup."""
        return hashlib.sha256(self._small(MANIFEST, MANIFEST_MOST)).hexdigest()

    def keys(self) -> bytes | None:
        """The locked keys, where it has any."""
        return self._small(KEYS, SMALL_MOST) if KEYS in self.zip.namelist() else None

    def read_manifest(self) -> None:
        """Believe the manifest, if its seal fits.

        Raises:
            Stop: foreign, truncated, other_keys, unsealed, strange_member, altered.
        """
        names = self.zip.namelist()
        if MANIFEST not in names or SEAL not in names:
            raise Stop("foreign", name=self.name)
        text, seal = self._small(MANIFEST, MANIFEST_MOST), self._small(SEAL, SMALL_MOST).decode("ascii", "replace")
        if not hmac.compare_digest(seal_of(text), seal):
            raise self._whose(text)
        self.manifest = json.loads(text)
        self.members = self.manifest["members"]
        expected = {*self.members, MANIFEST, SEAL}
        for info in self.zip.infolist():
            if info.filename not in expected:
                raise Stop("strange_member", name=self.name, member=info.filename[:100])
            expected.remove(info.filename)
            size = self.members.get(info.filename, [info.file_size])[0]
            if info.file_size != size or not (info.filename not in self.members or fits(info.filename)):
                raise Stop("altered", name=self.name, member=info.filename)
        if expected:
            raise Stop("altered", name=self.name, member=min(expected))

    def _whose(self, text: bytes) -> Stop:
        """Why a seal does not fit: another installation's key, or other words above it."""
        try:
            theirs = str(json.loads(text)["key"])[:40]
        except (ValueError, KeyError, TypeError):
            return Stop("foreign", name=self.name)
        own = secrets.digest_key_name()
        return (
            Stop("unsealed", name=self.name)
            if theirs == own
            else Stop("other_keys", name=self.name, theirs=theirs, own=own)
        )

    def take(self, name: str, target: Path) -> None:
        """Unpack one member, and hold it against the manifest. Raises `Stop` altered, truncated."""
        size, digest = self.members[name]
        found, left = hashlib.sha256(), int(size)
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self._reading(name), os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            with self.zip.open(name) as source:
                while chunk := source.read(min(CHUNK, left + 1)):
                    left -= len(chunk)
                    if left < 0:
                        break
                    found.update(chunk)
                    out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
        if left or found.hexdigest() != digest:
            raise Stop("altered", name=self.name, member=name)

    def unpack(self, folder: Path, progress: Progress) -> None:
        """Every member into a folder, each held against the manifest."""
        for place, name in enumerate(self.members):
            progress("check", place, len(self.members))
            self.take(name, folder / name)

    def _small(self, name: str, most: int) -> bytes:
        with self._reading(name), self.zip.open(name) as source:
            data = source.read(most + 1)
        if len(data) > most:
            raise Stop("altered", name=self.name, member=name)
        return data

    @contextmanager
    def _reading(self, name: str) -> Iterator[None]:
        try:
            yield
        except DAMAGED:
            raise Stop("altered", name=self.name, member=name) from None


def fits(name: str) -> bool:
    """Whether a member may bear this name: none of them leads out of its place."""
    return name in FIXED or STORED.fullmatch(name) is not None


@contextmanager
def opened(path: Path) -> Iterator[Parcel]:
    """A backup file for reading. Raises `Stop` no_file, foreign, truncated."""
    try:
        with path.open("rb") as file:
            start = file.read(len(START))
        archive = zipfile.ZipFile(path)
    except OSError:
        raise Stop("no_file", name=path) from None
    except DAMAGED:
        raise Stop("truncated" if start == START else "foreign", name=path.name) from None
    with archive:
        yield Parcel(path, archive)
