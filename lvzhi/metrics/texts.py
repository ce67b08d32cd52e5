"""The statements behind counts, kept as text: to put one together costs many times what the database needs to count.

What a part of a statement says follows from the program, the question and, for some, the day. A figure whose query asks
the norms, the moment, or the database itself while it is put together is put together every time; so nothing can be
said here that is not true any more. Nothing is kept of values: they are counted anew each time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import IntegerField, QuerySet, Value

from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.deadlines.clock import Reading
from lvzhi.metrics.lasting import Watch
from lvzhi.norms import memo

MOST = 4_000  # texts of one process, of two kilobytes each: the whole book of a dozen committees
Said = tuple[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class _Kept:
    said: Said | None  # None: there can be no row
    read: Reading
    day: dt.date
    by: object  # what the key names by its address stays where it is


_kept: dict[tuple[Any, ...], _Kept] = {}


@dataclass(frozen=True, slots=True)
class Arm:
    """One count, known by what it is asked of.

    Args:
        key: everything that its rows are put together from, hashable.
        by: what the key names by its address.
        rows: puts them together.
        aggregate: what is asked of them.
        watch: who wants to hear what is read for it.
    """

    key: tuple[Any, ...]
    by: object
    rows: Callable[[], QuerySet[Any]]
    aggregate: Any
    watch: Watch | None = None

    def said(self, place: int, today: dt.date) -> Said | None:
        """Its part of the statement, with its number as the first value; None where there can be no row."""
        key = (connection.vendor, *self.key)
        found = _kept.get(key)
        if found is None or not (found.read.past < today and (found.day == today or not found.read.day)):
            found = self._put_together(key, today)
        else:
            with self.watch.watching() if self.watch else nullcontext():
                clock.asked_again(found.read)
        if found.said is None:
            return None
        text, given = found.said
        if self.watch is not None:
            self.watch.read(text)
        return text, (place, *given[1:])

    def _put_together(self, key: tuple[Any, ...], today: dt.date) -> _Kept:
        ear = _Ear()
        with (
            self.watch.watching() if self.watch else nullcontext(),
            connection.execute_wrapper(ear),
            memo.heard() as norms,
            clock.watched() as read,
        ):
            said = counting(self.rows(), self.aggregate)
        found = _Kept(said, read, today, self.by)
        if not (ear.heard or norms.asked or read.moment):
            if len(_kept) >= MOST:
                _kept.clear()
            _kept[key] = found
        return found


class _Ear:
    """Hears whether the database is asked."""

    heard = False

    def __call__(self, execute: Any, statement: str, params: Any, many: bool, context: Any) -> Any:
        """As Django calls whoever stands around its statements."""
        self.heard = True
        return execute(statement, params, many, context)


def counting(rows: QuerySet[Any], aggregate: Any) -> Said | None:
    """The statement of an aggregate over rows, beside a number that is its first value."""
    asked = (
        rows.order_by()
        .select_related(None)
        .prefetch_related(None)
        .annotate(figure_name=Value(0, IntegerField()))
        .values("figure_name")
        .annotate(figure_number=aggregate)
        .values_list("figure_name", "figure_number")
    )
    compiler: Any = asked.query.get_compiler(connection=connection)
    try:
        text, params = compiler.as_sql()
    except EmptyResultSet:
        return None
    return text, tuple(params)


def of_scope(scope: Scope) -> tuple[Any, ...]:
    """All that a query may take from a scope: the fields of its committee and organ as they are at hand."""
    return _fields(scope.committee), scope.below, scope.ids(), _fields(scope.organ) if scope.organ else None


def _fields(record: Any) -> str:
    return repr([getattr(record, field.attname) for field in record._meta.concrete_fields])


def forget() -> None:
    """Put every statement together anew: where the program itself is changed, as a test may."""
    _kept.clear()
