"""Walking pages forth and back gives each row once, in order, with empty values and ties."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, models
from django.test.utils import CaptureQueriesContext, isolate_apps
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lvzhi.ui.paging import keyset


@pytest.fixture(scope="module")
def leaf(django_db_setup: None, django_db_blocker: Any) -> Iterator[type[models.Model]]:
    """A table of our own: the room has none."""
    with isolate_apps("lvzhi.ui"):

        class Leaf(models.Model):
            day = models.DateField(null=True)
            rank = models.IntegerField()

            class Meta:
                app_label = "ui"

    with django_db_blocker.unblock():
        with connection.schema_editor() as editor:
            editor.create_model(Leaf)
        yield Leaf
        with connection.schema_editor() as editor:
            editor.delete_model(Leaf)


def walk(queryset: Any, order: tuple[str, ...], size: int) -> tuple[list[int], list[int]]:
    """Primary keys seen going forth to the end, and then back to the beginning."""
    forth, cursor, page = [], "", None
    for _ in range(200):
        page = keyset(queryset, order, cursor, size)
        forth += [row.pk for row in page]
        if page.next_cursor is None:
            break
        cursor = page.next_cursor
    assert page is not None
    back = [row.pk for row in page]
    while page.prev_cursor is not None:
        page = keyset(queryset, order, page.prev_cursor, size)
        back = [row.pk for row in page] + back
        assert len(back) <= len(forth)
    return forth, back


ORDERS = [("-id",), ("id",), ("day",), ("-day",), ("rank", "-day"), ("-rank", "day"), ("-day", "-rank", "id")]
ROWS = st.lists(st.tuples(st.one_of(st.none(), st.integers(0, 4)), st.integers(0, 3)), max_size=25)


@pytest.mark.django_db(transaction=True)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS, order=st.sampled_from(ORDERS), size=st.integers(1, 7))
def test_walking_gives_each_row_once_and_the_same_way_back(
    leaf: Any, rows: list[tuple[int | None, int]], order: tuple[str, ...], size: int
) -> None:
    leaf.objects.all().delete()
    leaf.objects.bulk_create(
        leaf(day=None if day is None else date(2026, 1, 1) + timedelta(days=day), rank=rank) for day, rank in rows
    )
    forth, back = walk(leaf.objects.all(), order, size)
    assert sorted(forth) == sorted(leaf.objects.values_list("pk", flat=True))
    assert forth == back
    found = [(row.day, row.rank) for pk in forth for row in [leaf.objects.get(pk=pk)]]
    if order[0] == "-day":
        days = [day for day, _ in found if day is not None]
        assert days == sorted(days, reverse=True)
        assert [day for day, _ in found[len(days) :]] == [None] * (len(found) - len(days)), "empty days stand last"


@pytest.mark.django_db
def test_any_page_costs_one_statement_and_a_broken_cursor_shows_the_first(leaf: Any) -> None:
    leaf.objects.bulk_create(leaf(rank=n) for n in range(30))
    first = keyset(leaf.objects.all(), ("rank",), "", 10)
    assert [row.rank for row in first] == list(range(10))
    assert first.prev_cursor is None
    assert first.total is None
    with CaptureQueriesContext(
        connection,
    ) as seen:
        keyset(leaf.objects.all(), ("rank",), first.next_cursor, 10)
    assert len(seen) == 1
    for cursor in (
        "x",
        "%%%",
        "a" * 5000,
        first.next_cursor[:-3] if first.next_cursor else "",
        keyset(leaf.objects.all(), ("-rank",), "", 5).next_cursor,
    ):
        assert [row.rank for row in keyset(leaf.objects.all(), ("rank",), cursor, 10)] == list(range(10))


@pytest.mark.django_db
def test_the_count_stops_at_its_cap(leaf: Any) -> None:
    leaf.objects.bulk_create(leaf(rank=n) for n in range(12))
    exact = keyset(leaf.objects.all(), size=5, count=True)
    assert (exact.total, exact.capped) == (12, False)
    capped = keyset(leaf.objects.all(), size=5, count=True, cap=10)
    assert (capped.total, capped.capped) == (10, True)
