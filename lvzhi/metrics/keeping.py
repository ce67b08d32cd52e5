"""Figures that a reader keeps at hand: a higher room remembers them and says so here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lvzhi.access import Actor


@dataclass(frozen=True, slots=True)
class Keeper:
    """Who remembers.

    Args:
        kept: the keys of the actor's figures, in the actor's own order.
        keeps: whether this actor can keep any: a login can, the system cannot.
        url: where ``figure=KEY`` is sent to keep it or let it go, with ``next`` to come back to.
        arrange: the page where they are put in order.
    """

    kept: Callable[[Actor], Sequence[str]]
    keeps: Callable[[Actor], bool]
    url: Callable[[], str]
    arrange: Callable[[], str]


_keepers: list[Keeper] = []


def register(keeper: Keeper) -> None:
    """Let a room remember figures; the last one registered does."""
    _keepers[:] = [keeper]


def keeper_for(actor: Actor) -> Keeper | None:
    """Who remembers for this actor; None where nobody does."""
    return next((one for one in _keepers if one.keeps(actor)), None)


def kept(actor: Actor) -> tuple[str, ...]:
    """The keys of the actor's figures, in the actor's order."""
    keeper = keeper_for(actor)
    return tuple(keeper.kept(actor)) if keeper else ()
