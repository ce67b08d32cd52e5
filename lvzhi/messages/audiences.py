"""Whom a notice may be for: rooms above add groups of people beside those of posts, which this room knows itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lvzhi.committee.models import Committee


@dataclass(frozen=True, slots=True)
class Audience:
    """A kind of group.

    Args:
        key, name: ``organs``, 机构和界别.
        options: (value, words) of the groups of a committee.
        accounts: of those values in the committee, the ids of the people's logins.
    """

    key: str
    name: str
    options: Callable[[Committee], list[tuple[str, str]]]
    accounts: Callable[[Committee, Iterable[str]], set[int]]


_audiences: dict[str, Audience] = {}


def register(audience: Audience) -> None:
    """Add a kind of group; the same key replaces."""
    _audiences[audience.key] = audience


def registered() -> list[Audience]:
    """All kinds beside the posts."""
    return list(_audiences.values())
