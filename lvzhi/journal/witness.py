"""The end of the chain written outside the database, so that a cut tail shows (R12.2 j)."""

from __future__ import annotations

import fcntl
import json
import uuid
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Told:
    """What a witness file says."""

    seq: int
    hash: str


def path_of(chain: uuid.UUID) -> Path:
    """The witness file of a chain."""
    return Path(settings.LVZHI_DATA) / f"journal-{chain}.head"


def write(chain: uuid.UUID, seq: int, digest: str) -> None:
    """Say that the chain reaches `seq`; a smaller number never replaces a greater one.

    No fsync: after a power cut the witness may lag behind the database, which is no finding.
    """
    path = path_of(chain)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_suffix(".lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            told = read(chain)
        except ValueError:
            # Damaged is for verify to report; it must not stop the work nor be mended silently.
            return
        if told is not None and told.seq >= seq:
            return
        draft = path.with_suffix(".new")
        draft.write_text(json.dumps({"chain": str(chain), "seq": seq, "hash": digest}))
        draft.replace(path)


def forget(chain: uuid.UUID) -> None:
    """Drop the witness of a chain, so that the next append begins it anew (see `actions.accept_restore`)."""
    path_of(chain).unlink(missing_ok=True)


def read(chain: uuid.UUID) -> Told | None:
    """What the witness says of a chain; None without a file. Raises `ValueError` when it cannot be read."""
    try:
        text = path_of(chain).read_text()
    except FileNotFoundError:
        return None
    data = json.loads(text)
    if not isinstance(data, dict) or data.get("chain") != str(chain):
        raise ValueError("witness of another chain")
    try:
        return Told(int(data["seq"]), str(data["hash"]))
    except (KeyError, TypeError) as problem:
        raise ValueError("witness lacks a value") from problem
