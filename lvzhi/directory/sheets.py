"""What rooms keep of a unit, as sheets that can be handed to another body: a low registry, filled by higher rooms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from lvzhi.exchange.columns import Column


@dataclass(frozen=True, kw_only=True, slots=True)
class Days:
    """From a day until a day, both counted."""

    since: dt.date
    until: dt.date


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """One sheet.

    Args:
        key: "room.word".
        title: Chinese, also the name of the file.
        rows: of these units (ids) of a committee (id), in these days; a row in the order of the columns.
    """

    key: str
    title: str
    columns: Sequence[Column]
    rows: Callable[[int, Collection[int], Days], Iterable[Sequence[Any]]]


_SHEETS: dict[str, Sheet] = {}


def register(sheet: Sheet) -> None:
    """Say, at start-up, what the room keeps of units."""
    _SHEETS[sheet.key] = sheet


def sheets() -> list[Sheet]:
    """All that rooms have said, by key."""
    return [_SHEETS[key] for key in sorted(_SHEETS)]
