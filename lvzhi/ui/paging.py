"""Paging by key: the next page begins after the last row of this one, so a page costs the same at any depth."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import F, Model, Q, QuerySet
from django.db.models.expressions import OrderBy

T = TypeVar("T")
SIZE = 50
COUNT_CAP = 10_000


class BadCursor(ValueError):  # noqa: N818  reason: named for what it tells the caller
    """A cursor that was cut, or is of another order; only who asks strictly is told."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of rows.

    ``next_cursor`` and ``prev_cursor`` are None where there is no such page. ``total`` is None when nobody asked;
    ``capped`` says that there are more than ``total``.
    """

    items: Sequence[T]
    next_cursor: str | None = None
    prev_cursor: str | None = None
    total: int | None = None
    capped: bool = False

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


@dataclass(frozen=True, slots=True)
class _Key:
    path: str
    descending: bool
    nullable: bool

    def ordering(self, *, backwards: bool) -> OrderBy:
        """Empty values stand last (first when walking backwards); said only where there can be any, for the index."""
        descending = self.descending is not backwards
        nulls: dict[str, bool] = {}
        if self.nullable:
            nulls = {"nulls_first": True} if backwards else {"nulls_last": True}
        field = F(self.path)
        return field.desc(**nulls) if descending else field.asc(**nulls)

    def beyond(self, value: Any, *, backwards: bool) -> Q | None:
        """Rows strictly beyond ``value`` in walking direction; None when there can be none."""
        if value is None:
            return Q(**{f"{self.path}__isnull": False}) if backwards else None
        sign = "lt" if self.descending is not backwards else "gt"
        strictly = Q(**{f"{self.path}__{sign}": value})
        if self.nullable and not backwards:
            return strictly | Q(**{f"{self.path}__isnull": True})
        return strictly

    def same(self, value: Any) -> Q:
        return Q(**{f"{self.path}__isnull": True}) if value is None else Q(**{self.path: value})


def keyset(
    queryset: QuerySet[Any, T],
    order: Sequence[str] = ("-id",),
    cursor: str | None = "",
    size: int = SIZE,
    *,
    count: bool = False,
    cap: int = COUNT_CAP,
    strict: bool = False,
) -> Page[T]:
    """The page of ``queryset`` that ``cursor`` points at, in ``order``.

    ``order`` takes field paths as ``order_by`` does (``"-handed_in_on"``, ``"member__name"``); the primary key is
    added so that no two rows are equal. Follow relations only with ``select_related``: the cursor reads the
    values off the rows. ``count`` asks for the number of rows, counted up to ``cap``. A cursor that was cut or is of
    another order gives the first page: a stale link should show the list, not an error. A program that goes on from
    page to page asks ``strict`` and is given `BadCursor`: it would begin anew for ever.
    """
    keys = _keys(queryset, order)
    total, capped = (None, False) if not count else _count(queryset, cap)
    values, backwards = _read(cursor or "", keys, strict=strict)
    rows = queryset.order_by(*(key.ordering(backwards=backwards) for key in keys))
    try:
        beyond = rows if values is None else rows.filter(_after(keys, values, backwards=backwards))
        items = list(beyond[: size + 1])
    except (ValueError, TypeError, ValidationError, OverflowError):
        if values is None:
            raise
        if strict:
            raise BadCursor(cursor) from None
        return keyset(queryset, order, "", size, count=count, cap=cap)
    more, items = len(items) > size, items[:size]
    if backwards:
        items.reverse()
    if not items:
        return Page(items, None, None, total, capped)
    has_next, has_prev = (True, more) if backwards else (more, values is not None)
    after = _write(keys, items[-1], backwards=False) if has_next else None
    before = _write(keys, items[0], backwards=True) if has_prev else None
    return Page(items, after, before, total, capped)


def _count(queryset: QuerySet[Any, Any], cap: int) -> tuple[int, bool]:
    found = queryset.order_by()[: cap + 1].count()
    return (cap, True) if found > cap else (found, False)


def _keys(queryset: QuerySet[Any, Any], order: Sequence[str]) -> list[_Key]:
    keys = []
    for name in order:
        path = name.lstrip("-")
        keys.append(_Key(path, name.startswith("-"), _nullable(queryset.model, path)))
    pk = queryset.model._meta.pk.name
    if not any(key.path in ("pk", "id", pk) for key in keys):
        keys.append(_Key(pk, bool(keys and keys[0].descending), nullable=False))
    return keys


def _nullable(model: type[Model], path: str) -> bool:
    if path == "pk":
        return False
    owner: Any = model
    for part in path.split("__"):
        try:
            field = owner._meta.get_field(part)
        except (FieldDoesNotExist, AttributeError):
            return True  # an annotation: nobody can tell
        if getattr(field, "null", True):
            return True
        owner = field.related_model
    return False


def _after(keys: Sequence[_Key], values: Sequence[Any], *, backwards: bool) -> Q:
    """(a beyond) or (a same and b beyond) or …; no such row can be: an impossible condition."""
    found = Q(pk__in=[])
    ties = Q()
    for key, value in zip(keys, values, strict=True):
        beyond = key.beyond(value, backwards=backwards)
        if beyond is not None:
            found |= ties & beyond
        ties &= key.same(value)
    first, value = keys[0], values[0]
    if value is not None and not first.nullable:
        sign = "lte" if first.descending is not backwards else "gte"
        found &= Q(**{f"{first.path}__{sign}": value})  # lets the database walk the index from here
    return found


def _value(item: Any, path: str) -> Any:
    if isinstance(item, dict):
        return item[path]
    for part in path.split("__"):
        item = None if item is None else getattr(item, part)
    return item.pk if isinstance(item, Model) else item


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Decimal | UUID):
        return str(value)
    return value


def _write(keys: Sequence[_Key], item: Any, *, backwards: bool) -> str:
    shape = ["<" if backwards else ">", _shape(keys), [_plain(_value(item, key.path)) for key in keys]]
    text = json.dumps(shape, ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _shape(keys: Sequence[_Key]) -> str:
    return ",".join(("-" if key.descending else "") + key.path for key in keys)


def _read(cursor: str, keys: Sequence[_Key], *, strict: bool = False) -> tuple[list[Any] | None, bool]:
    found = _parsed(cursor, keys)
    if strict and cursor and found[0] is None:
        raise BadCursor(cursor)
    return found


def _parsed(cursor: str, keys: Sequence[_Key]) -> tuple[list[Any] | None, bool]:
    if not cursor or len(cursor) > 2000:
        return None, False
    try:
        shape = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        direction, order, values = shape
        right = direction in ("<", ">") and order == _shape(keys) and len(values) == len(keys)
        plain = right and all(value is None or isinstance(value, str | int | float) for value in values)
    except (ValueError, TypeError):
        return None, False
    return (values, direction == "<") if plain else (None, False)
