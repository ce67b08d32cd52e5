"""What the journal follows and by which entry it was written last, so that who has read it knows if it still is so;
and who is told of what lines wrote, in the transaction that wrote it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from django.apps import apps

from lvzhi.journal.models import Sealed, Touched
from lvzhi.journal.values import shape_of


@dataclass(frozen=True, slots=True)
class Followed:
    """A table whose every change stands in the journal.

    Args:
        kind: of its records.
        loose: its columns that are written without a line, `journal_ignore`.
    """

    kind: str
    loose: frozenset[str]


@dataclass(frozen=True, slots=True)
class Wrote:
    """One record as a line found it and left it, values spelt as the journal spells; None where there is none."""

    kind: str
    uid: UUID
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None

    def changed(self) -> frozenset[str]:
        """The columns that hold something else now; all of them where the record came or went."""
        if self.before is None or self.after is None:
            return frozenset(self.before or self.after or ())
        return frozenset(name for name, value in self.after.items() if self.before.get(name) != value)


Listener = Callable[[Sequence[Wrote]], None]
_listeners: list[Listener] = []


def listen(listener: Listener) -> None:
    """Be told, in `AppConfig.ready`, of everything that lines wrote: once at the end of the outermost line, before the
    chain is locked, inside the transaction. What the listener raises undoes the work; it writes no sealed record."""
    if listener not in _listeners:
        _listeners.append(listener)


def tell(wrote: Sequence[Wrote]) -> None:
    """Tell whoever listens; called by the chain."""
    for listener in _listeners if wrote else ():
        listener(wrote)


def touched() -> dict[str, int]:
    """The last entry that wrote records of a kind, by kind; none of one never written since this is kept.

    What was read of those kinds after this was asked is still true as long as the numbers are the same. Not inside a
    transaction that writes: what it has written is known by number only when its line has ended.
    """
    return dict(Touched.objects.values_list("kind", "seq"))


def kind_of(model: type[Sealed]) -> str:
    """The kind of a model's records."""
    return shape_of(model).kind


@cache
def tables() -> dict[str, Followed | None]:
    """Every table of the database by name; None for those written behind the journal's back."""
    found: dict[str, Followed | None] = {}
    for model in apps.get_models(include_auto_created=True):
        if not issubclass(model, Sealed) or model._meta.parents:
            found[model._meta.db_table] = None
            continue
        shape = shape_of(model)
        loose = frozenset(str(one.column) for one in model._meta.concrete_fields if one.name in shape.ignored)
        found[model._meta.db_table] = Followed(shape.kind, loose)
    return found
