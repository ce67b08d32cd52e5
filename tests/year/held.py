"""What the database holds for a person or a record: a walk from the record through its ties, generic over all models.

No field is named here. From each starting row the walk goes *up* along every reference (foreign keys, pairs of kind and
uid, ties of the links room), and *down* to whatever points at a row, but never to a second row of a model that the way
came through, nor to rows of a model that the form itself makes one of: what a sibling holds is not held for the record.
Rows of the low floors (who, where, when: committee, directory, accounts, norms, people) are passed through upward only,
unless the walk starts at them: everything hangs on them, so that what hangs there says nothing of the record.

A record that is picked is held where it is the whole of what one way leads to (the unit of the group, all who came):
the form could have filled it in. One picked out of several that are held (which of those who were there spoke) is a
question of its own.
"""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.utils.timezone import localtime

Key = tuple[str, int]
LOW = frozenset({"committee", "directory", "accounts", "norms", "people"})
# Rooms whose rows are about the machine, not about a person or a record of work; each with its reason.
MACHINE = {
    "journal": "the journal repeats every write; nobody can fill a form from it",
    "notices_inbox": "notices repeat what a record says",
    "drafts": "text that was never sent",
    "sessions": "Django's own",
    "axes": "failed logins",
    "contenttypes": "Django's own",
    "auth": "Django's own",
    "workflow": "requests answered, reminders sent: they name records and hold no answer",
    "metrics": "declares figures",
    "search": "an index of what records hold",
    "accounts.LoginSession": "when somebody logged in",
    "accounts.Account.last_login": "the same",
    "accounts.Account.password": "nothing anyone types again",
    "files": "what is inside a file is in no field",
}
MOST_STEPS = 5
TELLING = 10  # smaller numbers are the same by chance


@dataclass(frozen=True)
class Held:
    """Where a value stands: the way from the record, model by model, and the field."""

    way: tuple[str, ...]
    field: str

    def __str__(self) -> str:
        return " → ".join(self.way) + f".{self.field}"


