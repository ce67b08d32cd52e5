"""What is found beside records: rooms above offer pages that no table holds, as help."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its name and address, and what it is."""

    title: str
    url: str
    kind: str


Find = Callable[[str], list[Page]]
_finders: dict[str, Find] = {}


def register(key: str, find: Find) -> None:
    """Offer pages for the words asked; the same key replaces."""
    _finders[key] = find


def found(text: str) -> list[Page]:
    """All such pages for the words."""
    return [page for find in _finders.values() for page in find(text)] if text.strip() else []
