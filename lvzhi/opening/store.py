"""The code of an empty installation, in the data folder: who can read it stands at the server."""

from __future__ import annotations

import secrets
import unicodedata
from pathlib import Path
from typing import Final

from django.conf import settings

# Read off a screen and typed: no 0/O, 1/I/L.
_SIGNS: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_GROUPS, _LONG = 4, 4  # 79 bits: nobody guesses it over the network


def path() -> Path:
    """Where it lies."""
    return Path(settings.LVZHI_DATA) / "opening.code"


def code() -> str:
    """The code, made where there is none. Two processes that start together agree on the one that came first."""
    place = path()
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        made = "-".join("".join(secrets.choice(_SIGNS) for _ in range(_LONG)) for _ in range(_GROUPS))
        draft = place.with_name(f".{place.name}-{secrets.token_hex(4)}")
        draft.touch(mode=0o600)
        draft.write_text(made, encoding="ascii")
        try:
            place.hardlink_to(draft)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return place.read_text(encoding="ascii").strip()


def fits(given: str) -> bool:
    """Whether it is the code, however it was typed."""
    return secrets.compare_digest(_plain(given).encode(), _plain(code()).encode())


def end() -> None:
    """Nobody needs it any more."""
    path().unlink(missing_ok=True)


def _plain(text: str) -> str:
    kept = unicodedata.normalize("NFKC", text).upper()
    return "".join(sign for sign in kept if sign in _SIGNS)
