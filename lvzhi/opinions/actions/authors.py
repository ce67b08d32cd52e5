"""Who reports an item: members and others known here, outsiders by name (R2.6)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from lvzhi.access import Refusal
from lvzhi.opinions.models import NAME_MOST, Author, Concern
from lvzhi.opinions.queries import authors_of
from lvzhi.opinions.vocabulary.sentences import WHATS
from lvzhi.opinions.vocabulary.words import BARRED


@dataclass(frozen=True, slots=True)
class Outsider:
    """Somebody not known here."""

    name: str
    unit: str = ""


def outsiders(text: str) -> list[Outsider]:
    """Read one outsider a line, name and unit parted by a bar or a tab.

    Raises:
        Refusal: a line without a name, a word too long, the same one twice; the row is named.
    """
    found: list[Outsider] = []
    for row, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        name, _, unit = (part.strip() for part in [*re.split(f"({BARRED})", line, maxsplit=1), "", ""][:3])
        if not name:
            raise Refusal("opinions.outsider_unclear", field="outsiders", row=row, given=line.strip())
        for what, said in (("name", name), ("unit", unit)):
            if len(said) > NAME_MOST:
                raise Refusal(
                    "opinions.outsider_long", field="outsiders", row=row, what=WHATS[what], limit=NAME_MOST
                )  # fmt: skip
        one = Outsider(name, unit)
        if one in found:
            raise Refusal("opinions.outsider_twice", field="outsiders", name=name, unit=unit)
        found.append(one)
    return found


def put(concern: Concern, persons: Sequence[Any], others: Iterable[Outsider], at: dt.datetime) -> None:
    """Let these be its authors in this order; inside the caller's line. Those that came by merging stay behind them.

    Args:
        persons: of the people room.
        at: the moment of writing.
    """
    known = authors_of(concern)
    came = [row for row in known if row.merged_from_id is not None]
    own = {_key(row.person_id, row.name, row.unit): row for row in known if row.merged_from_id is None}
    wanted: dict[Any, tuple[Any, str, str]] = {}
    for person in persons:
        wanted.setdefault(_key(person.pk, person.name, ""), (person, person.name, ""))
    for one in others:
        wanted.setdefault(_key(None, one.name, one.unit), (None, one.name, one.unit))
    for key, row in own.items():
        if key not in wanted:
            drop(row, at)
    for place, (key, (person, name, unit)) in enumerate(wanted.items(), start=1):
        kept = own.get(key)
        if kept is None:
            _add(concern, person, name, unit, place)
        elif kept.place != place:
            kept.place = place
            kept.version += 1
            kept.save()
    for place, row in enumerate(came, start=len(wanted) + 1):
        if row.place != place:
            row.place = place
            row.version += 1
            row.save()


def join(main: Concern, merged: Concern) -> list[Author]:
    """Let the authors of one item stand behind those of the main one, each once; inside the caller's line."""
    known = authors_of(main)
    keys = {_key(row.person_id, row.name, row.unit) for row in known}
    added: list[Author] = []
    for row in authors_of(merged):
        key = _key(row.person_id, row.name, row.unit)
        if key not in keys:
            keys.add(key)
            added.append(_add(main, row.person, row.name, row.unit, len(known) + len(added) + 1, merged))
    return added


def part(main: Concern, merged: Concern, at: dt.datetime) -> None:
    """Take away again whom `join` had added; inside the caller's line."""
    for row in authors_of(main):
        if row.merged_from_id == merged.pk:
            drop(row, at)


def drop(row: Author, at: dt.datetime) -> None:
    """Take one author away; the journal keeps who it was."""
    row.voided_at = at
    row.version += 1
    row.save()


def _add(concern: Concern, person: Any, name: str, unit: str, place: int, merged_from: Concern | None = None) -> Author:
    made = Author(
        committee_id=concern.committee_id, concern=concern, person=person, name=name, unit=unit, place=place,
        merged_from=merged_from,
    )  # fmt: skip
    made.save()
    return made


def _key(person: int | None, name: str, unit: str) -> Any:
    return person if person is not None else (name, unit)
