"""The environment, read through three strict functions: an odd value stops the start with one sentence."""

from __future__ import annotations

import os
import tempfile
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path

from lvzhi.config.vocabulary import BAD_CHOICE, BAD_FLAG, BAD_NETWORK, BAD_NUMBER, BAD_PAIR


class BadEnvironment(SystemExit):
    """An environment variable has a value that cannot be meant."""


def text(name: str, default: str = "") -> str:
    """The variable's text, or the default where it is unset."""
    return os.environ.get(name, default)


def flag(name: str, default: bool = False) -> bool:
    """A yes-or-no variable: 1/0, true/false, yes/no, on/off.

    Raises:
        BadEnvironment: any other value.
    """
    raw = os.environ.get(name)
    if raw is None or raw == "":
        return default
    if raw.lower() in {"1", "true", "yes", "on"}:
        return True
    if raw.lower() in {"0", "false", "no", "off"}:
        return False
    raise BadEnvironment(BAD_FLAG.format(name=name, raw=raw))


def number(name: str, default: int) -> int:
    """A whole-number variable.

    Raises:
        BadEnvironment: not a whole number.
    """
    raw = os.environ.get(name)
    if raw is None or raw == "":
        return default
    try:
        return int(raw)
    except ValueError:
        raise BadEnvironment(BAD_NUMBER.format(name=name, raw=raw)) from None


def networks(name: str) -> list[IPv4Network | IPv6Network]:
    """Addresses and networks, separated by commas; none where it is unset.

    Raises:
        BadEnvironment: one of them is none.
    """
    raw = os.environ.get(name, "")
    try:
        return [ip_network(part.strip()) for part in raw.split(",") if part.strip()]
    except ValueError:
        raise BadEnvironment(BAD_NETWORK.format(name=name, raw=raw)) from None


def pairs(name: str) -> dict[str, str]:
    """Words and what they stand for, ``a=b,c=d``; none where it is unset.

    Raises:
        BadEnvironment: a part without its equals sign or one of its sides.
    """
    found = {}
    for part in environ_parts(name):
        key, equals, meant = (one.strip() for one in part.partition("="))
        if not (key and equals and meant):
            raise BadEnvironment(BAD_PAIR.format(name=name, raw=part))
        found[key] = meant
    return found


def environ_parts(name: str) -> list[str]:
    """The parts between the commas of a variable."""
    return [part.strip() for part in os.environ.get(name, "").split(",") if part.strip()]


def choice(name: str, allowed: tuple[str, ...]) -> str:
    """A variable that takes one of a few values; the first where it is unset.

    Raises:
        BadEnvironment: any other value.
    """
    raw = os.environ.get(name) or allowed[0]
    if raw not in allowed:
        raise BadEnvironment(BAD_CHOICE.format(name=name, raw=raw, allowed=" / ".join(allowed)))
    return raw


def data_folder(checkout: Path, *, testing: bool) -> Path:
    """Where databases, attachments, keys and the journal's witness lie: LVZHI_DATA, else ``var`` in a checkout, else the user's own folder."""
    named = os.environ.get("LVZHI_DATA")
    if named:
        return Path(named).expanduser().resolve()
    if testing:
        return Path(tempfile.mkdtemp(prefix="lvzhi-test-"))
    if (checkout / "pyproject.toml").exists():
        return checkout / "var"
    return Path.home() / ".local" / "share" / "lvzhi"
