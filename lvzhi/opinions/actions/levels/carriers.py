"""Who takes what goes up and what comes down to a committee that lives in another installation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.files.models import Attachment

Payload = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Carrier:
    """One way out of this installation; the other side hands the same values to `arrive` and `heard`.

    Args:
        key: "room.word"; a second one of the same key takes the place of the first.
        carries: whether the committee lives elsewhere and is reached this way.
        up: takes an item to the committee above, with its attachments (their bytes: ``files.store.path_of(digest)``).
        down: takes news of an item to the committee below that sent it.
    """

    key: str
    carries: Callable[[Committee], bool]
    up: Callable[[Actor, Committee, Payload, Sequence[Attachment]], None]
    down: Callable[[Actor, Committee, Payload], None]


_CARRIERS: dict[str, Carrier] = {}


def register(carrier: Carrier) -> None:
    """Add a way, in `AppConfig.ready`."""
    _CARRIERS[carrier.key] = carrier


def unregister(key: str) -> None:
    """Take a way away."""
    _CARRIERS.pop(key, None)


def of(committee: Committee) -> Carrier | None:
    """The way to a committee; None where it lives here."""
    return next((one for one in _CARRIERS.values() if one.carries(committee)), None)
