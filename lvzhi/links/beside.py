"""What hangs on a record: rooms above say it, the record's own page shows it without knowing them.

A problem found at an inspection stands in the ledger, a floor above activities; the page of the inspection lists it all
the same, and offers to add the next one to whoever may.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lvzhi.access import Actor
from lvzhi.journal.models import Sealed
from lvzhi.ui.marks import Tag


@dataclass(frozen=True, slots=True)
class Line:
    """One record that hangs on another.

    Args:
        note: who has it, what comes next: a few words.
    """

    title: str
    url: str
    tag: Tag | None = None
    day: dt.date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """One card of a record's page.

    Args:
        hidden: how many more there are that the actor may not read: they are counted, not shown.
        url, more: the whole list, and how many of it stand there beyond `lines`.
        add, add_words: where another is added and what the button says; "" where the actor may not.
        empty: what a card without lines says; the usual words where not given.
    """

    title: str
    icon: str
    lines: Sequence[Line] = ()
    hidden: int = 0
    url: str = ""
    more: int = 0
    add: str = ""
    add_words: str = ""
    empty: str = ""

    @property
    def shown(self) -> bool:
        """Whether there is anything to see or to do."""
        return bool(self.lines or self.hidden or self.add)


@dataclass(frozen=True, slots=True)
class Beside:
    """What one room hangs on records of some kinds.

    Args:
        key: "room.word".
        kinds: "app_label.model_name" of the records it hangs on; empty for those of any kind.
        panels: its cards for one record and one reader, in the same number of statements however many lines.
    """

    key: str
    kinds: frozenset[str]
    panels: Callable[[Actor, Sealed], Sequence[Panel]]


_BESIDE: dict[str, Beside] = {}


def register(*entries: Beside) -> None:
    """Say what hangs on records of other rooms, in `AppConfig.ready`."""
    for entry in entries:
        _BESIDE[entry.key] = entry


def registered() -> list[Beside]:
    """All that rooms have said, by key."""
    return [_BESIDE[key] for key in sorted(_BESIDE)]


def panels(actor: Actor, record: Sealed) -> list[Panel]:
    """The cards for the page of a record, for `links/_beside.html`; one with nothing to see or do is left out."""
    kind = record._meta.label_lower
    said = [entry for entry in registered() if not entry.kinds or kind in entry.kinds]
    return [panel for entry in said for panel in entry.panels(actor, record) if panel.shown]
