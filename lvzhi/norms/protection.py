"""The registry of proofs for the protection level (R12.2–R12.12): each room declares its own, the self-check asks.

It lies here for the reason that `norms.bans` does: a proof speaks of a setting, and every room lies above.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lvzhi.committee.models import Committee


class Item(StrEnum):
    """What is asked, in the order of the checklist: R12.2 a–n, then R12.3–R12.12."""

    IDENTITY = "a"
    FAILURES = "b"
    REMOTE = "c"
    FACTORS = "d"
    ACCOUNTS = "e"
    SURPLUS = "f"
    SEPARATION = "g"
    ROWS = "h"
    AUDIT = "i"
    RECORDS = "j"
    LEAST = "k"
    INPUT = "l"
    DATA = "m"
    BACKUP = "n"
    LAW = "3"
    PORTAL = "4"
    CRYPTOGRAPHY = "5"
    PROVIDER = "7"
    SENSITIVE = "8"
    TERRITORY = "9"
    RIGHTS = "10"
    PRIVACY = "11"
    SECRECY = "12"
    DOMESTIC = "22"


class Verdict(StrEnum):
    """What a look came to.

    `FACT`: a number or a name that nothing here can call right or wrong. `DUTY`: no program can see it, it is for
    whoever installs and runs the product.
    """

    GOOD = "good"
    BAD = "bad"
    FACT = "fact"
    DUTY = "duty"


@dataclass(frozen=True, slots=True)
class Seen:
    """What was computed.

    Args:
        said: the fact in a sentence with its numbers.
        address: the page on which it can be seen. document: the guide that says how, as ``group/slug``.
    """

    verdict: Verdict
    said: str
    address: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """One line of the checklist.

    Args:
        key: ``room.word``, unique.
        name: what is looked at, in Chinese.
        look: computes it, for a committee on a day.
        norm: key of the setting that governs it; empty where none does.
    """

    key: str
    item: Item
    name: str
    look: Callable[[Committee, date], Seen]
    norm: str = ""


_PROOFS: dict[str, Proof] = {}
_GUIDES: list[Callable[[str], str]] = []


class DoubleProof(Exception):  # noqa: N818  reason: named for what it tells the developer
    """Two declarations share a key."""


def register(*proofs: Proof) -> None:
    """Add proofs, in `AppConfig.ready`.

    Raises:
        DoubleProof: a key is taken by another declaration.
    """
    for one in proofs:
        if _PROOFS.setdefault(one.key, one) is not one:
            raise DoubleProof(one.key)


def proofs(item: Item | None = None) -> tuple[Proof, ...]:
    """All of them, or those of one item, in order of registration."""
    return tuple(one for one in _PROOFS.values() if item is None or one.item == item)


def forget(key: str) -> None:
    """Take a declaration out again; for tests of declarations."""
    _PROOFS.pop(key, None)


def guides_lie(at: Callable[[str], str]) -> None:
    """Tell where a guide, as ``group/slug``, is read: the room that shows guides lies above all that name them."""
    _GUIDES[:] = [at]


def guide_address(document: str) -> str | None:
    """The page of a guide; None without a document, or where nobody shows guides."""
    return _GUIDES[0](document) if document and _GUIDES else None
