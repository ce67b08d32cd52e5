"""Canonical JSON: one value has one spelling, so that digests and signatures are over bytes.

UTF-8 without a mark, members sorted by name, no white space, only what must be escaped is escaped; numbers are whole
and exact in any language (±(2**53 - 1)); texts hold no control characters but tab and line ends.
"""

from __future__ import annotations

import json
import re
from typing import Any

from lvzhi.relay.packet.errors import Refused

LARGEST = 2**53 - 1
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def encode(value: Any, *, depth: int = 32) -> bytes:
    """The bytes of a value.

    Raises:
        ValueError: it holds something that has no canonical spelling (a fraction, a control character, a lone
            surrogate, a number too large, a name that is no text, something nested too deeply).
    """
    _check(value, depth)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _check(value: Any, depth: int) -> None:
    if depth < 0:
        raise ValueError("nested too deeply")
    if value is None or isinstance(value, bool):
        return
    if isinstance(value, int):
        if not -LARGEST <= value <= LARGEST:
            raise ValueError("number too large")
    elif isinstance(value, str):
        if _FORBIDDEN.search(value):
            raise ValueError("forbidden character")
    elif isinstance(value, list):
        for one in value:
            _check(one, depth - 1)
    elif isinstance(value, dict):
        for name, one in value.items():
            if not isinstance(name, str) or _FORBIDDEN.search(name):
                raise ValueError("bad name")
            _check(one, depth - 1)
    else:
        raise ValueError(f"no canonical spelling: {type(value).__name__}")


def decode(data: bytes, name: str, *, depth: int) -> Any:
    """The value spelt by exactly these bytes.

    Args:
        name: of the file, for the refusal.

    Raises:
        Refused: ``json``: not JSON, or not in its canonical spelling.
    """
    try:
        value = json.loads(data.decode())
        same = encode(value, depth=depth) == data
    except (ValueError, RecursionError, MemoryError):
        raise Refused("json", file=name) from None
    if not same:
        raise Refused("json", file=name)
    return value
