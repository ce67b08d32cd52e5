"""The registry of what keeps the five bans of 国办函〔2026〕12号: each room declares its checks, the self-check asks.

It lies here because a check speaks of a setting, and because every room lies above.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lvzhi.committee.models import Committee


class Ban(StrEnum):
    """The five, in the order of the document."""

    REPEAT = "repeat"
    POINTS = "points"
    FORCE = "force"
    GROUNDS = "grounds"
    COMMERCE = "commerce"


@dataclass(frozen=True, slots=True)
class Found:
    """What a look came to.

    Args:
        good: whether the ban is kept.
        said: the fact that was computed, in a sentence with its number.
        address: the page where it can be seen; empty where there is none.
        rows: what was counted, or what breaks the ban, as (what, where).
    """

    good: bool
    said: str
    address: str = ""
    rows: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One proof that a ban is kept.

    Args:
        key: ``room.word``, unique.
        name: what is kept, in Chinese.
        look: computes it, for a committee on a day.
        norm: key of the setting that governs it; empty where there is none and none is wanted.
        rule: what is broken when it fails, for the finding's sentence.
    """

    key: str
    ban: Ban
    name: str
    look: Callable[[Committee, date], Found]
    norm: str = ""
    rule: str = ""


_CHECKS: dict[str, Check] = {}


class DoubleCheck(Exception):  # noqa: N818  reason: named for what it tells the developer
    """Two declarations share a key."""


def register(*checks: Check) -> None:
    """Add checks, in `AppConfig.ready`.

    Raises:
        DoubleCheck: a key is taken by another declaration.
    """
    for one in checks:
        if _CHECKS.setdefault(one.key, one) is not one:
            raise DoubleCheck(one.key)


def checks(ban: Ban | None = None) -> tuple[Check, ...]:
    """All of them, or those of one ban, in order of registration."""
    return tuple(one for one in _CHECKS.values() if ban is None or one.ban == ban)


def forget(key: str) -> None:
    """Take a declaration out again; for tests of declarations."""
    _CHECKS.pop(key, None)
