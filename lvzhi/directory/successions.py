"""Who must know when a unit passes into another: higher rooms register a handler that moves their open items.

Handlers run inside the journalled line of the succession: when one refuses, nothing has happened.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from lvzhi.access import Actor
from lvzhi.directory.models import Unit


@dataclass(frozen=True, slots=True)
class Passing:
    """One unit passing into one or several others.

    Args:
        actor: who recorded it.
        unit: the unit that ends.
        heirs: what it becomes, the main heir first.
        on: first day of the heirs.
        how: merged, split or renamed.
    """

    actor: Actor
    unit: Unit
    heirs: tuple[Unit, ...]
    on: dt.date
    how: str

    @property
    def main(self) -> Unit:
        """The heir that takes what is open, unless somebody decides otherwise."""
        return self.heirs[0]


Handler = Callable[[Passing], int]
_HANDLERS: list[Handler] = []


def register(handler: Handler) -> None:
    """Have `handler` called for every unit that passes; it returns how many open items it moved."""
    if handler not in _HANDLERS:
        _HANDLERS.append(handler)


def unregister(handler: Handler) -> None:
    """Take a handler out again; for tests."""
    _HANDLERS.remove(handler)


def handlers() -> tuple[Handler, ...]:
    """The registered handlers."""
    return tuple(_HANDLERS)


def announce(passing: Passing) -> int:
    """Call every handler; the number of items moved in all."""
    return sum(handler(passing) for handler in _HANDLERS)
