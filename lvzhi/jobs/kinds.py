"""The registry of what can be done in the background; rooms above register, the worker runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

TRIES = 3


@dataclass(frozen=True, slots=True)
class Made:
    """A file that came of a job.

    Args:
        name: with its ending. type: the ending without a dot, as attachments name it.
        chunks: its bytes, in pieces.
    """

    name: str
    type: str
    chunks: Iterable[bytes]


Run = Callable[[Any], Made | str | None]  # given a `running.Work`


@dataclass(frozen=True, slots=True)
class Kind:
    """Something that can be done.

    Args:
        key: ``room.what``. name: Chinese.
        run: does it; may be called again after a worker died, see README.
        tries: how often it is begun before it counts as failed.
    """

    key: str
    name: str
    run: Run
    tries: int = TRIES


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Add a kind, in `AppConfig.ready`."""
    _kinds[kind.key] = kind


def kind_of(key: str) -> Kind | None:
    """The kind, None for one nobody registered."""
    return _kinds.get(key)


def registered() -> list[Kind]:
    """All kinds, for the test that prints the list."""
    return [_kinds[key] for key in sorted(_kinds)]
