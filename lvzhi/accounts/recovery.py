"""Recovery codes: made, and known again by a slow salted hash."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import unicodedata
from collections.abc import Sequence
from typing import Final

COUNT: Final = 10
_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"  # written down and typed again: no 0/O, 1/l/I
_HALF: Final = 5
_COST: Final = 2**14
_NOISE = re.compile(r"[\s-]+")


def make() -> list[str]:
    """Ten fresh codes of two groups (49 bits each)."""
    return ["-".join("".join(secrets.choice(_LETTERS) for _ in range(_HALF)) for _ in range(2)) for _ in range(COUNT)]


def new_salt() -> str:
    """A salt for one person's codes."""
    return secrets.token_hex(16)


def tidy(code: str) -> str:
    """The code as typed: width and case folded, without hyphens and spaces."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", code)).casefold()


def digest(code: str, salt: str) -> str:
    """A slow hash (scrypt) of a code, 64 hex digits."""
    return hashlib.scrypt(tidy(code).encode(), salt=bytes.fromhex(salt), n=_COST, r=8, p=1, dklen=32).hex()


def left_after(code: str, salt: str, digests: Sequence[str]) -> list[str] | None:
    """The digests that remain once the code is used, None when it is none of them."""
    if len(tidy(code)) != 2 * _HALF:
        return None
    wanted = digest(code, salt)
    rest = [one for one in digests if not hmac.compare_digest(one, wanted)]
    return rest if len(rest) < len(digests) else None
