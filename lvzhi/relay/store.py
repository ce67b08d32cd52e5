"""Where package files and waiting attachments lie: under their digest in the data folder, for the owner alone."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Collection
from datetime import timedelta
from pathlib import Path

from django.conf import settings

from lvzhi.deadlines import clock

UNCLAIMED = timedelta(days=1)
"""How long bytes may lie that no record speaks of: a transaction that will speak of them may still be running."""
FOLDER_MODE, FILE_MODE = 0o700, 0o600


def folder() -> Path:
    """The folder of packages and of attachments that wait for one."""
    return Path(settings.LVZHI_DATA) / "relay"


def path_of(digest: str) -> Path:
    """Where the bytes of this digest lie."""
    return folder() / digest[:2] / digest


def keep(data: bytes) -> str:
    """Write bytes so that a power cut leaves all of them or nothing; the answer is their digest (SHA-256)."""
    digest = hashlib.sha256(data).hexdigest()
    target = path_of(digest)
    if target.exists() and target.stat().st_size == len(data):
        return digest
    for one in (folder(), target.parent):
        one.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    write_whole(target, data)
    return digest


def write_whole(target: Path, data: bytes) -> None:
    """A file that is there whole or not at all, whatever happens meanwhile. Raises `OSError`."""
    draft = target.with_name(f".{target.name}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    handle = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def get(digest: str) -> bytes | None:
    """The bytes of this digest; None where they are gone or are no longer what they were."""
    try:
        data = path_of(digest).read_bytes()
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest() == digest else None


def drop(digest: str) -> None:
    """Throw bytes away."""
    path_of(digest).unlink(missing_ok=True)


def sweep(claimed: Collection[str]) -> int:
    """Throw away what no record speaks of any more, or never did because a process was killed; how many files."""
    oldest, count = (clock.now() - UNCLAIMED).timestamp(), 0
    for path in folder().glob("*/*") if folder().is_dir() else ():
        if path.name not in claimed and path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
            count += 1
    return count
