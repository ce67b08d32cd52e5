"""The register of figures: rooms register at start-up, everything that shows a figure reads here."""

from __future__ import annotations

from django.apps import apps

from lvzhi.access import Refusal
from lvzhi.metrics.declare import Figure

_FIGURES: dict[str, Figure] = {}


class DoubleFigure(Exception):  # noqa: N818  reason: named for what it tells the developer
    """Two declarations share a key."""


def register(*declared: Figure) -> None:
    """Add figures in the order in which a report would print them.

    Raises:
        DoubleFigure: a key is taken by another declaration.
    """
    for figure_ in declared:
        if _FIGURES.setdefault(figure_.key, figure_) is not figure_:
            raise DoubleFigure(figure_.key)


def figures(room: str | None = None) -> tuple[Figure, ...]:
    """All figures, or those of one room, in order of registration."""
    return tuple(one for one in _FIGURES.values() if room is None or one.room == room)


def figure(key: str) -> Figure:
    """The figure of that key.

    Raises:
        Refusal: ``metrics.unknown``.
    """
    try:
        return _FIGURES[key]
    except KeyError:
        raise Refusal("metrics.unknown", key=key) from None


def stands(one: Figure) -> bool:
    """Whether the figure is registered itself, and not made for one question."""
    return _FIGURES.get(one.key) is one


def room_name(room: str) -> str:
    """What the room of a figure is called."""
    return str(apps.get_app_config(room).verbose_name) if apps.is_installed(f"lvzhi.{room}") else room
