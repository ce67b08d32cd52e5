"""Where the bytes lie: under their digest in the data folder, outside anything a web server serves."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings


class TooLarge(Exception):  # noqa: N818  reason: caught by name right above
    """More bytes than allowed."""


@dataclass(frozen=True, slots=True)
class Landed:
    """A file received, not yet kept: `keep` or `drop` it."""

    path: Path
    digest: str
    size: int

    def keep(self) -> Path:
        """Move it to its place (a file of the same content is already the same file)."""
        target = path_of(self.digest)
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            self.path.unlink()
        else:
            self.path.replace(target)
        return target

    def drop(self) -> None:
        """Throw it away."""
        self.path.unlink(missing_ok=True)


def folder() -> Path:
    """The folder of all attachments."""
    return Path(settings.LVZHI_DATA) / "files"


def path_of(digest: str) -> Path:
    """Where content of this digest lies."""
    return folder() / digest[:2] / digest


def land(chunks: Iterable[bytes], limit: int) -> Landed:
    """Write an upload to a nameless place while measuring it. Raises `TooLarge` as soon as it passes `limit` bytes."""
    place = folder() / "arriving"
    place.mkdir(parents=True, exist_ok=True)
    path = place / secrets.token_hex(16)
    digest, size = hashlib.sha256(), 0
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            for chunk in chunks:
                size += len(chunk)
                if size > limit:
                    raise TooLarge
                digest.update(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return Landed(path, digest.hexdigest(), size)
