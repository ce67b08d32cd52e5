"""What the journal follows and by which entry it was written last, so that who has read it knows if it still is so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

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
