"""The packaged point tables: the eight of R7.T1–R7.T8 hold their examples; what is missing is marked."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from lvzhi.evaluation import queries
from lvzhi.evaluation.reckoning import Judged, faults_of, grade_all, judge, rules_of, told
from lvzhi.evaluation.samples import samples
from lvzhi.evaluation.tests.court import Court
from lvzhi.evaluation.tests.entering import enter
from lvzhi.evaluation.tests.making import ME, account, fact, me, part, table
from lvzhi.evaluation.tests.worked import WORKED


@pytest.mark.parametrize("key", WORKED)
def test_a_table_gives_what_was_computed_by_hand(key: str) -> None:
    WORKED[key](table(key))


def test_units() -> None:
    """R1.110: two dissatisfied ratings −0.2 each, one matter left undone −3: −3.4, without a floor."""
    found = account(
        "baoji", *(fact("units.rated", n, result="dissatisfied") for n in (1, 2)), fact("manual.1", 1),
        fact("units.rated", 3, result="satisfied"),
    )  # fmt: skip
    assert found.total == Decimal("-3.4")


@pytest.mark.parametrize("key", [one.key for one in samples()])
def test_an_example_says_what_is_missing_and_nothing_else_is_wrong(key: str) -> None:
    rules = table(key)
    codes = {fault.code for fault in faults_of(rules)}
    gaps = any(item.sort == "gap" for item in rules.items)
    assert codes - {"evaluation.no_items"} == ({"evaluation.gaps"} if gaps else set())
    assert rules_of(told(rules)) == rules


def test_who_joined_in_july_is_judged_from_then() -> None:
    facts = [fact("opinions.submitted", 1), fact("opinions.submitted", 2, day=dt.date(2025, 9, 1))]
    found = judge(table("tongcheng"), me(starts=dt.date(2025, 7, 1)), facts)
    assert found.total == Decimal(10)
    assert found.months == 6
    graded = grade_all(table("tongcheng"), [found], prorate=True)[ME]
    assert "任职6个月，等次界限按6/12折算" in graded.reasons
    half = judge(table("tongcheng"), me(starts=dt.date(2025, 7, 1)), [part("plenary", day=dt.date(2025, 8, 1))])
    names = [grade_all(table("tongcheng"), [half], prorate=way)[ME].grade for way in (True, False)]
    assert [one.name for one in names if one] == ["合格", "不合格"]
    short = grade_all(table("tongcheng"), [half], least_months=7)[ME]
    assert short.grade is None
    assert "不满7个月，不定等次" in short.reasons[0]


def test_who_left_before_the_year_has_no_months() -> None:
    gone = Judged(ME, False, dt.date(2020, 1, 1), dt.date(2024, 12, 31))
    assert judge(table("tongcheng"), gone, [fact("opinions.submitted", 1)]).months == 0


@pytest.mark.parametrize("key", [one.key for one in samples()])
def test_a_table_entered_through_the_pages_is_the_same_and_gives_the_same(court: Court, key: str) -> None:
    """Block by block and item by item through the forms; the worked example is computed from what was entered."""
    client = court.login(court.bai)
    uid = enter(client, told(table(key)))
    found = queries.rules_of_set(queries.one(court.actor(court.bai), uid))
    assert found == table(key)
    if key in WORKED:
        WORKED[key](found)
