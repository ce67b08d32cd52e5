"""What entries of the journal wrote, read back: old and new values by record, so that a room can put the old ones back.

The journal keeps no second copy for this: what was erased from it cannot be put back either.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from lvzhi.access import Refusal
from lvzhi.journal.models import Entry, Head, Private, Sealed
from lvzhi.journal.queries import model_of
from lvzhi.journal.secrets import open_bytes
from lvzhi.journal.values import shape_of


@dataclass
class Written:
    """One record as a run of entries found it and left it.

    Args:
        created: whether the entries made it.
        fields: by field name, the value before the first of them and after the last, spelt as the journal spells.
    """

    model: type[Sealed]
    uid: UUID
    created: bool = False
    fields: dict[str, list[Any]] = field(default_factory=dict)

    def stands(self, record: Sealed) -> bool:
        """Whether the record still holds what the entries left in it."""
        columns = shape_of(self.model).by_name
        return all(
            columns[name].spell(getattr(record, columns[name].attname)) == new for name, (_, new) in self.fields.items()
        )

    def put_back(self, record: Sealed, *, but: Iterable[str] = ()) -> None:
        """Give the record its old values, in memory; the caller saves it inside a line."""
        for name, (old, _) in self.fields.items():
            if name in but:
                continue
            column: Any = record._meta.get_field(name)
            target = column.target_field if column.is_relation else column
            setattr(record, column.attname, target.to_python(old))
            if column.is_relation and column.is_cached(record):
                column.delete_cached_value(record)


def end() -> int:
    """The number of the last entry; within a transaction that has written one, no other writer can move it."""
    return Head.objects.filter(pk=1).values_list("seq", flat=True).first() or 0


def written(first: int, last: int) -> list[Written]:
    """What the entries from ``first`` to ``last`` wrote, each record once, in the order of its first mention.

    Raises:
        Refusal: ``journal.values_gone``, where personal values of one of them were erased.
    """
    entries = list(Entry.objects.filter(seq__range=(first, last)).order_by("seq"))
    kept: dict[tuple[int, str], dict[str, list[Any]]] = {
        (row.seq, row.slot): json.loads(open_bytes(row.payload, f"journal/{row.kind}"))
        for row in Private.objects.filter(seq__range=(first, last)).exclude(uid=None)
    }
    found: dict[str, Written] = {}
    for entry in entries:
        for item in entry.changes:
            _add(found, entry.seq, item, kept)
    return list(found.values())


def _add(
    found: dict[str, Written], seq: int, item: dict[str, Any], kept: dict[tuple[int, str], dict[str, list[Any]]]
) -> None:
    if item["what"] == "deleted" or "uid" not in item:
        raise AssertionError(f"entry {seq} deletes or writes in bulk: {item['kind']}")  # no such step may be undone
    slot = f"{item['kind']}:{item['uid']}"
    model: Any = model_of(item["kind"])
    one = found.setdefault(slot, Written(model, UUID(item["uid"]), created=item["what"] == "created"))
    hidden = kept.get((seq, slot), {})
    if set(item.get("private", ())) - set(hidden):
        raise Refusal("journal.values_gone")
    for name, (old, new) in {**item.get("fields", {}), **hidden}.items():
        one.fields.setdefault(name, [old, new])[1] = new
