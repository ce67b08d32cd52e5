"""Many queries in one statement: a UNION ALL of arms, each with its number, and what each of them reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import IntegerField, QuerySet, Value

from lvzhi.deadlines import clock
from lvzhi.metrics.lasting import Watch
from lvzhi.metrics.texts import Arm

ARMS = 400  # parts of one UNION: SQLite takes 500
GIVEN = 4_000  # values of one statement: SQLite's time for a list of committees in every part grows with their square
FETCHED = 2_000  # lines held at a time

Watches = Sequence[Watch | None]
Part = tuple[str, Sequence[Any], Any]  # text, values, and who knows how the answer is read


def united(wanted: Sequence[tuple[QuerySet[Any], Any]], watches: Watches = ()) -> dict[int, Any]:
    """Many aggregates in one statement: a UNION ALL of constants with their number; one without rows is absent.

    Args:
        wanted: rows and what is asked of them; the answer is known by its place.
        watches: for each who wants to hear which tables it reads.
    """
    return union(
        [
            rows.order_by()
            .select_related(None)
            .prefetch_related(None)
            .annotate(figure_name=Value(index, IntegerField()))
            .values("figure_name")
            .annotate(figure_number=aggregate)
            .values_list("figure_name", "figure_number")
            for index, (rows, aggregate) in enumerate(wanted)
        ],
        watches,
    )


def counted(arms: Sequence[Arm]) -> dict[int, int]:
    """Counts known by their place, whose statements are kept as text; one that can have no row is absent."""
    with clock.unheard():
        today = clock.today()
    said = (arm.said(place, today) for place, arm in enumerate(arms))
    return dict(_together((*one, None) for one in said if one is not None))


def union(parts: Sequence[QuerySet[Any]], watches: Watches = ()) -> dict[int, Any]:
    """First column to the second, or to the others as a tuple; as few statements as the database takes."""
    return {name: values[0] if len(values) == 1 else tuple(values) for name, *values in unions(parts, watches)}


def unions(parts: Sequence[QuerySet[Any]], watches: Watches = ()) -> Iterator[tuple[Any, ...]]:
    """The lines of many queries with the same columns, in as few statements as the database takes."""
    return _together(_said(parts, watches))


def _said(parts: Sequence[QuerySet[Any]], watches: Watches) -> Iterator[Part]:
    for place, part in enumerate(parts):  # put together here: Django's own union would hide what its parts read
        compiler: Any = part.query.get_compiler(connection=connection)
        try:
            text, params = compiler.as_sql()
        except EmptyResultSet:
            continue
        if place < len(watches) and (watch := watches[place]) is not None:
            watch.read(text)
        yield text, params, compiler


def _together(parts: Iterable[Part]) -> Iterator[tuple[Any, ...]]:
    arms: list[str] = []
    given: list[Any] = []
    head: Any = None
    for text, params, compiler in parts:
        if arms and (len(arms) >= ARMS or len(given) + len(params) > GIVEN):
            yield from _lines(head, arms, given)
            arms, given = [], []
        head = head or compiler
        arms.append(text)
        given += params
    if arms:
        yield from _lines(head, arms, given)


def _lines(head: Any, arms: Sequence[str], given: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    """One statement of several parts; the first of them knows how values are read, of whole numbers nobody need."""
    converters = head.get_converters([expression for expression, *_ in head.select]) if head is not None else {}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(arms), given)
        while lines := cursor.fetchmany(FETCHED):
            yield from map(tuple, head.apply_converters(lines, converters) if converters else lines)
