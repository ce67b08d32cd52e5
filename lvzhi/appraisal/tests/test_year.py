"""The year builds on its quarters: what is missing, who joined in July, who may be 优秀 (R8.2, R8.5, R8.7)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.db import transaction

from lvzhi.access import Refusal
from lvzhi.appraisal import metrics, queries
from lvzhi.appraisal.models import StaffRound
from lvzhi.appraisal.tests.yard import STAFF, Yard
from lvzhi.deadlines import clock
from lvzhi.metrics import compute

ENDS = (dt.date(2026, 4, 8), dt.date(2026, 7, 8), dt.date(2026, 10, 14), dt.date(2027, 1, 6))
JANUARY = dt.date(2027, 1, 13)


def quarters(yard: Yard, *numbers: int, **grades: str) -> None:
    """Decided quarters, each in the month after it."""
    for number in numbers:
        with clock.at(ENDS[number - 1]):
            yard.decided(number, **grades)


def year(yard: Yard) -> StaffRound:
    """The year's round, complete, its ballot announced."""
    appraisal = yard.opened(0)
    yard.write(appraisal)
    yard.comment(appraisal, "competent")
    return yard.vote(appraisal)


def test_a_year_on_its_quarters(yard: Yard) -> None:
    quarters(yard, 1, 2, 3, 4, jia="good", yi="good")
    with clock.at(JANUARY):
        appraisal = year(yard)
        with pytest.raises(Refusal, match="拟定“优秀”2名，超过比例：参加考核6名，按20%计1.2名，舍去小数，最多1名"):
            yard.propose(appraisal, grade="competent", jia="excellent", yi="excellent")
        with pytest.raises(Refusal, match="bing员全年平时考核“好”0次，少于1次，不能评为“优秀”"):
            yard.propose(appraisal, grade="competent", bing="excellent")
        appraisal = yard.propose(appraisal, grade="competent", jia="excellent")
        line = yard.line(appraisal, "jia")
        q = queries.quarters_of(yard.here.pk, 2026, [line.person_id])[line.person_id]
        everyday = sum((one.score or Decimal(0) for one in q.values()), Decimal(0)) / len(q)
        own = 100 * Decimal("0.1") + 85 * Decimal("0.4") + 85 * Decimal("0.4") + 100 * Decimal("0.1")
        assert line.score == (everyday * Decimal("0.5") + own * Decimal("0.5")).quantize(Decimal("0.01"))
        appraisal = yard.take(appraisal, "decide", yard.mi, meeting="党组第1次会议", met_on=JANUARY)
        found = {name: one.value for _, name, one in compute.split(metrics.YEARLY, yard.scope, yard.year,
                                                                 metrics.YEAR_CUT)}  # fmt: skip
        assert {"优秀": 1, "称职": 5}.items() <= found.items()
        shown = yard.login(yard.bai).get("/appraisal/ledger/?year=2026").content.decode()
        assert shown.count("较好") >= 4 * (len(STAFF) - 2)


def test_a_quarter_that_is_missing_and_one_before_somebody_came(yard: Yard) -> None:
    quarters(yard, 1, 2)
    yard.hire("xin", yard.far, starts=dt.date(2026, 7, 1))
    with clock.at(ENDS[2]):
        yard.accounts["xin"] = yard.far
        third = yard.opened(3)
        yard.write(third, *STAFF, "xin")
        yard.comment(third)
        yard.take(yard.propose(yard.attend(third)), "decide", yard.mi, meeting="党组会议", met_on=ENDS[2])
    with clock.at(JANUARY):
        appraisal = yard.opened(0)
        yard.write(appraisal, *STAFF, "xin")
        yard.comment(appraisal, "competent")
        appraisal = yard.vote(appraisal)
        with pytest.raises(Refusal, match="缺第4季度平时考核的等次"):
            yard.propose(appraisal, grade="competent")
    with clock.at(ENDS[3]):
        fourth = yard.opened(4)
        yard.write(fourth, *STAFF, "xin")
        yard.comment(fourth)
        yard.take(yard.propose(yard.attend(fourth)), "decide", yard.mi, meeting="党组会议", met_on=ENDS[3])
    with clock.at(JANUARY):
        done = yard.propose(appraisal, grade="competent")  # the newcomer lacks two quarters before July
        assert (done.state, yard.line(done, "xin").grade) == ("proposed", "competent")


def test_long_away_and_low_quarters(yard: Yard) -> None:
    yard.norm("appraisal.away_most", 30)
    for number in (1, 2, 3, 4):
        with clock.at(ENDS[number - 1]):
            appraisal = yard.complete(number)
            yard.attend(appraisal, "ding员 病假10")
            appraisal = yard.propose(appraisal, "原因", wu="plain" if number == 1 else "good")
            yard.take(appraisal, "decide", yard.mi, meeting="党组会议", met_on=clock.today())
    with clock.at(JANUARY):
        appraisal = year(yard)
        with pytest.raises(Refusal, match="ding员全年病假、事假共40天，超过30天"):
            yard.propose(appraisal, grade="competent")
        yard.take(yard.line(appraisal, "ding"), "exempt", yard.bai, reason="sick", ground="")
        with pytest.raises(Refusal, match="wu员平时考核有“一般”，不能评为“优秀”"):
            yard.propose(appraisal, grade="competent", wu="excellent")
        with transaction.atomic():
            yard.norm("appraisal.low_quarter_bars", value=False)
        assert queries.quota(appraisal, 5, approved=True).exact == Decimal("1.25")
        assert yard.propose(appraisal, grade="competent", wu="excellent").state == "proposed"
