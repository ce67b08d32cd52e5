"""Registry of channels beside the inbox: e-mail, text messages. None is built in; each decides when it disturbs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Channel:
    """A way out of the house.

    `deliver` gets the uids of messages after the transaction that made them is committed. It must return
    quickly (put work on a queue), keep to the quiet hours it is given, and not fail the sender.
    """

    key: str
    name: str
    deliver: Callable[[Sequence[UUID]], None]


_channels: dict[str, Channel] = {}


def register(channel: Channel) -> None:
    """Add a channel; the same key replaces."""
    _channels[channel.key] = channel


def forget(key: str) -> None:
    """Take a channel out again."""
    _channels.pop(key, None)


def registered() -> list[Channel]:
    """All channels beside the inbox."""
    return list(_channels.values())
