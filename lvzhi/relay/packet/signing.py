"""Digests and signatures: SHA-256 with Ed25519, or SM3 with SM2 (GB/T 32918). Keys and digests are lower-case hex."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from gmalg import SM2
from gmalg.errors import GMError
from gmalg.sm2 import SM2Core

SIGNATURE_BYTES = 64
SM2_USER = b"1234567812345678"
"""The user id that GB/T 35276 sets where none is agreed."""
HALF = SIGNATURE_BYTES // 2


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _sm3(data: bytes) -> str:
    digest = hashes.Hash(hashes.SM3())
    digest.update(data)
    return digest.finalize().hex()


@dataclass(frozen=True, slots=True)
class Algorithm:
    """A pair of digest and signature.

    Args:
        key: its name in the manifest.
        digest: bytes → 64 hex digits.
        make: a new pair (private, public).
        sign: (private, message) → 64 bytes.
        verify: (public, message, signature) → whether it holds; False for anything malformed.
        public_length: hex digits of a public key.
    """

    key: str
    digest: Callable[[bytes], str]
    make: Callable[[], tuple[str, str]]
    sign: Callable[[str, bytes], bytes]
    verify: Callable[[str, bytes, bytes], bool]
    public_length: int

    def fingerprint(self, public: str) -> str:
        """What people compare by telephone: the digest of the public key's bytes."""
        return self.digest(bytes.fromhex(public))

    def is_public(self, text: str) -> bool:
        """Whether this is a public key of the algorithm at all."""
        if len(text) != self.public_length or set(text) - set("0123456789abcdef"):
            return False
        return self.key != SM2_SM3 or _on_curve(text)


def _ed25519_make() -> tuple[str, str]:
    private = Ed25519PrivateKey.generate()
    return private.private_bytes_raw().hex(), private.public_key().public_bytes_raw().hex()


def _ed25519_sign(private: str, message: bytes) -> bytes:
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(private)).sign(message)


def _ed25519_verify(public: str, message: bytes, signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


class _Sm3:
    """The library's interface of a digest over the quick SM3: its own, in Python, takes seconds for a megabyte."""

    def __init__(self) -> None:
        self.reset()

    @classmethod
    def max_msg_length(cls) -> int:
        return 1 << 64

    @classmethod
    def hash_length(cls) -> int:
        return HALF

    def reset(self) -> None:
        self._digest = hashes.Hash(hashes.SM3())

    def update(self, data: bytes) -> None:
        self._digest.update(bytes(data))

    def value(self) -> bytes:
        return self._digest.copy().finalize()


def _sm2_core() -> Any:
    plain: Any = SM2()
    return SM2Core(plain._core.ecdlp, _Sm3(), secrets.randbits)


def _point(public: str) -> tuple[int, int]:
    raw = bytes.fromhex(public)
    return int.from_bytes(raw[1 : 1 + HALF], "big"), int.from_bytes(raw[1 + HALF :], "big")


def _on_curve(public: str) -> bool:
    core = _sm2_core()
    x, y = _point(public)
    prime = core.ecdlp.fp.p
    return public.startswith("04") and x < prime and y < prime and bool(core.verify_pk((x, y)))


def _sm2_make() -> tuple[str, str]:
    private, (x, y) = _sm2_core().generate_keypair()
    return f"{private:064x}", f"04{x:064x}{y:064x}"


def _sm2_sign(private: str, message: bytes) -> bytes:
    core = _sm2_core()
    key = int(private, 16)
    r, s = core.sign(message, key, SM2_USER)
    return int(r).to_bytes(HALF, "big") + int(s).to_bytes(HALF, "big")


def _sm2_verify(public: str, message: bytes, signature: bytes) -> bool:
    try:
        if len(signature) != SIGNATURE_BYTES or not _on_curve(public):
            return False
        r, s = int.from_bytes(signature[:HALF], "big"), int.from_bytes(signature[HALF:], "big")
        return bool(_sm2_core().verify(message, r, s, SM2_USER, _point(public)))
    except (GMError, ValueError, TypeError, ZeroDivisionError):
        return False


ED25519_SHA256, SM2_SM3 = "ed25519-sha256", "sm2-sm3"
ALGORITHMS: dict[str, Algorithm] = {
    ED25519_SHA256: Algorithm(ED25519_SHA256, _sha256, _ed25519_make, _ed25519_sign, _ed25519_verify, 64),
    SM2_SM3: Algorithm(SM2_SM3, _sm3, _sm2_make, _sm2_sign, _sm2_verify, 130),
}
