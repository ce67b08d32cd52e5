"""Field encryption, keyed digests and masks (R12.7, R12.11).

Keys are named: a sealed text begins with the id of its key, so a new key can be put in front of the list while texts
sealed under older ones stay readable. Keys come from `LVZHI_SECRET_KEYS` ("k2:base64,k1:base64", newest first) or from
`secret.keys` in the data folder, which is created with one random key and mode 0600 on first use.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
import secrets as random
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from django.conf import settings

from lvzhi.journal import ciphers
from lvzhi.journal.errors import KeyMissing

KEY_BYTES = 32
NONCE_BYTES = 12
FILE_NAME = "secret.keys"


def seal_text(text: str, context: str = "") -> str:
    """Encrypt `text` under the newest key; `context` is authenticated with it. The empty text stays empty."""
    if not text:
        return ""
    return seal_bytes(text.encode(), context)


def open_text(sealed: str, context: str = "") -> str:
    """Decrypt what `seal_text` made. Raises `KeyMissing` when its key is gone and `ValueError` when it was altered."""
    if not sealed:
        return ""
    return open_bytes(sealed, context).decode()


def seal_bytes(data: bytes, context: str = "") -> str:
    """Encrypt bytes; the answer is printable: key id, cipher, colon, base64 of nonce and ciphertext."""
    _, key = _keys()[0]
    nonce = random.token_bytes(NONCE_BYTES)
    body = nonce + _cipher(key, ciphers.current()).encrypt(nonce, data, context.encode())
    return f"{newest_head()}:{base64.b64encode(body).decode()}"


def open_bytes(sealed: str, context: str = "") -> bytes:
    """Decrypt what `seal_bytes` made."""
    head, _, body = sealed.partition(":")
    name, cipher = ciphers.named(head)
    key = dict(_keys()).get(name)
    if key is None:
        forget_keys()  # another process may have put a newer key in front since this one read them
        key = dict(_keys()).get(name)
    if key is None:
        raise KeyMissing(name)
    try:
        raw = base64.b64decode(body, validate=True)
        return _cipher(key, cipher).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], context.encode())
    except (InvalidTag, binascii.Error, ValueError) as problem:
        raise ValueError("sealed text was altered") from problem


def newest_head() -> str:
    """How a text sealed now begins: the newest key's id and the cipher in use, before the colon."""
    return f"{_keys()[0][0]}{ciphers.mark(ciphers.current())}"


def add_key() -> str:
    """Put a new random key in front of the key file, whole or not at all; returns its id.

    Raises ValueError where the keys come from the environment, which no program can change.
    """
    if os.environ.get("LVZHI_SECRET_KEYS"):
        raise ValueError("the keys come from LVZHI_SECRET_KEYS")
    path = Path(settings.LVZHI_DATA) / FILE_NAME
    older, line = _file_text(path), _new_line()
    draft = path.with_name(f".{FILE_NAME}.{os.getpid()}.{random.token_hex(4)}")
    _write(draft, line + older)
    draft.replace(path)
    forget_keys()
    return line.partition(":")[0]


def _new_line() -> str:
    return f"k{random.token_hex(3)}:{base64.b64encode(random.token_bytes(KEY_BYTES)).decode()}\n"


def _write(path: Path, text: str) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def digest(text: str, context: str = "") -> str:
    """Keyed digest for searching an encrypted field by its exact value: 64 hex digits, "" for the empty text.

    Always made with the oldest key listed, so that it does not change when a newer one is put in front.
    """
    if not text:
        return ""
    return keyed(f"search/{context}", text.encode()).hex()


def keyed(purpose: str, data: bytes) -> bytes:
    """HMAC-SHA-256 of `data` under a key derived for one purpose (32 bytes)."""
    return hmac.digest(_derived(_keys()[-1][1], purpose), data, "sha256")


def digest_key_name() -> str:
    """Id of the key that digests are made with."""
    return _keys()[-1][0]


def mask_phone(phone: str) -> str:
    """138****1234 (R12.11); a short number keeps its last two digits."""
    if len(phone) < 8:
        return "*" * max(len(phone) - 2, 0) + phone[-2:] if phone else ""
    return f"{phone[:3]}****{phone[-4:]}"


def mask_id(number: str) -> str:
    """An identity number shows its last four characters (R12.11)."""
    return "*" * max(len(number) - 4, 0) + number[-4:] if len(number) > 4 else "*" * len(number)


def forget_keys() -> None:
    """Read the keys again at the next use (after a rotation, or in tests)."""
    _keys_of.cache_clear()


def _keys() -> tuple[tuple[str, bytes], ...]:
    return _keys_of(os.environ.get("LVZHI_SECRET_KEYS", ""), str(settings.LVZHI_DATA))


@lru_cache(maxsize=8)
def _keys_of(listed: str, folder: str) -> tuple[tuple[str, bytes], ...]:
    text = listed or _file_text(Path(folder) / FILE_NAME)
    keys = []
    for part in text.replace("\n", ",").split(","):
        name, _, encoded = part.strip().partition(":")
        if not name:
            continue
        key = base64.b64decode(encoded)
        if len(key) != KEY_BYTES:
            raise ValueError(f"secret key {name} is not {KEY_BYTES} bytes of base64")
        keys.append((name, key))
    if not keys:
        raise ValueError("no secret key in LVZHI_SECRET_KEYS or the key file")
    return tuple(keys)


# The id of a key is random: data opened with another folder's key is said to lack its key, not to have been forged.
def _file_text(path: Path) -> str:
    """Read the key file; the first process to need it creates it, whole or not at all (O_EXCL, then link)."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{FILE_NAME}.{os.getpid()}.{random.token_hex(4)}")
        _write(draft, _new_line())
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text()


@lru_cache(maxsize=32)
def _derived(key: bytes, purpose: str) -> bytes:
    return hmac.digest(key, f"lvzhi/{purpose}".encode(), hashlib.sha256)


@lru_cache(maxsize=16)
def _cipher(key: bytes, name: str) -> ciphers.Cipher:
    return ciphers.under(name, _derived(key, "fields" if name == ciphers.AES else f"fields/{name}"))
