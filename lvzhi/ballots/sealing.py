"""Sealing slips so that nobody opens one alone: X25519 and AES-GCM, under two tellers' keys and the urn's own.

A slip is encrypted to a key that is made when the ballot opens and destroyed when it is counted (the urn's key, a file
of its own outside the database), and that to the codes of two tellers. The codes are never stored: the server knows
only the public keys made from them. With more than two tellers every pair of them can open. Nothing here knows a
record, a person or a moment.
"""

from __future__ import annotations

import os
import secrets
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import TypeVar

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

T = TypeVar("T")
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that is taken for another
CODE_LETTERS = 20  # 99 bits: not to be found by trying
GROUP = 4
KEY = 32
NONCE = bytes(12)  # every key below seals exactly once
LAYER = KEY + 16  # what one sealing adds: a public key and a tag
WRAP = KEY + 2 * LAYER  # the key of a slip, sealed to two tellers
FOLDER = "urns"


class Unopenable(Exception):  # noqa: N818  reason: says what it is; a fault of the urn's content, not of the program
    """Something in the urn was not put there by a vote, or the keys do not fit it."""


def new_code() -> str:
    """A teller's code, to be shown once and kept by nobody but the teller."""
    letters = [secrets.choice(LETTERS) for _ in range(CODE_LETTERS)]
    return "-".join("".join(letters[at : at + GROUP]) for at in range(0, CODE_LETTERS, GROUP))


def code_key(code: str, ballot: str) -> bytes:
    """The private key that a code stands for in one ballot, however it was typed."""
    typed = unicodedata.normalize("NFKC", code).upper()
    bare = "".join(letter for letter in typed if letter in LETTERS)
    return _derive(bare.encode(), f"lvzhi/ballots/teller/{ballot}")


def public_of(private: bytes) -> bytes:
    """The public key of a private one."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def slip_size(content: int, tellers: int) -> int:
    """Bytes of one sealed slip whose content has so many: every slip of a ballot is as long as every other."""
    return len(list(combinations(range(tellers), 2))) * WRAP + content + LAYER + 16


def seal_slip(content: bytes, tellers: Sequence[bytes], urn: bytes) -> bytes:
    """The content sealed to the urn's key and to every pair of tellers; all keys are public ones."""
    key = secrets.token_bytes(KEY)
    wraps = [_seal(_seal(key, second), first) for first, second in combinations(tellers, 2)]
    return b"".join(wraps) + AESGCM(key).encrypt(NONCE, _seal(content, urn), None)


def open_slip(sealed: bytes, tellers: Sequence[bytes], keys: dict[int, bytes], urn: bytes) -> bytes:
    """The content of a slip.

    Args:
        tellers: public keys of all tellers, in the order in which slips were sealed.
        keys: private keys by place among the tellers, of at least two.
        urn: private key of the urn.

    Raises:
        Unopenable: the keys do not fit, or the slip was not made by `seal_slip`.
    """
    first, second = sorted(keys)[:2]
    pairs = list(combinations(range(len(tellers)), 2))
    at = pairs.index((first, second)) * WRAP
    try:
        key = _open(_open(sealed[at : at + WRAP], keys[first]), keys[second])
        return _open(AESGCM(key).decrypt(NONCE, sealed[len(pairs) * WRAP :], None), urn)
    except (InvalidTag, ValueError) as problem:
        raise Unopenable from problem


def shuffled(parts: Iterable[T]) -> list[T]:
    """The parts in an order that tells nothing."""
    found = list(parts)
    secrets.SystemRandom().shuffle(found)
    return found


def split(content: bytes, size: int) -> list[bytes]:
    """The slips of an urn's content. Raises `Unopenable` where it does not come out even."""
    if len(content) % size:
        raise Unopenable
    return [content[at : at + size] for at in range(0, len(content), size)]


def _derive(secret: bytes, purpose: str) -> bytes:
    return HKDF(hashes.SHA256(), KEY, None, purpose.encode()).derive(secret)


def _between(secret: bytes, sender: bytes, receiver: bytes) -> AESGCM:
    return AESGCM(HKDF(hashes.SHA256(), KEY, None, b"lvzhi/ballots/seal" + sender + receiver).derive(secret))


def _seal(data: bytes, receiver: bytes) -> bytes:
    """Encrypt to a public key under one used this once; who sealed cannot open either."""
    once = X25519PrivateKey.generate()
    sender = once.public_key().public_bytes_raw()
    secret = once.exchange(X25519PublicKey.from_public_bytes(receiver))
    return sender + _between(secret, sender, receiver).encrypt(NONCE, data, None)


def _open(data: bytes, private: bytes) -> bytes:
    sender, own = data[:KEY], X25519PrivateKey.from_private_bytes(private)
    secret = own.exchange(X25519PublicKey.from_public_bytes(sender))
    return _between(secret, sender, public_of(private)).decrypt(NONCE, data[KEY:], None)


def urn_path(ballot: str) -> Path:
    """Where the urn's private key lies: outside the database, in no backup."""
    return Path(settings.LVZHI_DATA) / FOLDER / f"{ballot}.key"


def make_urn(ballot: str) -> bytes:
    """Make the urn's key; the public one is given back."""
    path, private = urn_path(ballot), secrets.token_bytes(KEY)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(private)
        file.flush()
        os.fsync(file.fileno())
    return public_of(private)


def urn_key(ballot: str) -> bytes:
    """The urn's private key. Raises `Unopenable` where it is gone."""
    try:
        found = urn_path(ballot).read_bytes()
    except FileNotFoundError as problem:
        raise Unopenable from problem
    if len(found) != KEY:
        raise Unopenable
    return found


def break_urn(ballot: str) -> None:
    """Overwrite and remove the urn's key: what was sealed to it, wherever a copy of it lies, opens no more."""
    path = urn_path(ballot)
    if not path.exists():
        return
    with path.open("r+b") as file:
        file.write(secrets.token_bytes(KEY))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()


def urns() -> list[str]:
    """Ballots whose urn's key still stands."""
    return [path.stem for path in sorted((Path(settings.LVZHI_DATA) / FOLDER).glob("*.key"))]
