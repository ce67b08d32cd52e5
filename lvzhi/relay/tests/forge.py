"""Packages as somebody else would write them, right and wrong: every part can be replaced before it is signed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from lvzhi.relay.packet import ALGORITHMS, Limits
from lvzhi.relay.packet.writing import assemble

UID = "3b5f1c1e-6f0e-4a5e-9a50-000000000001"
LIMITS = Limits(size=4_000_000, entries=50, unpacked=8_000_000, ratio=2, text=500_000, depth=32)
METHOD = ALGORITHMS["ed25519-sha256"]
PRIVATE, PUBLIC = METHOD.make()
OTHER_PRIVATE, OTHER_PUBLIC = METHOD.make()


def spelt(value: Any) -> bytes:
    """Canonical JSON by the standard library alone."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def sha(data: bytes) -> str:
    """Digest."""
    return hashlib.sha256(data).hexdigest()


def parts(
    payload: Any = None, *, attachments: Mapping[str, bytes] | None = None, private: str = PRIVATE, body: bytes = b"",
    **changed: Any,
) -> dict[str, bytes]:  # fmt: skip
    """The files of a package with one record; ``changed`` replaces members of the manifest before it is signed."""
    attached = attachments or {}
    record = body or spelt({
        "files": [{"digest": sha(data), "name": name} for name, data in attached.items()],
        "payload": {"text": "稿"} if payload is None else payload,
    })  # fmt: skip
    content = {"records/000001.json": record}
    content |= dict(sorted((f"files/{sha(data)}", data) for data in attached.values()))
    manifest = {
        "format": "lvzhi-package", "version": 1, "algorithm": METHOD.key, "key": METHOD.fingerprint(PUBLIC),
        "made": "2026-03-02T08:00:00+08:00", "number": 1, "previous": "",
        "sender": {"id": "YY", "name": "云岩区政协"}, "receiver": {"id": "GY", "name": "贵阳市政协"},
        "records": [
            {"kind": "test.note", "uid": UID, "version": 1, "digest": sha(record), "file": "records/000001.json"}
        ],
        "files": [{"name": name, "size": len(data), "digest": sha(data)} for name, data in content.items()],
    } | changed  # fmt: skip
    signed = spelt(manifest)
    return {"manifest.json": signed, "manifest.sig": METHOD.sign(private, signed), **content}


def package(*args: Any, **rest: Any) -> bytes:
    """The file of `parts`."""
    return assemble(parts(*args, **rest))
