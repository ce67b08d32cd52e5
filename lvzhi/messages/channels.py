"""Ways out of the house beside the inbox. None is on until the operator names a back end for it (`LVZHI_CHANNELS`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from lvzhi.messages.vocabulary.outside import BAD_CHANNEL, CHANNELS


class NotSent(Exception):  # noqa: N818  reason: named as the domain names it
    """The letter certainly did not leave: it may be tried again. Any other fault leaves that open, and it is not."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What one person is told at one time, by one channel: all that waited for them, bundled."""

    subject: str
    text: str


class BackEnd(Protocol):
    """What carries letters; made anew without arguments, reads its own settings and the environment.

    A back end is a class named by its dotted path. It must raise `NotSent` where it knows that nothing left, may raise
    anything else where it does not know, and returns quietly once the letter was taken.
    """

    def send(self, address: str, letter: Letter) -> None:
        """Hand the letter over for one address."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A way out: its key, its name, what an address is called there."""

    key: str
    name: str
    address: str
    back_end: BackEnd


def opened() -> dict[str, Channel]:
    """The channels that have a back end, in the order of the vocabulary."""
    return _opened(tuple(sorted(settings.LVZHI_CHANNELS.items())))


@cache
def _opened(named: tuple[tuple[str, str], ...]) -> dict[str, Channel]:
    paths = dict(named)
    return {
        key: Channel(key, name, address, import_string(paths[key])())
        for key, (name, address) in CHANNELS.items()
        if key in paths
    }


def check() -> None:
    """Stop the start with one sentence where a channel is unknown or its back end is not there."""
    for key, path in settings.LVZHI_CHANNELS.items():
        try:
            fits = key in CHANNELS and callable(import_string(path).send)
        except (ImportError, AttributeError):
            fits = False
        if not fits:
            raise SystemExit(BAD_CHANNEL.format(key=key, path=path, known=", ".join(CHANNELS)))
