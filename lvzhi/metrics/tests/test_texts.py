"""Statements are put together once, and anew wherever what they say could be another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db.models import QuerySet

from lvzhi import norms
from lvzhi.committee import actions
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.metrics import compute, periods, texts
from lvzhi.metrics.declare import Metric
from lvzhi.metrics.norms import JUMP_LEAST
from lvzhi.metrics.periods import Period
from lvzhi.norms import actions as norm_actions
from lvzhi.norms.memo import remembering

YEAR = periods.year(2022)
TODAY = dt.date(2022, 7, 1)
Rows = Callable[[Scope, Period], QuerySet[Organ]]


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    texts.forget()
    yield
    texts.forget()


@pytest.fixture(autouse=True)
def organs(county: Committee, system: object) -> None:
    for day in (1, 2, 3):
        actions.add_organ(system, county, kind="sector", name=f"{day}界", starts=dt.date(2022, day, day))


class Spied:
    """A figure that notes how often its rows are put together."""

    def __init__(self, rows: Rows) -> None:
        self.made = 0
        self.put = rows
        self.metric = Metric(key="sample.spied", name="机构", unit="个", meaning="", rows=self.rows)

    def rows(self, scope: Scope, period: Period) -> QuerySet[Organ]:
        self.made += 1
        return self.put(scope, period)

    def value(self, county: Committee, period: Period = YEAR) -> int:
        return int(compute.compute(self.metric, Scope(county), period).value or 0)


def _all(scope: Scope, period: Period) -> QuerySet[Organ]:
    return Organ.objects.filter(committee_id__in=scope.ids(), starts__range=(period.start, period.end))


def test_the_second_time_nothing_is_put_together_and_all_is_counted(county: Committee, system: object) -> None:
    spied = Spied(_all)
    assert (spied.value(county), spied.value(county), spied.made) == (3, 3, 1)
    actions.add_organ(system, county, kind="sector", name="四界", starts=TODAY)
    assert (spied.value(county), spied.made) == (4, 1)


def test_another_question_is_another_statement(county: Committee, city: Committee) -> None:
    spied = Spied(_all)
    found = [spied.value(county), spied.value(city), spied.value(county, YEAR.before())]
    found.append(int(compute.compute(spied.metric, Scope(city, below=True), YEAR).value or 0))
    assert (found, spied.made) == ([3, 0, 0, 3], 4)
    other = Spied(lambda scope, period: _all(scope, period).filter(name="1界"))  # of the same key
    assert (other.value(county), spied.value(county)) == (1, 3)


def test_what_a_norm_decides_follows_the_norm(county: Committee, system: Any) -> None:
    spied = Spied(
        lambda scope, period: _all(scope, period).filter(
            starts__month__lte=norms.value(JUMP_LEAST, scope.committee, TODAY)
        )
    )
    with clock.at(TODAY):
        for most in (1, 2):
            with remembering():
                norm_actions.set_value(
                    system, county, JUMP_LEAST, str(most), starts=dt.date(2022, 1, most), ground="测试"
                )
            with remembering():
                norms.value(JUMP_LEAST, county, TODAY)  # remembered: the statement below asks no database for it
                assert spied.value(county) == most


def test_what_the_day_decides_follows_the_day(county: Committee) -> None:
    spied = Spied(lambda scope, period: _all(scope, period).filter(starts__lte=clock.today()))
    for day, expected in ((dt.date(2022, 1, 5), 1), (dt.date(2022, 2, 5), 2), (TODAY, 3), (dt.date(2022, 2, 5), 2)):
        with clock.at(day):
            assert spied.value(county) == expected
    ended = Spied(lambda scope, period: _all(scope, period).filter(starts__lte=clock.until(period.end)))
    for day, expected in ((dt.date(2023, 1, 5), 3), (dt.date(2022, 2, 5), 2), (dt.date(2024, 1, 5), 3)):
        with clock.at(day):
            assert ended.value(county) == expected


def test_what_the_rows_of_another_table_decide_is_asked_each_time(county: Committee, system: object) -> None:
    def latest(scope: Scope, period: Period) -> QuerySet[Organ]:
        last = Organ.objects.filter(committee=scope.committee).order_by("-starts").values_list("starts", flat=True)[0]
        return _all(scope, period).filter(starts=last)

    spied = Spied(latest)
    assert spied.value(county) == 1
    for name in ("四界", "五界"):
        actions.add_organ(system, county, kind="sector", name=name, starts=TODAY)
    assert (spied.value(county), spied.made) == (2, 2)


def test_whoever_listens_hears_the_day_from_a_kept_statement_too(county: Committee) -> None:
    spied = Spied(lambda scope, period: _all(scope, period).filter(starts__lte=clock.today()))
    with clock.at(TODAY):
        for _ in range(2):
            with clock.watched() as reading:
                spied.value(county)
            assert (reading.day, reading.moment) == (True, False)
    assert spied.made == 1
