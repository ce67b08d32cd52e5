"""What may be public: each kind with its rows and the fields by which it leaves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from lvzhi.committee.models import Committee
from lvzhi.portal.showing import Link, plain
from lvzhi.portal.vocabulary import FIELDS, Part

Rows = QuerySet[Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Whose site, on which day.

    Args:
        names: whether proposers who are members are named.
    """

    committee: Committee
    day: dt.date
    names: bool
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One value that leaves.

    Args:
        key: also names its words in `vocabulary.FIELDS`.
        read: the value of a row, plain.
    """

    key: str
    read: Callable[[Place, Any], object]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of public thing.

    Args:
        rows: what is public of a committee now, with what its fields ask, in a constant number of statements.
        find: the rows in which words stand, in what is public of them alone.
        order: field paths, for lists.
        narrow: name of a filter → the rows it leaves for a value.
        choices: name of a filter → values with their words, of rows that are public.
        address: where a row's page is.
    """

    part: Part
    fields: tuple[Field, ...]
    rows: Callable[[Place], Rows]
    find: Callable[[Rows, str], Rows]
    order: tuple[str, ...]
    address: Callable[[Place, Any], str]
    narrow: Mapping[str, Callable[[Place, Rows, str], Rows]]
    choices: Callable[[Place, Rows], dict[str, list[tuple[str, str]]]]

    def shown(self, place: Place, row: Any) -> dict[str, Any]:
        """A row as it leaves: its fields, and its address."""
        values = {one.key: plain(one.read(place, row)) for one in self.fields}
        return values | {"url": Link(self.address(place, row))}


_KINDS: dict[Part, Kind] = {}


def register(kind: Kind) -> Kind:
    """Let a kind be public. Raises `ValueError` where a field has no words or a word no field."""
    if [one.key for one in kind.fields] != list(FIELDS[kind.part]):
        raise ValueError(kind.part)
    _KINDS[kind.part] = kind
    return kind


def kinds() -> dict[Part, Kind]:
    """All of them, in the order of the parts."""
    return {one: _KINDS[one] for one in Part if one in _KINDS}
