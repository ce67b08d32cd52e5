"""Pages of rooms above that belong beside one's account, or beside the accounts that somebody keeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Link:
    """A button.

    Args:
        label: Chinese words. url: name of the page. icon: its sign.
    """

    label: str
    url: str
    icon: str


OWN: Final[list[Link]] = []
KEPT: Final[list[Link]] = []


def register(own: Link, kept: Link) -> None:
    """Offer a page on 我的账号, and one on 账号管理."""
    OWN.append(own)
    KEPT.append(kept)
