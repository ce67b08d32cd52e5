"""Who must know when an organ passes into others: higher rooms register what they keep of organs that is still open.

Each topic lists its open items, the office decides item by item which heir takes it, and the room moves them inside the
journalled line of the succession: when one refuses, nothing has happened. What is done keeps the organ's name.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from lvzhi.access import Actor
from lvzhi.committee.models import Organ


@dataclass(frozen=True, slots=True)
class Item:
    """Something open that an organ has: its key within the topic, and what a form calls it."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Passing:
    """One organ passing into one or several others.

    Args:
        actor: who recorded it.
        organ: the organ that ends the day before `on`.
        heirs: what it becomes, the main heir first.
        on: first day of the heirs.
        how: merged or split.
        decided: by topic and item which heir takes it; of what nobody decided, the main heir.
    """

    actor: Actor
    organ: Organ
    heirs: tuple[Organ, ...]
    on: dt.date
    how: str
    decided: Mapping[tuple[str, str], int] = field(default_factory=dict)

    @property
    def main(self) -> Organ:
        """The heir that takes what nobody decided about."""
        return self.heirs[0]

    def heir(self, topic: str, key: object) -> Organ:
        """Who takes this item."""
        return self.heirs[self.decided.get((topic, str(key)), 0)]


@dataclass(frozen=True, slots=True)
class Topic:
    """What one room keeps of organs: its Chinese name, the open items of an organ on a day, and how they are moved.

    `move` returns how many items it moved; it may refuse.
    """

    key: str
    name: str
    items: Callable[[Organ, dt.date], Sequence[Item]]
    move: Callable[[Passing], int]


_TOPICS: dict[str, Topic] = {}


def register(*topics: Topic) -> None:
    """Have the topics asked and moved for every organ that passes, in `AppConfig.ready`."""
    for topic in topics:
        _TOPICS[topic.key] = topic


def forget(key: str) -> None:
    """Take a topic out again; for tests."""
    _TOPICS.pop(key, None)


def topics() -> tuple[Topic, ...]:
    """The registered topics in the order of registration."""
    return tuple(_TOPICS.values())


def announce(passing: Passing) -> int:
    """Let every topic move what is open; the number of items moved in all."""
    return sum(topic.move(passing) for topic in topics())
