"""An upload between its preview and its import: sealed in the data folder, for its owner only, for a day."""

from __future__ import annotations

import json
import re
import secrets
from datetime import timedelta
from pathlib import Path

from django.conf import settings

from lvzhi.access import Missing
from lvzhi.deadlines import clock
from lvzhi.journal.secrets import open_bytes, seal_bytes

KEPT = timedelta(days=1)
_TOKEN = re.compile(r"[0-9a-f]{32}")


def _folder() -> Path:
    return Path(settings.LVZHI_DATA) / "held"


def put(purpose: str, account: int, committee: int, name: str, data: bytes) -> str:
    """Keep a file for what it was sent for; the answer is the key to it."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    _sweep(folder)
    token = secrets.token_hex(16)
    head = json.dumps({"name": name, "committee": committee}).encode()
    path = folder / token
    path.touch(mode=0o600)
    path.write_text(seal_bytes(head + b"\n" + data, context=_context(purpose, account, token)), encoding="ascii")
    return token


def get(purpose: str, account: int, token: str) -> tuple[int, str, bytes]:
    """(committee id, name, content). Raises `Missing` when it is gone, another's, or sent for something else."""
    path = _folder() / token
    if not _TOKEN.fullmatch(token) or not path.is_file():
        raise Missing("files.held_gone")
    try:
        plain = open_bytes(path.read_text(encoding="ascii"), context=_context(purpose, account, token))
    except ValueError:
        raise Missing("files.held_gone") from None
    head, _, data = plain.partition(b"\n")
    known = json.loads(head)
    return int(known["committee"]), str(known["name"]), data


def drop(token: str) -> None:
    """Throw a file away."""
    if _TOKEN.fullmatch(token):
        (_folder() / token).unlink(missing_ok=True)


def _context(purpose: str, account: int, token: str) -> str:
    return f"{purpose}/{account}/{token}"


def _sweep(folder: Path) -> None:
    """Files nobody came back for."""
    oldest = (clock.now() - KEPT).timestamp()
    for path in folder.iterdir():
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
