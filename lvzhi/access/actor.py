"""The one who acts: what every room may ask of whoever is logged in."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Actor(Protocol):
    """Someone acting at a moment, with the posts held on that day.

    Rooms below ``accounts`` know this shape only; ``accounts.actors`` makes the real ones.
    """

    @property
    def account_id(self) -> int | None: ...
    @property
    def name(self) -> str: ...
    @property
    def role(self) -> str:
        """The label written into the journal, such as the name of the post."""
        ...

    @property
    def via(self) -> str:
        """By which door: web, command, generator, api."""
        ...

    @property
    def address(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def behalf(self) -> str | None:
        """Name of the one acted for, under a dated delegation."""
        ...

    def has(
        self, role: str, *, committee: int | None = None, organ: int | None = None, unit: int | None = None
    ) -> bool:
        """Whether the role is held on the day of acting, in the committee, organ or unit where one is named."""
        ...

    def committees(self, role: str) -> frozenset[int]: ...
    def organs(self, role: str) -> frozenset[int]: ...
    def units(self, role: str) -> frozenset[int]: ...
