"""Ciphers behind one interface (R12.5, R12.7): AES-256-GCM, and SM4-GCM of GB/T 32907, chosen by configuration.

A sealed text names the cipher it was made with, so what was sealed before a change stays readable.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

from cryptography.hazmat.primitives.ciphers import Cipher as Primitive
from cryptography.hazmat.primitives.ciphers import algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

TAG_BYTES: Final = 16
AES, SM4 = "aes-gcm", "sm4-gcm"


class Cipher(Protocol):
    """Authenticated encryption under one key."""

    def encrypt(self, nonce: bytes, data: bytes, context: bytes) -> bytes:
        """Ciphertext with its tag; `context` is authenticated with it."""

    def decrypt(self, nonce: bytes, data: bytes, context: bytes) -> bytes:
        """The data. Raises `cryptography.exceptions.InvalidTag` when anything was altered."""


@dataclass(frozen=True, slots=True)
class Sm4Gcm:
    """SM4 in GCM, which the library offers as a mode and not as a class of its own."""

    key: bytes

    def encrypt(self, nonce: bytes, data: bytes, context: bytes) -> bytes:
        """Ciphertext with its tag."""
        made = Primitive(algorithms.SM4(self.key), modes.GCM(nonce)).encryptor()
        made.authenticate_additional_data(context)
        return made.update(data) + made.finalize() + made.tag

    def decrypt(self, nonce: bytes, data: bytes, context: bytes) -> bytes:
        """The data. Raises InvalidTag, or ValueError for what is too short to carry a tag."""
        body, tag = data[:-TAG_BYTES], data[-TAG_BYTES:]
        made = Primitive(algorithms.SM4(self.key), modes.GCM(nonce, tag)).decryptor()
        made.authenticate_additional_data(context)
        return made.update(body) + made.finalize()


def current() -> str:
    """The cipher that new texts are sealed with: ``LVZHI_CIPHER``, AES-256-GCM unless set to sm4-gcm."""
    return str(getattr(settings, "LVZHI_CIPHER", AES))


def mark(name: str) -> str:
    """How a sealed text names its cipher after the key's id; AES, which came first, is not named."""
    return "" if name == AES else f"~{name}"


def named(text: str) -> tuple[str, str]:
    """(key's id, cipher) out of the head of a sealed text. Raises ValueError for a cipher unknown here."""
    key, _, name = text.partition("~")
    if name not in ("", SM4):
        raise ValueError(f"unknown cipher {name!r}")
    return key, name or AES


def under(name: str, key: bytes) -> Cipher:
    """The cipher under a key of 32 bytes derived for it (SM4 takes the first 16). Raises ValueError."""
    if name == AES:
        return AESGCM(key)
    if name == SM4:
        return Sm4Gcm(key[:16])
    raise ValueError(f"unknown cipher {name!r}")
