"""Which records say nearly the same as a text being written, in whatever room: rooms register how theirs are found.

Nothing is refused by it; but one text is not used twice, as a proposal and as an item, without being said so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from lvzhi.access import Actor
from lvzhi.committee.models import Committee


@dataclass(frozen=True, slots=True)
class Text:
    """A text being written, in the parts that texts of this house have."""

    title: str
    situation: str = ""
    analysis: str = ""
    wish: str = ""

    @property
    def whole(self) -> str:
        """All of it."""
        return "\n".join(part for part in (self.title, self.situation, self.analysis, self.wish) if part)


@dataclass(frozen=True, slots=True)
class Alike:
    """A record near to the text.

    Args:
        kind: what it is, in Chinese.
        percent: pairs of signs in common, of all pairs of both.
        passages: the longest agreeing passages.
        state, day: where it is and since when it exists.
        text: what of it may be laid beside the other; "" where it is only named.
    """

    kind: str
    title: str
    url: str
    percent: int
    passages: Sequence[str] = ()
    state: str = ""
    day: dt.date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The near records that the actor may read, nearest first, and how many more there are."""

    shown: tuple[Alike, ...] = ()
    hidden: int = 0


Finder = Callable[[Actor, Committee, Text, UUID | None], Found]
_FINDERS: dict[str, Finder] = {}


def register(kind: str, finder: Finder) -> None:
    """Say how records of a kind near to a text are found, in `AppConfig.ready`.

    Args:
        kind: "app_label.model_name".
        finder: takes actor, committee, the text, and the record to leave out; its cost is bounded by a norm.
    """
    _FINDERS[kind] = finder


def near(
    actor: Actor, committee: Committee, text: Text, *, but: UUID | None = None, without: frozenset[str] = frozenset()
) -> Found:
    """Records near to a text, of all kinds but some, nearest first."""
    found = [finder(actor, committee, text, but) for kind, finder in sorted(_FINDERS.items()) if kind not in without]
    shown = sorted((one for each in found for one in each.shown), key=lambda one: one.percent, reverse=True)
    return Found(tuple(shown), sum(each.hidden for each in found))
