"""The registry of what can be drafted: higher rooms say what a kind is called and where it is gone on with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of draft.

    Args:
        kind: as in the address, such as "proposals.new".
        name: Chinese name for the list of drafts.
        url: the page where the draft with this key is gone on with.
        title: what the list calls a draft, from its data.
    """

    kind: str
    name: str
    url: Callable[[str], str]
    title: Callable[[Mapping[str, Any]], str] | None = None


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Add a kind, in `AppConfig.ready`."""
    _kinds[kind.kind] = kind


def kind_of(kind: str) -> Kind | None:
    """The registered kind, None for one nobody registered (it is saved and loaded all the same, and not listed)."""
    return _kinds.get(kind)


def registered() -> list[Kind]:
    """All kinds, for the test that prints the list."""
    return [_kinds[key] for key in sorted(_kinds)]