class Snapshot:
    """All rows of record as they are now; only tables written since the last look are read again."""

    def __init__(self) -> None:
        self.models = [
            model for model in apps.get_models(include_auto_created=True)
            if not {model._meta.app_label, model._meta.label} & set(MACHINE) and not model._meta.proxy
        ]  # fmt: skip
        self.tables = {model._meta.db_table: model for model in self.models}
        self.rows: dict[str, dict[int, dict[str, Any]]] = {}
        self.stale = set(self.tables)
        self.made: set[str] = set()
        self.uids: dict[uuid.UUID, Key] = {}
        self.up: dict[Key, set[Key]] = {}
        self.down: dict[Key, set[Key]] = {}
        self.fields = {model._meta.label: _fields(model) for model in self.models}

    def watch(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Stands around every statement; notes which tables are written, and where rows are made."""
        found = re.match(r'\s*(INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?', sql, re.IGNORECASE)
        if found:
            self.stale.add(found[2])
            if found[1].upper().startswith("INSERT") and found[2] in self.tables:
                self.made.add(self.tables[found[2]]._meta.label)
        return execute(sql, params, many, context)

    def look(self) -> Snapshot:
        """Read again what was written."""
        if stale := [self.tables[name] for name in self.stale if name in self.tables]:
            for model in stale:
                names = [field.attname for field in model._meta.concrete_fields]
                rows = model._base_manager.values(*names)
                self.rows[model._meta.label] = {row[model._meta.pk.attname]: row for row in rows}
            self._tie()
        self.stale.clear()
        return self

    def _tie(self) -> None:
        self.uids = {row["uid"]: (label, pk) for label, rows in self.rows.items() for pk, row in rows.items()
                     if isinstance(row.get("uid"), uuid.UUID)}  # fmt: skip
        self.up, self.down = {}, {}
        for model in self.models:
            label = model._meta.label
            for pk, row in self.rows[label].items():
                for target in self._targets(model, row):
                    self.up.setdefault((label, pk), set()).add(target)
                    self.down.setdefault(target, set()).add((label, pk))

    def _targets(self, model: Any, row: dict[str, Any]) -> Iterable[Key]:
        for field in model._meta.concrete_fields:
            value = row[field.attname]
            if value is None:
                continue
            if field.is_relation:
                yield field.related_model._meta.label, value
            elif isinstance(value, uuid.UUID) and field.name != "uid" and value in self.uids:
                yield self.uids[value]

    def reach(
        self, starts: Iterable[Key], steps: int = MOST_STEPS, siblings: Iterable[str] = ()
    ) -> dict[Key, tuple[str, ...]]:
        """Every row that belongs to the starting rows, with the way to it.

        ``siblings``: models that the form makes rows of; those that stand there already are others like it.
        """
        others = frozenset(siblings)
        reached: dict[Key, tuple[str, ...]] = {}
        waiting = deque((key, (_short(key),), frozenset({key[0]})) for key in starts)
        first = {key for key, _, _ in waiting}
        while waiting:
            key, way, through = waiting.popleft()
            if key in reached:
                continue
            reached[key] = way
            if len(way) > steps:
                continue
            low = key[0].split(".")[0] in LOW
            onward = list(self.up.get(key, ()))
            if not low or key in first:
                onward += [one for one in self.down.get(key, ()) if one[0] not in others and self._hangs(one, key)]
            for one in sorted(onward):
                if one[0] not in through and one not in reached:
                    waiting.append((one, (*way, _short(one)), through | {one[0]}))
        return reached

    @staticmethod
    def _hangs(one: Key, on: Key) -> bool:
        """Whether a row that points here belongs here: nothing hangs on a place; people have only what is of people."""
        room = on[0].split(".")[0]
        return room not in LOW or (room not in ("committee", "norms", "directory") and one[0].split(".")[0] in LOW)

    def values(self, key: Key) -> Iterable[tuple[Any, Any]]:
        """The fields of a row with their values."""
        row = self.rows[key[0]].get(key[1], {})
        for field in self.fields[key[0]]:
            value = row.get(field.attname)
            if value not in (None, "", []):
                yield field, value


def _short(key: Key) -> str:
    return key[0].split(".")[1]


def _fields(model: Any) -> list[Any]:
    return [
        field for field in model._meta.concrete_fields
        if field.editable and not (field.primary_key or field.is_relation or isinstance(field, models.UUIDField))
        and f"{model._meta.label}.{field.name}" not in MACHINE
    ]  # fmt: skip


def key_of(row: models.Model) -> Key:
    """How the snapshot names a row."""
    return row._meta.label, row.pk


def persons_of(row: models.Model) -> set[Key]:
    """A row and whom it stands for: a member is its person."""
    found = {key_of(row)}
    for name in ("person", "account"):
        other = getattr(row, name, None)
        if isinstance(other, models.Model):
            found |= {key_of(other)}
    return found


@dataclass(frozen=True)
class Question:
    """What a form asks and what it was answered: name and words of the control, whether it is coded, all picked."""

    name: str
    label: str
    coded: bool
    answer: Any
    picked: tuple[models.Model, ...] = ()


def find(snapshot: Snapshot, reached: dict[Key, tuple[str, ...]], question: Question) -> Held | None:
    """Where the answer stands among the rows reached, or None."""
    answer = question.answer
    if isinstance(answer, models.Model):
        picked = set().union(*map(persons_of, question.picked or (answer,)))
        same = [key for key in persons_of(answer) if key in reached and _whole(reached, key, picked)]
        if same:
            return Held(reached[same[0]], "·")
        names = {str(getattr(one, "name", "")) for one in question.picked or (answer,)} - {""}
        return _called(snapshot, reached, str(getattr(answer, "name", "")), names)
    name = question.name.rsplit("-", 1)[-1]
    for key, way in reached.items():
        for field, value in snapshot.values(key):
            alike = field.name == name or str(field.verbose_name) == question.label
            if _same(answer, value, alike=alike, coded=question.coded or bool(field.choices)):
                return Held(way, field.name)
    return None


def _called(snapshot: Snapshot, reached: dict[Key, tuple[str, ...]], name: str, names: set[str]) -> Held | None:
    """Where a text names the record that was picked; of texts that one way leads to, all name what was picked."""
    for key, way in reached.items() if name else ():
        for field, value in snapshot.values(key):
            if isinstance(value, str) and not field.choices and name in _parts(value):
                beside = (snapshot.rows[one[0]][one[1]] for one, other in reached.items() if other == way)
                if all(_parts(str(row[field.attname])) & names for row in beside):
                    return Held(way, field.name)
    return None


def _whole(reached: dict[Key, tuple[str, ...]], found: Key, picked: set[Key]) -> bool:
    """Whether everything that the same way leads to was picked."""
    return all(key in picked for key, way in reached.items() if way == reached[found] and key[0] == found[0])


def _same(answer: Any, value: Any, *, alike: bool, coded: bool) -> bool:
    if isinstance(answer, bool) or isinstance(value, bool):
        return alike and answer is True and value is True
    if isinstance(answer, dt.date):
        day = localtime(value).date() if isinstance(value, dt.datetime) else value
        return bool(isinstance(day, dt.date) and day == answer)
    if isinstance(answer, dt.time):
        return isinstance(value, dt.datetime) and localtime(value).time() == answer
    if isinstance(answer, int | Decimal):
        return isinstance(value, int | Decimal) and value == answer and (alike or answer >= TELLING)
    if hasattr(value, "reveal"):
        value = value.reveal()
    if coded:
        return alike and _plain(answer) == _plain(value)
    known = {
        part for one in (value if isinstance(value, list) else [value]) if isinstance(one, str) for part in _parts(one)
    }
    several = _parts(str(answer)) - {_plain(answer)}
    return _plain(answer) in known or bool(several) and several <= known


def _parts(text: str) -> set[str]:
    """A text whole, and the lines and names it lists."""
    return {plain for one in (text, *re.split("[、，；,;\\n]", text)) if (plain := _plain(one))} - {""}


def _plain(value: Any) -> str:
    return "".join(str(value).split())


def open_connection() -> Any:
    """The connection whose statements are watched."""
    return connection
