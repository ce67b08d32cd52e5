"""What waits for a person beside messages: the room that knows the to-do lists says it, the inbox shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from lvzhi.access import Actor


@dataclass(frozen=True, slots=True)
class Line:
    """One matter, or several of a kind as one line."""

    title: str
    url: str
    kind: str
    due: date | None = None
    hint: str = ""
    tone: str = "neutral"
    action: str = ""


@dataclass(frozen=True, slots=True)
class Waits:
    """What waits for somebody, and of it what is due soon or overdue; bundled, with how many matters there are."""

    lines: Sequence[Line] = ()
    count: int = 0
    due: Sequence[Line] = ()
    due_count: int = 0


Ask = Callable[[Actor], Waits]
_asked: list[Ask] = []


def register(ask: Ask) -> None:
    """Say who knows."""
    _asked[:] = [ask]


def of(actor: Actor) -> Waits:
    """What waits for the actor."""
    return _asked[0](actor) if _asked else Waits()
