"""Door for the demonstration room: which logins the login page offers. Nobody registers in earnest use."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DemoLogin:
    """One line of the table on the login page."""

    username: str
    password: str
    name: str
    role: str
    committee: str = ""


_sources: list[Callable[[], Iterable[DemoLogin]]] = []


def register(source: Callable[[], Iterable[DemoLogin]]) -> None:
    """Let `source` (called at each showing of the page) add lines."""
    if source not in _sources:
        _sources.append(source)


def offered() -> list[DemoLogin]:
    """All lines, in the order of registration."""
    return [login for source in _sources for login in source()]
