"""The year builds on its quarters: what is missing, who joined in July, who may be 优秀 (R8.2, R8.5, R8.7)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest

from conftest import Keep
from lvzhi.access import Refusal
from lvzhi.appraisal import metrics, queries
from lvzhi.appraisal.models import StaffRound
from lvzhi.appraisal.tests.yard import STAFF, TODAY, Yard
from lvzhi.deadlines import clock
from lvzhi.metrics import compute
from lvzhi.workflow import engine

ENDS = (TODAY, dt.date(2026, 7, 8), dt.date(2026, 10, 14), dt.date(2027, 1, 6))
JANUARY = dt.date(2027, 1, 13)
JULY = dt.date(2026, 7, 1)
FIRST_OF_XIN = 3


def built() -> Yard:
    """Four decided quarters, then the year: jia and yi were 好, wu once 一般, ding was ill, xin came in July."""
    with clock.at(TODAY):
        yard = Yard()
    for number, day in enumerate(ENDS, 1):
        with clock.at(day):
            if number == FIRST_OF_XIN:
                yard.hire("xin", yard.far, starts=JULY)
                yard.accounts["xin"] = yard.far
            opened = yard.opened(number)
            yard.write(opened, *yard.accounts)
            yard.comment(opened)
            yard.attend(opened, "ding员 病假10")
            opened = yard.propose(opened, "原因", jia="good", yi="good", wu="plain" if number == 1 else "fair")
            yard.take(opened, "decide", yard.mi, meeting="党组会议", met_on=day)
    with clock.at(JANUARY):
        opened = yard.opened(0)
        yard.write(opened, *yard.accounts)
        yard.comment(opened, "competent")
        yard.vote(opened)
    return yard


@pytest.fixture(scope="module")
def kept(keep: Keep[Yard]) -> Yard:
    return keep(built)


@pytest.fixture
def yard(kept: Yard, own: Callable[[Any], Any]) -> Iterator[Yard]:
    with clock.at(JANUARY):
        yield own(kept)


def year() -> StaffRound:
    return StaffRound.objects.get(quarter=0)


def test_a_year_on_its_quarters(yard: Yard) -> None:
    with pytest.raises(Refusal, match="拟定“优秀”2名，超过比例：参加考核7名，按20%计1.4名，舍去小数，最多1名"):
        yard.propose(year(), grade="competent", jia="excellent", yi="excellent")
    with pytest.raises(Refusal, match="bing员全年平时考核“好”0次，少于1次，不能评为“优秀”"):
        yard.propose(year(), grade="competent", bing="excellent")
    appraisal = yard.propose(year(), grade="competent", jia="excellent")
    line = yard.line(appraisal, "jia")
    past = queries.quarters_of(yard.here.pk, 2026, [line.person_id])[line.person_id]
    everyday = sum((one.score or Decimal(0) for one in past.values()), Decimal(0)) / len(past)
    own = 100 * Decimal("0.1") + 85 * Decimal("0.4") + 85 * Decimal("0.4") + 100 * Decimal("0.1")
    assert line.score == (everyday * Decimal("0.5") + own * Decimal("0.5")).quantize(Decimal("0.01"))
    yard.take(appraisal, "decide", yard.mi, meeting="党组第1次会议", met_on=JANUARY)
    split = compute.split(metrics.YEARLY, yard.scope, yard.year, metrics.YEAR_CUT)
    assert {"优秀": 1, "称职": 6}.items() <= {name: one.value for _, name, one in split}.items()
    shown = yard.login(yard.bai).get("/appraisal/ledger/?year=2026").content.decode()
    assert shown.count("较好") >= 4 * (len(STAFF) - 3)


def test_a_quarter_that_is_missing_and_one_before_somebody_came(yard: Yard) -> None:
    fourth = StaffRound.objects.get(quarter=4)
    engine.void(fourth, yard.actor(yard.bai), "误录")
    with pytest.raises(Refusal, match="缺第4季度平时考核的等次"):
        yard.propose(year(), grade="competent")
    engine.restore(StaffRound.objects.get(pk=fourth.pk), yard.actor(yard.bai))
    done = yard.propose(year(), grade="competent")  # the newcomer lacks the two quarters before July
    newcomer = yard.line(done, "xin")
    assert (done.state, newcomer.grade) == ("proposed", "competent")
    assert sorted(queries.quarters_of(yard.here.pk, 2026)[newcomer.person_id]) == [3, 4]


def test_long_away_and_low_quarters(yard: Yard) -> None:
    yard.norm("appraisal.away_most", 30)
    with pytest.raises(Refusal, match="ding员全年病假、事假共40天，超过30天"):
        yard.propose(year(), grade="competent")
    yard.take(yard.line(year(), "ding"), "exempt", yard.bai, reason="sick", ground="")
    yard.norm("appraisal.good_quarters", 0)
    with pytest.raises(Refusal, match="wu员平时考核有“一般”，不能评为“优秀”"):
        yard.propose(year(), grade="competent", wu="excellent")
    yard.norm("appraisal.low_quarter_bars", value=False)
    assert queries.quota(year(), 6, approved=True).exact == Decimal("1.5")
    assert yard.propose(year(), grade="competent", wu="excellent").state == "proposed"
