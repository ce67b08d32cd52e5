"""Parts of a unit's page that higher rooms fill: its officers, its open items."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lvzhi.access import Actor
from lvzhi.directory.models import Unit


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a panel: a term, its value, perhaps an address."""

    label: str
    value: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the page: Chinese title, words when empty, and its lines for a unit as an actor may see them."""

    key: str
    title: str
    empty: str
    lines: Callable[[Unit, Actor], Iterable[Line]]


_PANELS: dict[str, Panel] = {}


def register(panel: Panel) -> None:
    """Show a panel on every unit's page."""
    _PANELS[panel.key] = panel


def panels() -> list[Panel]:
    """The registered panels in the order of registration."""
    return list(_PANELS.values())
