"""The digest algorithm of the chain, chosen in the settings (R12.7): each entry names the one it was made with."""

from __future__ import annotations

import hashlib

from cryptography.hazmat.primitives import hashes
from django.conf import settings

from lvzhi.journal.values import canonical

SHA256, SM3 = "sha256", "sm3"


def current() -> str:
    """The algorithm new entries use: `LVZHI_JOURNAL_DIGEST`, sha256 unless set to sm3."""
    return str(getattr(settings, "LVZHI_JOURNAL_DIGEST", SHA256))


def hexdigest(data: bytes, algorithm: str) -> str:
    """Digest of `data`. Raises `ValueError` for an algorithm unknown here."""
    if algorithm == SHA256:
        return hashlib.sha256(data).hexdigest()
    if algorithm == SM3:
        made = hashes.Hash(hashes.SM3())
        made.update(data)
        return made.finalize().hex()
    raise ValueError(f"unknown digest {algorithm!r}")


def salted(salt: str, data: object, algorithm: str) -> str:
    """Digest over a salt and any JSON data."""
    return hexdigest(salt.encode() + canonical(data), algorithm)
