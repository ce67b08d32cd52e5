"""Values as the journal writes them: one spelling for each value whatever the database, and digests over it."""

from __future__ import annotations

import base64
import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from django.core.exceptions import FieldDoesNotExist
from django.db import models

from lvzhi.journal.fields import Secret, SecretField
from lvzhi.journal.secrets import digest_key_name, keyed

State = dict[str, Any]
Plain = Callable[[Any], Any]


def canonical(value: Any) -> bytes:
    """JSON with sorted keys and no spaces: the same bytes for the same value, before and after a database."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def plain(value: Any) -> Any:
    """Any value as JSON-safe data with one spelling: decimals and dates as text, date-times in UTC."""
    if type(value) in _BARE:
        return value
    for kinds, spell in _SPELLINGS:
        if isinstance(value, kinds):
            return spell(value)
    return str(value)


_BARE = (type(None), bool, int, str)


def _bare(value: Any) -> Any:
    if isinstance(value, bool):
        return bool(value)
    return int(value) if isinstance(value, int) else str.__str__(value)


def _set(value: Iterable[Any]) -> list[Any]:
    return sorted((plain(item) for item in value), key=canonical)


def instant(value: dt.datetime) -> str:
    """A moment in UTC to the microsecond."""
    return value.astimezone(dt.UTC).isoformat(timespec="microseconds")


# In this order: an enumeration's member is its bare value, a date-time is a date too, a text is iterable too.
_SPELLINGS: tuple[tuple[type | tuple[type, ...], Plain], ...] = (
    ((bool, int, str), _bare),
    (Decimal, lambda value: format(value, "f")),
    (float, lambda value: int(value) if value.is_integer() else value),
    (dt.datetime, instant),
    ((dt.date, dt.time), lambda value: value.isoformat()),
    (dt.timedelta, lambda value: f"{value // dt.timedelta(microseconds=1)}us"),
    ((bytes, bytearray, memoryview), lambda value: base64.b64encode(bytes(value)).decode()),
    (Secret, lambda value: value.reveal()),
    (Mapping, lambda value: {str(key): plain(item) for key, item in value.items()}),
    (models.Model, lambda value: value.pk),
    (UUID, str),
    ((set, frozenset), _set),
    (Iterable, lambda value: [plain(item) for item in value]),
)


class Column:
    """How one concrete field of a model is read, spelt and named."""

    __slots__ = ("attname", "empty", "label", "mutable", "name", "private", "spell")

    def __init__(self, field: models.Field[Any, Any], private: bool) -> None:
        self.attname = field.attname
        self.name = field.name
        self.label = str(field.verbose_name)
        self.private = private or isinstance(field, SecretField)
        self.mutable = isinstance(field, models.JSONField | models.BinaryField)
        self.spell = _speller(field)
        self.empty = _empty(field)


def _speller(field: models.Field[Any, Any]) -> Plain:
    target = field
    while isinstance(target, models.ForeignKey):
        target = target.target_field
    if isinstance(target, models.DecimalField):
        quantum = Decimal(1).scaleb(-target.decimal_places)
        convert = target.to_python
        return lambda value: None if value is None else format(Decimal(convert(value)).quantize(quantum), "f")
    if isinstance(target, models.JSONField):
        encoder = target.encoder
        return lambda value: plain(json.loads(json.dumps(value, cls=encoder)))
    if isinstance(target, models.BinaryField):
        return plain
    to_python = target.to_python
    return lambda value: plain(to_python(value))


def _empty(field: models.Field[Any, Any]) -> Any:
    """The one value of a field that its record's digest leaves out.

    Exactly one per field, so nothing becomes ambiguous; and a column added by an upgrade, filled with the zero of its
    type, leaves the digests of the rows already there as they were.
    """
    if field.null:
        return None
    if isinstance(field, models.BooleanField):
        return False
    if isinstance(field, models.CharField | models.TextField):
        return ""
    return 0 if isinstance(field, models.IntegerField) and not field.primary_key else None


class Shape:
    """The columns of one kind of record that the journal follows."""

    def __init__(self, model: type[models.Model]) -> None:
        private: frozenset[str] = getattr(model, "journal_private", frozenset())
        ignored: frozenset[str] = getattr(model, "journal_ignore", frozenset())
        for name in private | ignored:
            try:
                model._meta.get_field(name)
            except FieldDoesNotExist as problem:
                raise ValueError(f"{model.__name__}: the journal is told of no such field: {name}") from problem
        self.kind = model._meta.label_lower
        self.model = model
        self.ignored = {
            name
            for field in model._meta.concrete_fields
            if field.name in ignored
            for name in (field.name, field.attname)
        }
        self.columns = [
            Column(field, field.name in private)
            for field in model._meta.concrete_fields
            if field.name not in ignored and not field.generated
        ]
        self.attnames = [column.attname for column in self.columns]
        self.by_attname = {column.attname: column for column in self.columns}
        self.by_name = {column.name: column for column in self.columns} | self.by_attname
        self.mutable = [column.attname for column in self.columns if column.mutable]

    def state(self, values: Mapping[str, Any]) -> State:
        """The spelt values of those columns that `values` holds (by attname)."""
        return {c.attname: c.spell(values[c.attname]) for c in self.columns if c.attname in values}

    def row(self, values: Iterable[Any]) -> State:
        """The state of a row read with `values_list(*attnames)`."""
        return {c.attname: c.spell(v) for c, v in zip(self.columns, values, strict=True)}

    def digest(self, state: State) -> str:
        """Keyed digest of a whole record, prefixed with its key's id.

        Keyed, because a plain digest of a record with a phone number in it could be guessed back after the number was
        erased, and because whoever can write the database must not be able to make a new one.
        """
        told = {c.attname: state[c.attname] for c in self.columns if state[c.attname] != c.empty}
        return f"{digest_key_name()}:{keyed('seal', canonical([self.kind, told])).hex()}"


@cache
def shape_of(model: type[models.Model]) -> Shape:
    """The shape of a model (a proxy has its concrete model's)."""
    concrete = model._meta.concrete_model
    return Shape(concrete if concrete is not None else model)
