"""Values of periods that are over are kept, and shown only while they are true."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import QuerySet
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lvzhi import norms
from lvzhi.accounts.tests.house import person
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee import actions
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.metrics import compute, lasting, periods, registry
from lvzhi.metrics.declare import Metric, RowsOf, Sum
from lvzhi.metrics.models import KeptValue
from lvzhi.metrics.norms import JUMP_LEAST
from lvzhi.norms import actions as norm_actions

pytestmark = pytest.mark.django_db(transaction=True)
YEAR = periods.year(2022)
Rows = QuerySet[Organ]


def _rows(scope: Scope, period: periods.Period) -> Rows:
    day = clock.until(period.end)
    return Organ.objects.filter(committee_id__in=scope.ids(), starts__range=(period.start, day))


def _normed(scope: Scope, period: periods.Period) -> Rows:
    return _rows(scope, period).filter(starts__day__lte=norms.value(JUMP_LEAST, scope.committee, period.end))


def _young(scope: Scope, period: periods.Period) -> Rows:
    return _rows(scope, period).filter(starts__gte=clock.today() - dt.timedelta(365))


def _metric(key: str, rows: RowsOf) -> Metric:
    return Metric(key=f"sample.{key}", name="机构", unit="个", meaning="", rows=rows)


PLAIN, NORMED, YOUNG = _metric("lasting", _rows), _metric("normed", _normed), _metric("young", _young)
FIGURES = (PLAIN, NORMED, YOUNG, Sum(key="sample.keys", name="编号和", unit="", meaning="", metric=PLAIN, field="pk"))


@pytest.fixture(autouse=True)
def registered() -> Iterator[None]:
    """The figures, for the length of a test."""
    registry.register(*FIGURES)
    yield
    for one in FIGURES:
        del registry._FIGURES[one.key]


@pytest.fixture
def organ(county: Committee, system: object) -> Organ:
    return actions.add_organ(system, county, kind="sector", name="甲界", starts=dt.date(2022, 3, 5))


def _told(county: Committee) -> list[int]:
    """What is answered, which is what counting anew gives."""
    kept = compute.book(FIGURES, Scope(county), YEAR)
    with lasting.afresh():
        assert [one.value for one in compute.book(FIGURES, Scope(county), YEAR).values()] == [
            one.value for one in kept.values()
        ]
    return [int(one.value or 0) for one in kept.values()]


def test_kept_until_anything_it_was_reckoned_from_changes(county: Committee, organ: Organ, system: object) -> None:
    assert _told(county)[:2] == [1, 1]
    with CaptureQueriesContext(connection) as seen:
        assert _told(county)[:2] == [1, 1]
    texts = [one["sql"] for one in seen]
    assert len([text for text in texts if '"committee_organ"' in text]) == 2  # counted anew, and the sum: no more
    second = actions.add_organ(system, county, kind="sector", name="乙界", starts=dt.date(2022, 3, 9))
    assert _told(county) == [2, 2, 0, organ.pk + second.pk]
    norm_actions.set_value(system, county, JUMP_LEAST, 5, starts=dt.date(2022, 1, 1), ground="会议决定")
    assert _told(county)[:2] == [2, 1]


def test_what_may_be_rolled_back_is_neither_kept_nor_shown(county: Committee, organ: Organ, system: object) -> None:
    assert _told(county)[0] == 1
    before = list(KeptValue.objects.order_by("pk").values())
    with transaction.atomic():
        actions.add_organ(system, county, kind="sector", name="乙界", starts=dt.date(2022, 3, 9))
        assert _told(county)[0] == 2
        transaction.set_rollback(True)
    assert list(KeptValue.objects.order_by("pk").values()) == before
    assert _told(county)[0] == 1


def test_a_day_asked_of_the_clock_is_the_only_one_it_is_kept_for(county: Committee, organ: Organ) -> None:
    with clock.at(dt.date(2023, 2, 1)):
        assert _told(county)[:3] == [1, 1, 1]
    with clock.at(dt.date(2023, 4, 1)):
        assert _told(county)[:3] == [1, 1, 0]
    with clock.at(dt.date(2022, 3, 1)):  # the year is not over, and the organ not there yet
        assert _told(county)[0] == 0
    kept = dict(KeptValue.objects.values_list("figure", "day"))
    assert kept == {
        "sample.lasting": None,
        "sample.normed": None,
        "sample.keys": None,
        "sample.young": dt.date(2023, 4, 1),
    }


def test_a_busy_database_keeps_nobody_waiting(county: Committee, organ: Organ, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object, **__: object) -> None:
        raise DatabaseError("database is locked")

    monkeypatch.setattr(type(KeptValue.objects), "bulk_create", busy)
    assert _told(county)[0] == 1
    assert not KeptValue.objects.exists()


def test_a_page_that_takes_long_says_what_is_being_counted(
    county: Committee, organ: Organ, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk = person("mishu", "秦岚", county, Role.SECRETARY_GENERAL)
    client.force_login(clerk, backend="lvzhi.accounts.backends.AccountBackend")
    address = reverse("metrics:book") + f"?committee={county.uid}&period=2022&room=sample"
    monkeypatch.setattr("lvzhi.metrics.shelf.AT_ONCE", 0)
    first: Any = client.get(address)
    assert first.streaming
    body = b"".join(first.streaming_content).decode()
    assert body.count("lz-telling") == 2
    assert "正在统计：" in body
    second = client.get(address)
    assert not second.streaming  # everything is kept, nobody waits
    for text in (body, second.content.decode()):
        assert "近5年" in text
        assert "共 4 个指标" in text


def test_days_that_are_others_tomorrow_do_not_pile_up(county: Committee, organ: Organ) -> None:
    with clock.at(dt.date(2023, 2, 1)):
        compute.compute(PLAIN, Scope(county), YEAR)
        compute.compute(PLAIN, Scope(county), periods.between(dt.date(2022, 1, 1), dt.date(2022, 2, 1)))
    with clock.at(dt.date(2023, 2, 20)):
        compute.compute(PLAIN, Scope(county), YEAR.before())
        assert KeptValue.objects.count() == 2  # the year before, and the year
    with clock.at(dt.date(2023, 6, 1)):
        compute.compute(PLAIN, Scope(county), YEAR.before().before())
        assert KeptValue.objects.count() == 1
