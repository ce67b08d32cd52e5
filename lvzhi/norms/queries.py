"""Reads for the pages of the norms room."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.apps import apps

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee
from lvzhi.norms import kinds, rules
from lvzhi.norms.codes import CodeSet, CodeValue, entries, sets
from lvzhi.norms.declare import Norm, norm_of, norms
from lvzhi.norms.values import Effective, Row, chain_rows, in_force
from lvzhi.norms.vocabulary import ROOM_NAMES, SHOWN_INHERIT, SYSTEM_ADMIN


@dataclass(frozen=True, slots=True)
class Room:
    """A room's norms as they are in force."""

    key: str
    name: str
    rows: tuple[Effective, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """A stored value in the history of a norm."""

    row: Row
    shown: str


def room_name(key: str) -> str:
    """What people call the room that declared something."""
    if key in ROOM_NAMES:
        return ROOM_NAMES[key]
    for config in apps.get_app_configs():
        if config.name == f"lvzhi.{key}":
            return str(config.verbose_name)
    return key


def in_force_by_room(committee: Committee, day: dt.date, *, changed: bool = False) -> list[Room]:
    """All norms with the values in force on a day, grouped by room; `changed`: only those unlike their default.

    At most one query.
    """
    rows = chain_rows(committee)
    found: dict[str, list[Effective]] = {}
    for norm in norms():
        one = in_force(norm, rows.get(norm.key, ()), day)
        if one.differs or not changed:
            found.setdefault(norm.room, []).append(one)
    return [Room(key, room_name(key), tuple(group)) for key, group in found.items()]


def changed_from_default(committee: Committee, day: dt.date) -> list[Effective]:
    """The norms whose value in force is not the default."""
    return [one for room in in_force_by_room(committee, day, changed=True) for one in room.rows]


def past_of(norm: Norm, committee: Committee) -> list[Past]:
    """Every stored value of a norm in the committee and above, the latest day first."""
    rows = sorted(chain_rows(committee).get(norm.key, ()), key=lambda row: row.starts, reverse=True)
    return [Past(row, _shown(norm, row)) for row in rows]


def _shown(norm: Norm, row: Row) -> str:
    if row.stored is None:
        return SHOWN_INHERIT
    try:
        return kinds.show(norm, kinds.load(norm, row.stored))
    except (ValueError, TypeError, KeyError, ArithmeticError):
        return str(row.stored)


def code_sets(committee: Committee, day: dt.date) -> list[tuple[CodeSet, list[CodeValue]]]:
    """Every code table with its entries on a day."""
    return [(table, entries(table.key, committee, day)) for table in sets()]


def norm_named(key: str) -> Norm:
    """The norm of a key that came with a request. Raises `Missing`."""
    for norm in norms():
        if norm.key == key:
            return norm
    raise Missing("norms.unknown", key=key)


def set_named(key: str) -> CodeSet:
    """The code table of a key that came with a request. Raises `Missing`."""
    for table in sets():
        if table.key == key:
            return table
    raise Missing("norms.codeset_unknown", key=key)


def may_set(actor: Actor, committee: Committee, key: str) -> bool:
    """Whether the actor may set the norm in the committee."""
    return rules.may(actor, committee, norm_of(key).editors)


def settings_of_system() -> list[str]:
    """Keys of the norms that only the system administrator sets."""
    return [norm.key for norm in norms() if norm.editors == (SYSTEM_ADMIN,)]
